import { type RefObject, useEffect, useRef } from 'react'

/** Room beside the current one, in px: half of its neighbour shows, and the fade of `.more-aside` ends before it. */
const ROOM = 48

/** Keeps the current one of a row of links in sight: the row alone scrolls, never the page. @param pathname where one is */
export function useKeepInRow(pathname: string): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const row = ref.current
    const current = row?.querySelector<HTMLElement>('[aria-current]')
    if (!row || !current) return
    const start = current.offsetLeft - row.offsetLeft
    row.scrollLeft = Math.min(
      Math.max(row.scrollLeft, start + current.offsetWidth + ROOM - row.clientWidth),
      start - ROOM,
    )
  }, [pathname])
  return ref
}
