import { useEffect } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)

/** One key, without another, does something wherever one is not typing. @param act undefined: it does nothing now */
export function usePageKey(wanted: string, act: (() => void) | undefined): void {
  useEffect(() => {
    if (!act) return undefined
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target, repeat } = event
      if (key !== wanted || ctrlKey || metaKey || altKey || repeat || isTyping(target)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [wanted, act])
}
