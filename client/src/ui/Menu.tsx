import { Ellipsis } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useT } from '../i18n/i18n.tsx'
import { Button } from './Button.tsx'
import { toast } from './toasts.ts'

export interface MenuAction {
  id: string
  label: string
  onAction: () => void
  danger?: boolean
  isDisabled?: boolean
}

type Place = 'first' | 'last'

/** Not `lazy`: without a network that would take the whole screen away, what is being written too, and not try again. */
let loaded: typeof import('./MenuPopover.tsx') | undefined
const load = async (): Promise<void> => void (loaded ??= await import('./MenuPopover.tsx'))
const prepare = (): void => void load().catch(() => undefined)

/**
 * Acts on one thing, behind three dots (or `children`). Shows nothing when there is nothing to do.
 * The button is here at once and stays the same; what it opens is heavy, and comes when somebody is about to open it.
 */
export function Menu({
  label,
  actions,
  children,
}: {
  label: string
  actions: readonly MenuAction[]
  children?: ReactNode
}) {
  const t = useT()
  const trigger = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState<Place>()
  if (actions.length === 0) return null
  const open = (place: Place): void =>
    void load().then(
      () => setOpened(place),
      () => toast(t('problem.offline')),
    )
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowDown') open('first')
    if (key === 'ArrowUp') open('last')
  }
  return (
    <>
      <Button
        ref={trigger}
        variant="quiet"
        size="small"
        icon={!children}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={opened !== undefined}
        onFocus={prepare}
        onHoverStart={prepare}
        onKeyDown={onKeyDown}
        onPress={() => open('first')}
      >
        {children ?? <Ellipsis size={20} aria-hidden />}
      </Button>
      {opened && loaded && (
        <loaded.MenuPopover
          label={label}
          actions={actions}
          trigger={trigger}
          start={opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}
