import type { ReactNode } from 'react'
import { type PlainKey, useSay } from '../texts/say.ts'
import styles from './Toolbar.module.css'

interface ToolProps {
  name: PlainKey
  keys?: string
  pressed?: boolean
  disabled?: boolean
  onPress: () => void
  children: ReactNode
}

/** One tool. A native button: a press keeps the caret and, on a phone, the keyboard where they are. */
export function Tool({ name, keys, pressed, disabled, onPress, children }: ToolProps) {
  const say = useSay()
  return (
    <button
      type="button"
      className={styles['tool']}
      aria-label={say(name)}
      title={keys ? `${say(name)} (${keys})` : say(name)}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !disabled && onPress()}
    >
      {children}
    </button>
  )
}
