import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Menu.module.css'

export interface MenuAction {
  id: string
  label: string
  onAction: () => void
  danger?: boolean
  isDisabled?: boolean
}

/** Acts on one thing, behind three dots (or `children`). Shows nothing when there is nothing to do. */
export function Menu({
  label,
  actions,
  children,
}: {
  label: string
  actions: readonly MenuAction[]
  children?: ReactNode
}) {
  if (actions.length === 0) return null
  return (
    <MenuTrigger>
      <Button variant="quiet" size="small" icon={!children} aria-label={label}>
        {children ?? <Ellipsis size={20} aria-hidden />}
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
        <AriaMenu className={styles['menu'] ?? ''} items={actions}>
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
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
