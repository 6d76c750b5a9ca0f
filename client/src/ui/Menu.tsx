import { Ellipsis } from 'lucide-react'
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { Button } from './Button.tsx'

export interface MenuAction {
  id: string
  label: string
  onAction: () => void
  danger?: boolean
  isDisabled?: boolean
}

const load = () => import('./MenuPopover.tsx')
const MenuPopover = lazy(async () => ({ default: (await load()).MenuPopover }))

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
  const trigger = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState<'first' | 'last'>()
  if (actions.length === 0) return null
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowDown') setOpened('first')
    if (key === 'ArrowUp') setOpened('last')
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
        onFocus={() => void load()}
        onHoverStart={() => void load()}
        onKeyDown={onKeyDown}
        onPress={() => setOpened('first')}
      >
        {children ?? <Ellipsis size={20} aria-hidden />}
      </Button>
      {opened && (
        <Suspense>
          <MenuPopover
            label={label}
            actions={actions}
            trigger={trigger}
            start={opened}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}
