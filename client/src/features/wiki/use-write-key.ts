import { useEffect } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"]') !== null)

/** The key `e` starts writing, wherever one is not typing. */
export function useWriteKey(isActive: boolean, write: () => void): void {
  useEffect(() => {
    if (!isActive) return undefined
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target, repeat } = event
      if (key !== 'e' || ctrlKey || metaKey || altKey || repeat || isTyping(target)) return
      event.preventDefault()
      write()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isActive, write])
}
