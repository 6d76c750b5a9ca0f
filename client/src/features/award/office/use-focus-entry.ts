import type { RefObject } from 'react'
import { useFocusAfter } from '../../../lib/use-focus-after.ts'

/**
 * After an act on one line of a list the line may be gone, and with it what was pressed: the focus goes to the title of the line
 * that is wanted, of the first that is left, or of the list itself.
 * @param root what holds the lines, each with `data-entry`
 * @param shown what is shown, which changes when an act is done
 * @returns to be called with the id of the wanted line
 */
export const useFocusEntry = (root: RefObject<HTMLElement | null>, shown: unknown): ((id: string) => void) =>
  useFocusAfter((id: string) => {
    const heading =
      root.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"] h3`) ??
      root.current?.querySelector<HTMLElement>('h3, h2')
    heading?.focus()
  }, shown)
