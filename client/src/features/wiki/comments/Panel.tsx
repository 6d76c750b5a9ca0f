import { useSyncExternalStore } from 'react'
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

/** The comments of a page: beside their words where there is room, else over the page. */
export function Panel({ comments }: { comments: Comments }) {
  const isWide = useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches)
  return isWide ? <Margin comments={comments} /> : <Sheet comments={comments} />
}
