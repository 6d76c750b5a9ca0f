/** The block of a page's text that is first on the screen, and where it stands in it, in pixels. */
export interface TextPlace {
  index: number
  top: number
}

const blocks = (): Element[] => [...(document.querySelector('.page-prose')?.children ?? [])]

/** Where one is in the text that is on the screen; undefined at its start. */
export function placeInText(): TextPlace | undefined {
  if (window.scrollY === 0) return undefined
  const all = blocks()
  const index = all.findIndex((block) => block.getBoundingClientRect().bottom > 0)
  const top = all[index]?.getBoundingClientRect().top
  return top === undefined || index === 0 ? undefined : { index, top }
}

/** How often the place is looked at again: blocks that come onto the screen take their true height. */
const LOOKS = 3

/**
 * Brings the same block to the same place, in the text that has taken the other's: read and written, a page has the same blocks, but not the same
 * height above them.
 */
export function returnTo({ index, top }: TextPlace, looks = LOOKS): void {
  const block = blocks()[index]
  if (!block) return
  window.scrollBy({ top: block.getBoundingClientRect().top - top, behavior: 'instant' })
  if (looks > 1) requestAnimationFrame(() => returnTo({ index, top }, looks - 1))
}
