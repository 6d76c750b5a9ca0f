import { useEffect } from 'react'
import { type Act, actOf } from './keys.ts'

/** A key that belongs to what has the focus: a dialog, or a button that is pressed by it. */
const isTaken = (key: string, target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.closest('[role="dialog"], input, textarea, select') !== null ||
    ((key === ' ' || key === 'Enter') && target.closest('button, a, summary') !== null))

/** The keys of the stage, wherever the focus is. Held down, a key does its act once: nothing is run through by mistake. */
export function useStageKeys(act: (act: Act) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target, repeat } = event
      const found = ctrlKey || metaKey || altKey ? undefined : actOf(key)
      if (!found || isTaken(key, target)) return
      event.preventDefault()
      if (!repeat) act(found)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [act])
}
