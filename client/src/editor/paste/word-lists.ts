/**
 * Word writes a list as paragraphs whose style says « mso-list:l0 level2 lfo1 » and whose marker is text. Here they become real lists.
 * Strings rather than a DOM: paragraphs cannot hold paragraphs, so a pattern finds them exactly, and it runs in tests without a browser.
 */
interface Item {
  level: number
  ordered: boolean
  html: string
}

const PARAGRAPH = /<p\b([^>]*)>([\s\S]*?)<\/p\s*>/gi
const LEVEL = /mso-list:\s*l\d+\s+level(\d+)/i
const MARKER =
  /<!(?:--)?\s*\[if !supportLists\]\s*(?:--)?>([\s\S]*?)<!(?:--)?\s*\[endif\]\s*(?:--)?>|<span[^>]*mso-list:\s*Ignore[^>]*>([\s\S]*?)<\/span>\s*(?:<\/span>)?/i
const NUMBERED = /^\s*\(?(?:\d+|[a-z]|[ivxlcdm]+)[.)]/i

const textOf = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/&nbsp;|\u00a0/g, ' ')

function itemOf(attributes: string, inner: string): Item | undefined {
  const level = LEVEL.exec(attributes)?.[1]
  if (level === undefined) return undefined
  const marker = MARKER.exec(inner)
  return {
    level: Math.min(8, Math.max(1, Number(level))),
    ordered: NUMBERED.test(textOf(marker?.[1] ?? marker?.[2] ?? '')),
    html: inner.replace(MARKER, '').trim(),
  }
}

/** One list; an item that is deeper than the one before goes into a list inside of it. */
function listOf(items: readonly Item[]): string {
  const [first] = items
  if (!first) return ''
  const level = Math.min(...items.map((item) => item.level))
  const tag = first.ordered ? 'ol' : 'ul'
  const sameUntil = items.findIndex((item) => item.level === level && item.ordered !== first.ordered)
  if (sameUntil > 0) return listOf(items.slice(0, sameUntil)) + listOf(items.slice(sameUntil))
  let html = `<${tag}>`
  for (let i = 0; i < items.length; ) {
    const next = items.findIndex((item, index) => index > i && item.level === level)
    const end = next === -1 ? items.length : next
    const item = items[i]
    const isOwn = item?.level === level
    html += `<li>${isOwn ? `<p>${item.html}</p>` : ''}${listOf(items.slice(isOwn ? i + 1 : i, end))}</li>`
    i = end
  }
  return `${html}</${tag}>`
}

/** Turns runs of Word's list paragraphs into `<ul>` and `<ol>`, nested by level. */
export function withRealLists(html: string): string {
  let result = ''
  let run: Item[] = []
  let at = 0
  for (const match of html.matchAll(PARAGRAPH)) {
    const item = itemOf(match[1] ?? '', match[2] ?? '')
    const between = html.slice(at, match.index)
    if (!item || textOf(between).trim() !== '') {
      result += listOf(run)
      run = []
    }
    result += item && run.length > 0 ? '' : between
    if (item) run.push(item)
    else result += match[0]
    at = match.index + match[0].length
  }
  return result + listOf(run) + html.slice(at)
}
