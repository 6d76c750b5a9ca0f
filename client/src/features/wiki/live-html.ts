/** The source of a block as the server wrote it: what is added here (a tab stop) must not make it look changed. */
const sources = new WeakMap<Node, string>()
const sourceOf = (node: Node): string =>
  sources.get(node) ?? (node instanceof Element ? node.outerHTML : (node.textContent ?? ''))

/** How far ahead a block is looked for that stands elsewhere now. */
const LOOK_AHEAD = 60

/**
 * Which blocks of an earlier text stay in a later one, in order.
 * @returns for each later block the index of the earlier one that it is, or undefined where it is new
 */
export function keptBlocks(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  let at = 0
  return after.map((block) => {
    const found = before.indexOf(block, at)
    if (found === -1 || found - at > LOOK_AHEAD) return undefined
    at = found + 1
    return found
  })
}

/** The first block that is still on the screen, and where it stands: it must not move under one's eyes. */
function anchorIn(container: HTMLElement): { node: Element; top: number } | undefined {
  const node = [...container.children].find((child) => child.getBoundingClientRect().bottom > 0)
  return node && { node, top: node.getBoundingClientRect().top }
}

/** Says of each box of a list of tasks which task it is for. */
export function nameTasks(container: Element): void {
  for (const box of container.querySelectorAll('li[data-type="taskItem"] input'))
    box.setAttribute('aria-label', box.closest('li')?.querySelector('div')?.textContent ?? '')
}

/**
 * Brings a text up to date block by block: what did not change stays the same element, so that selection, focus and scroll position
 * survive what others write.
 * @param html made by the server from its schema, safe by construction
 */
export function updateHtml(container: HTMLElement, html: string): void {
  const template = document.createElement('template')
  template.innerHTML = html
  const earlier = [...container.childNodes]
  const later = [...template.content.childNodes].filter((node) => node instanceof Element)
  const kept = keptBlocks(earlier.map(sourceOf), later.map(sourceOf))
  const anchor = anchorIn(container)
  const staying = new Set(kept.filter((index) => index !== undefined).map((index) => earlier[index]))
  for (const node of earlier) if (!staying.has(node)) node.remove()
  let last: ChildNode | null = null
  for (const [index, node] of later.entries()) {
    const old = kept[index]
    const next: ChildNode = (old === undefined ? undefined : earlier[old]) ?? node
    sources.set(next, sourceOf(next))
    const place: ChildNode | null = last ? last.nextSibling : container.firstChild
    if (place !== next) container.insertBefore(next, place)
    last = next
  }
  // Browsers with scroll anchoring do this themselves.
  if (anchor?.node.isConnected && !CSS.supports('overflow-anchor', 'auto'))
    window.scrollBy(0, anchor.node.getBoundingClientRect().top - anchor.top)
}
