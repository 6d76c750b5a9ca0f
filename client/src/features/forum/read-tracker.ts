/** A post is read when it was on screen for this long with the tab focused (reference/forum.md, detail 3). */
const READ_MS = 1_000

/** Follows which posts are on screen. Times are milliseconds of any one clock. */
export interface ReadTracker {
  show: (number: number, at: number) => void
  hide: (number: number, at: number) => void
  focus: (isFocused: boolean, at: number) => void
  /** The highest number read so far; it never goes back. */
  read: (at: number) => number
  /** When `read` may next rise if nothing else happens; undefined when it will not. */
  nextRise: (at: number) => number | undefined
}

/** @param alreadyRead the position that the server knows */
export const createReadTracker = (alreadyRead: number, isFocused: boolean, at: number): ReadTracker => {
  const shownSince = new Map<number, number>()
  let focusedSince = isFocused ? at : undefined
  let highest = alreadyRead
  const readAt = (since: number, focused: number): number => Math.max(since, focused) + READ_MS
  const settle = (at: number): void => {
    if (focusedSince === undefined) return
    for (const [number, since] of shownSince) if (readAt(since, focusedSince) <= at) highest = Math.max(highest, number)
  }
  return {
    show: (number, at) => {
      if (!shownSince.has(number)) shownSince.set(number, at)
    },
    hide: (number, at) => {
      settle(at)
      shownSince.delete(number)
    },
    focus: (isFocused, at) => {
      settle(at)
      if (!isFocused) focusedSince = undefined
      else focusedSince ??= at
    },
    read: (at) => {
      settle(at)
      return highest
    },
    nextRise: (at) => {
      settle(at)
      const focused = focusedSince
      if (focused === undefined) return undefined
      const rises = [...shownSince].filter(([number]) => number > highest).map(([, since]) => readAt(since, focused))
      return rises.length > 0 ? Math.min(...rises) : undefined
    },
  }
}
