import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { passageOf } from './passages.ts'
import { type Card, stack } from './stack.ts'
import type { Comments } from './use-comments.ts'

/** Stands for what one is about to comment, among the ids of threads. */
export const DRAFT = 'draft'
const GAP = 10
/** What a card measures before it is there. */
const GUESS = 120

const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([id, place]) => b.get(id) === place)

/**
 * Where the cards stand beside the text, in pixels from the top of their column; again whenever the text or a card changes.
 * @returns nothing for threads whose words are not on the screen
 */
export function usePlaces(column: RefObject<HTMLElement | null>, comments: Comments): ReadonlyMap<string, number> {
  const [places, setPlaces] = useState<ReadonlyMap<string, number>>(new Map())
  const latest = useRef(comments)
  const measure = useRef(() => {})
  useLayoutEffect(() => {
    latest.current = comments
    measure.current()
  })
  useLayoutEffect(() => {
    const element = column.current
    const text = element?.parentElement
    if (!element || !text) return undefined
    let frame = 0
    const place = (): void => {
      frame = 0
      const next = placesIn(element, latest.current)
      setPlaces((known) => (isSame(known, next) ? known : next))
    }
    const soon = (): void => {
      frame ||= requestAnimationFrame(place)
    }
    measure.current = soon
    place()
    const sizes = new ResizeObserver(soon)
    sizes.observe(text)
    sizes.observe(element)
    const changes = new MutationObserver(soon)
    changes.observe(text, { subtree: true, childList: true, characterData: true })
    return () => {
      measure.current = () => {}
      cancelAnimationFrame(frame)
      sizes.disconnect()
      changes.disconnect()
    }
  }, [column])
  return places
}

function placesIn(column: HTMLElement, { shown, draft, active }: Comments): Map<string, number> {
  const zero = column.getBoundingClientRect().top
  const heightOf = (id: string): number =>
    column.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.offsetHeight ?? GUESS
  const cards: Card[] = shown.flatMap(({ id }) => {
    const passage = passageOf(id)
    return passage ? [{ id, top: passage.getBoundingClientRect().top - zero, height: heightOf(id) }] : []
  })
  const range = draft?.selected?.range
  if (range?.startContainer.isConnected)
    cards.push({ id: DRAFT, top: range.getBoundingClientRect().top - zero, height: heightOf(DRAFT) })
  const least = (column.querySelector<HTMLElement>('[data-top]')?.offsetHeight ?? 0) + GAP
  return stack(cards, draft ? DRAFT : active, { least, gap: GAP })
}
