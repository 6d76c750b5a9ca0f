import { useEffect, useSyncExternalStore } from 'react'
import { focusHead } from '../../../lib/arrival.ts'
import { Margin } from './Margin.tsx'
import { Sheet } from './Sheet.tsx'
import type { Comments } from './use-comments.ts'

/** From here on there is room beside the text. */
const WIDE = '(min-width: 78rem)'
const subscribe = (heard: () => void): (() => void) => {
  const media = matchMedia(WIDE)
  media.addEventListener('change', heard)
  return () => media.removeEventListener('change', heard)
}

/** Closed from within, the list gives the focus back: to what opens it, or to the text being written, or to the page's title. */
function giveBack(): void {
  if (document.activeElement !== document.body) return
  const next = document.querySelector<HTMLElement>('[data-comments], main [contenteditable="true"]')
  if (next) next.focus({ preventScroll: true })
  else focusHead()
}

/** The comments of a page: beside their words where there is room, else over the page. */
export function Panel({ comments }: { comments: Comments }) {
  const isWide = useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches)
  useEffect(() => giveBack, [])
  return isWide ? <Margin comments={comments} /> : <Sheet comments={comments} />
}
