import { useState } from 'react'

/** Where the keys stand in a list that is open beside a text. */
export interface Pick {
  /** -1 in an empty list. */
  active: number
  setActive: (index: number) => void
  /** Arrows, Home and End move, Enter and Tab choose. @returns whether the key was one of the list's */
  onKey: (event: { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }) => boolean
}

/** The id of an option's element, for aria-activedescendant. */
export const optionId = (list: string, index: number): string => `${list}-${index}`

/** The index that a key leads to; undefined for any other key. The arrows go round. */
export function indexAfter(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (active + 1) % count
  if (key === 'ArrowUp') return (active - 1 + count) % count
  if (key === 'PageDown') return Math.min(count - 1, active + 8)
  if (key === 'PageUp') return Math.max(0, active - 8)
  return undefined
}

/**
 * @param query what the list answers: another one begins at its top again
 * @param choose what Enter does with an option
 */
export function usePick(query: string, count: number, choose: (index: number) => void): Pick {
  const [state, setState] = useState({ query, active: 0 })
  const active = state.query === query ? Math.min(state.active, count - 1) : Math.min(0, count - 1)
  const setActive = (index: number): void => setState({ query, active: index })
  return {
    active,
    setActive,
    onKey(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      const next = event.shiftKey ? undefined : indexAfter(event.key, active, count)
      if (next !== undefined) {
        setActive(next)
        return true
      }
      if ((event.key !== 'Enter' && event.key !== 'Tab') || event.shiftKey || active < 0) return false
      choose(active)
      return true
    },
  }
}
