import { type RefObject, useEffect, useRef } from 'react'

/**
 * After an act on one line of a list the line may be gone, and with it what was pressed: the focus goes to the title of the line
 * that is wanted, of the first that is left, or of the list itself.
 * @param root what holds the lines, each with `data-entry`
 * @param shown what is shown, which changes when an act is done
 */
export const useFocusEntry = (root: RefObject<HTMLElement | null>, shown: unknown) => {
  const wanted = useRef<string>(undefined)
  useEffect(() => {
    if (wanted.current === undefined) return
    const heading =
      root.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(wanted.current)}"] h3`) ??
      root.current?.querySelector<HTMLElement>('h3, h2')
    wanted.current = undefined
    heading?.focus()
  }, [root, shown])
  return (id: string): void => {
    wanted.current = id
  }
}
