import { textIn, type HtmlElement } from './html-tree.ts'
import { listStart } from './nodes-list.ts'
import { type Style, type StyleSheet } from './foreign-style.ts'
import type { LooseNode } from './tree.ts'

/**
 * An item of a list that says by itself how deep it lies, as Word (`mso-list:l0 level2 lfo1`), Word on the web and Google Docs
 * (`aria-level`) write them: the list around it, if there is one, says nothing.
 */
export interface LevelledItem {
  type: 'levelled'
  level: number
  ordered: boolean
  /** The number that it bears, where that is known. */
  number: number | undefined
  /** Null when there is no box before it. */
  checked: boolean | null
  children: LooseNode[]
}
/** A block, or an item that still has to find its list. */
export type Flow = LooseNode | LevelledItem

const MSO_LIST = /\b(l\d+)\s+level(\d+)/
const NUMBERED = /^\(?[\da-z]+(?:[.)-][\da-z]+)*[.)°]$|^\(?\d+(?:\.\d+)*\)?$/i

/** Where a paragraph of Word stands in a list; undefined for any other paragraph. */
export interface Place {
  level: number
  ordered: boolean
  number: number | undefined
}

/**
 * @param marker what stands before the text: « 1. », « o », « · »
 */
export function placeInWord(style: Style, { listLevels }: StyleSheet, marker: string): Place | undefined {
  const [, list = '', level = ''] = MSO_LIST.exec(style['mso-list'] ?? '') ?? []
  if (level === '') return undefined
  const format = listLevels.get(`${list}:level${level}`)?.['mso-level-number-format']
  const text = marker.replace(/[\s\u00a0]+/g, '')
  const isNumbered = NUMBERED.test(text)
  // The sheet says how a level is numbered, but not where it is not in the clipboard; without a format it counts in digits.
  const ordered = format === undefined ? isNumbered : !/^(?:bullet|image|none)$/.test(format)
  return { level: clampLevel(level), ordered, number: ordered ? numberIn(text) : undefined }
}

const numberIn = (marker: string): number | undefined => {
  const digits = /(\d+)[.)°]?$/.exec(marker)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** From 1; the schema holds no more than 32 containers in one another. */
const clampLevel = (level: string | undefined): number => Math.min(9, Math.max(1, Math.trunc(Number(level)) || 1))

/** How deep an `<li>` says that it lies; undefined when the lists around it say it. */
export const ariaLevel = ({ attrs }: HtmlElement): number | undefined => {
  const level = attrs['aria-level'] ?? attrs['data-aria-level']
  return level === undefined ? undefined : clampLevel(level)
}

/** Whether there is a ticked box before an item; null when there is none. */
export function boxOf(item: HtmlElement): boolean | null {
  if (item.attrs['data-type'] === 'taskItem') return item.attrs['data-checked'] === 'true'
  if (item.attrs['role'] === 'checkbox') return item.attrs['aria-checked'] === 'true'
  const box = item.children.find((child) => child.kind === 'element' || textIn(child).trim() !== '')
  const inner =
    box?.kind === 'element' && /^(?:p|label)$/.test(box.name) ? box.children.find((c) => c.kind === 'element') : box
  if (inner?.kind !== 'element' || inner.name !== 'input' || inner.attrs['type'] !== 'checkbox') return null
  return inner.attrs['checked'] !== undefined
}

/** A list of items that are ready. */
export function listNode(
  ordered: boolean,
  items: readonly { checked: boolean | null; children: LooseNode[] }[],
  start: number,
): LooseNode[] {
  if (items.length === 0) return []
  const isTasks = items.every(({ checked }) => checked !== null)
  const children = items.map(
    ({ checked, children }): LooseNode =>
      isTasks ? { type: 'taskItem', attrs: { checked }, children } : { type: 'listItem', children },
  )
  if (isTasks) return [{ type: 'taskList', children }]
  return [
    ordered ? { type: 'orderedList', attrs: { start: listStart(start) }, children } : { type: 'bulletList', children },
  ]
}

/** The blocks of a document in which all items have found their lists. */
export function assembled(flow: readonly Flow[]): LooseNode[] {
  const blocks: LooseNode[] = []
  let run: LevelledItem[] = []
  const flush = (): void => {
    blocks.push(...listsOf(run))
    run = []
  }
  for (const one of flow) {
    if (isLevelled(one)) run.push(one)
    else {
      flush()
      blocks.push(one)
    }
  }
  flush()
  return blocks
}

export const isLevelled = (flow: Flow): flow is LevelledItem => flow.type === 'levelled'
export const isReady = (flow: Flow): flow is LooseNode => !isLevelled(flow)

/** Items in a row as lists, nested by level; one that begins deeper than what follows is brought up to it. */
function listsOf(items: readonly LevelledItem[]): LooseNode[] {
  const lists: LooseNode[] = []
  for (let from = 0; from < items.length; ) {
    const to = endOfList(items, from)
    lists.push(...listOf(items.slice(from, to)))
    from = to
  }
  return lists
}

/** Where the list that begins at `from` ends: at a lower level, at another kind, or where counting begins anew. */
function endOfList(items: readonly LevelledItem[], from: number): number {
  const first = items[from]
  const end = items.findIndex(
    (item, i) =>
      i > from &&
      first !== undefined &&
      (item.level < first.level ||
        (item.level === first.level && (item.ordered !== first.ordered || (item.ordered && item.number === 1)))),
  )
  return end === -1 ? items.length : end
}

function listOf(items: readonly LevelledItem[]): LooseNode[] {
  const [first] = items
  if (!first) return []
  const own = items.flatMap((item, i) => (item.level === first.level ? [i] : []))
  const entries = own.map((at, n) => {
    const item = items[at] ?? first
    return { checked: item.checked, children: [...item.children, ...listsOf(items.slice(at + 1, own[n + 1]))] }
  })
  return listNode(first.ordered, entries, first.number ?? 1)
}
