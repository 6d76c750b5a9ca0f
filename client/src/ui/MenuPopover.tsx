import type { RefObject } from 'react'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { classes } from './classes.ts'
import type { MenuAction } from './Menu.tsx'
import styles from './Menu.module.css'

/** What `Menu` opens beside its button. Focus goes to the first or last act, and back to the button at the end. */
export function MenuPopover({
  label,
  actions,
  trigger,
  start,
  onClose,
}: {
  label: string
  actions: readonly MenuAction[]
  trigger: RefObject<HTMLElement | null>
  start: 'first' | 'last'
  onClose: () => void
}) {
  return (
    <Popover
      className={styles['popover'] ?? ''}
      trigger="MenuTrigger"
      triggerRef={trigger}
      placement="bottom end"
      offset={4}
      isOpen
      onOpenChange={onClose}
    >
      <Menu
        className={styles['menu'] ?? ''}
        aria-label={label}
        items={actions}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens takes the focus (ARIA practices)
        autoFocus={start}
        shouldFocusWrap
        onClose={onClose}
      >
        {(action) => (
          <MenuItem
            id={action.id}
            className={classes(styles['item'], action.danger && styles['danger'])}
            onAction={action.onAction}
            isDisabled={action.isDisabled ?? false}
          >
            {action.label}
          </MenuItem>
        )}
      </Menu>
    </Popover>
  )
}
