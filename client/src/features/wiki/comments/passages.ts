/**
 * The commented words on the screen: in a text that is read as in one that is being written they are `<span data-comment="thread">`.
 * Nothing is written into them, since an editor would take that for an edit: a style sheet of its own says which are shown how.
 */
const sheet = new CSSStyleSheet()

const selector = (ids: readonly string[]): string =>
  ids.map((id) => `.page-prose [data-comment="${CSS.escape(id)}"]`).join(',')

/** Shows the passages of these threads, and one of them as the one that is looked at. */
export function showPassages(ids: readonly string[], active: string | undefined): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
  const rules = [
    '::highlight(comment-draft) { background-color: var(--live-soft); color: var(--ink) }',
    ids.length > 0 &&
      `${selector(ids)} { background: var(--live-soft); text-decoration: underline 2px dotted var(--live); text-underline-offset: 0.22em; cursor: pointer }`,
    active !== undefined &&
      `${selector([active])} { background: color-mix(in srgb, var(--live) 22%, var(--live-soft)); text-decoration: underline 3px solid var(--live); text-underline-offset: 0.2em; border-radius: 0.15rem }`,
  ]
  sheet.replaceSync(rules.filter(Boolean).join('\n'))
}
/** Shows none, nor what one is about to comment. */
export const hidePassages = (): void => sheet.replaceSync('')

/** The first words of a thread's passage; undefined where they are not on the screen. */
export const passageOf = (id: string): HTMLElement | undefined =>
  document.querySelector<HTMLElement>(`.page-prose [data-comment="${CSS.escape(id)}"]`) ?? undefined

/** Threads in the order in which their passages are read; those without one keep theirs, at the end. */
export function inReadingOrder<T extends { id: string }>(threads: readonly T[]): T[] {
  const order = new Map<string, number>()
  for (const [index, span] of document.querySelectorAll<HTMLElement>('.page-prose [data-comment]').entries()) {
    const id = span.dataset['comment'] ?? ''
    if (!order.has(id)) order.set(id, index)
  }
  const placeOf = ({ id }: T): number => order.get(id) ?? Number.MAX_SAFE_INTEGER
  return threads.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Brings a passage into view. */
export function goToPassage(id: string): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  passageOf(id)?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
}

/** The threads whose words are under an event, the innermost first. */
export function threadsUnder(target: EventTarget | null): string[] {
  const ids: string[] = []
  for (let at = target instanceof Element ? target.closest<HTMLElement>('[data-comment]') : null; at; ) {
    ids.push(at.dataset['comment'] ?? '')
    at = at.parentElement?.closest<HTMLElement>('[data-comment]') ?? null
  }
  return ids
}

/** Keeps the words visible about which somebody is writing, though the focus is elsewhere. */
export function markDraft(range: Range | undefined): void {
  // A browser without this shows them no more; nothing depends on it.
  if (!('highlights' in CSS)) return
  if (range) CSS.highlights.set('comment-draft', new Highlight(range))
  else CSS.highlights.delete('comment-draft')
}
