import type { NodeSpec, Node as PmNode } from 'prosemirror-model'
import type { ElementLike } from './marks.ts'

/** Column alignments; null is the default of the reader. */
export type Alignment = 'left' | 'center' | 'right'

/** An alignment, or null for anything that is not one. */
export function alignmentOf(value: unknown): Alignment | null {
  return value === 'left' || value === 'center' || value === 'right' ? value : null
}

function cellAttrs(element: ElementLike) {
  return { align: alignmentOf(element.getAttribute('data-align') ?? element.getAttribute('align')) }
}

function cell(tag: 'td' | 'th', role: string): NodeSpec {
  return {
    content: 'paragraph+',
    // prosemirror-tables wants the first three. They keep their defaults: Markdown has no merged cell and no column
    // width, so pasting ignores them and `repair` resets them.
    attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null }, align: { default: null } },
    tableRole: role,
    isolating: true,
    parseDOM: [{ tag, getAttrs: cellAttrs }],
    toDOM(node: PmNode) {
      const align = alignmentOf(node.attrs.align)
      return [tag, align === null ? {} : { 'data-align': align }, 0]
    },
  }
}

/** Specs of the table nodes, compatible with prosemirror-tables. */
export const tableNodes = {
  table: {
    content: 'tableRow+',
    group: 'block',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  tableRow: {
    content: '(tableCell | tableHeader)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  tableHeader: cell('th', 'header_cell'),
  tableCell: cell('td', 'cell'),
} satisfies Record<string, NodeSpec>
