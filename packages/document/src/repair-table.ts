import type { Node as PmNode } from 'prosemirror-model'
import { MAX_CELLS } from './document-error.ts'
import { alignmentOf } from './nodes-table.ts'
import { schema } from './schema.ts'
import type { LooseNode } from './tree.ts'

/** The rows of a table wherever they stand: unknown wrappers are looked through, other content becomes a row. */
function rowsOf(nodes: LooseNode[]): LooseNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'tableRow') return [node]
    if (isCell(node) || !node.children?.some((child) => child.type === 'tableRow')) {
      return [{ type: 'tableRow', children: [node] }]
    }
    return rowsOf(node.children)
  })
}

function isCell(node: LooseNode): boolean {
  return node.type === 'tableCell' || node.type === 'tableHeader'
}

function cellsOf(row: LooseNode): LooseNode[] {
  return (row.children ?? []).map((child) => (isCell(child) ? child : { type: 'tableCell', children: [child] }))
}

/** Paragraphs of a cell; `repairParagraphs` flattens whatever else stands in it. */
type RepairParagraphs = (nodes: LooseNode[]) => PmNode[]

/**
 * A table in normal form: as many cells in each row, header cells in the first row and only there, the alignment of
 * a column taken from its header, no merged cells.
 * @returns null when there is no cell at all
 */
export function repairTable(table: LooseNode, repairParagraphs: RepairParagraphs): PmNode | null {
  const rows = rowsOf(table.children ?? []).map(cellsOf)
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (width === 0) return null
  const kept = rows.slice(0, Math.max(1, Math.floor(MAX_CELLS / width)))
  const aligns = Array.from({ length: width }, (_, column) => alignmentOf(kept[0]?.[column]?.attrs?.align))
  return schema.nodes.table.create(
    null,
    kept.map((cells, row) => {
      const type = row === 0 ? schema.nodes.tableHeader : schema.nodes.tableCell
      const filled = aligns.map((align, column) =>
        type.create({ align }, repairParagraphs(cells[column]?.children ?? [])),
      )
      return schema.nodes.tableRow.create(null, filled)
    }),
  )
}
