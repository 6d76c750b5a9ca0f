import { isAllBold, plainLine } from './foreign-inline.ts'
import { supported } from './foreign-parts.ts'
import type { HtmlElement } from './html-tree.ts'
import type { LooseNode } from './tree.ts'

const SPAN_MAX = 100
const elementChildren = (element: HtmlElement): HtmlElement[] =>
  supported(element).filter((child) => child.kind === 'element')

/** The rows of a table, whatever section they stand in; those of a table inside are its own. */
export const rowsOf = (table: HtmlElement): HtmlElement[] =>
  elementChildren(table).flatMap((child) =>
    child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child) : [],
  )

/** The cells of a row. */
export const cellsOf = (row: HtmlElement): HtmlElement[] =>
  elementChildren(row).filter(({ name }) => name === 'td' || name === 'th')

/** Is it there for the looks alone: one cell, or a table around tables, as mails have them? */
export function isFrame(table: HtmlElement): boolean {
  const cells = rowsOf(table).flatMap(cellsOf)
  return cells.length <= 1 || table.attrs['role'] === 'presentation' || cells.some((cell) => contains(cell, 'table'))
}

const contains = (element: HtmlElement, name: string): boolean =>
  elementChildren(element).some((child) => child.name === name || contains(child, name))

const spanOf = (cell: HtmlElement, attribute: 'colspan' | 'rowspan'): number =>
  Math.min(SPAN_MAX, Math.max(1, Math.trunc(Number(cell.attrs[attribute])) || 1))

/**
 * A table without merged cells: what a merged one says stands in its first place, the others are empty. The first row becomes the header,
 * hence its bold goes.
 * @param blocksOf what a cell holds
 */
export function tableNode(table: HtmlElement, blocksOf: (cell: HtmlElement) => LooseNode[]): LooseNode {
  /** Column → rows that a merged cell from above still takes. */
  const taken = new Map<number, number>()
  const rows = rowsOf(table).map((row) => {
    const children: LooseNode[] = []
    const skipTaken = (): void => {
      for (let left = taken.get(children.length) ?? 0; left > 0; left = taken.get(children.length) ?? 0) {
        taken.set(children.length, left - 1)
        children.push({ type: 'tableCell', children: [] })
      }
    }
    for (const cell of cellsOf(row)) {
      skipTaken()
      for (let i = 0, width = spanOf(cell, 'colspan'); i < width; i++) {
        taken.set(children.length, spanOf(cell, 'rowspan') - 1)
        children.push({ type: 'tableCell', attrs: alignOf(cell), children: i === 0 ? blocksOf(cell) : [] })
      }
    }
    skipTaken()
    return { type: 'tableRow', children }
  })
  const [head, ...body] = rows
  return { type: 'table', children: head ? [plainHead(head), ...body] : [] }
}

const alignOf = ({ attrs }: HtmlElement) => ({ align: attrs['data-align'] ?? attrs['align'] ?? null })

/** A header row without its bold, if that is how it was told from the others. */
function plainHead(row: LooseNode): LooseNode {
  const texts = (row.children ?? []).flatMap((cell) => (cell.children ?? []).map((block) => block.children ?? []))
  if (!texts.every((text) => isAllBold(text))) return row
  const plain = (block: LooseNode): LooseNode => ({ ...block, children: plainLine(block.children ?? []) })
  return {
    ...row,
    children: row.children?.map((cell) => ({ ...cell, children: cell.children?.map(plain) ?? [] })) ?? [],
  }
}
