import { Extension } from '@tiptap/core'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { type Command, type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
  tableEditing,
} from '@tiptap/pm/tables'

/** Where the selection stands in its table; undefined outside of one. */
export const placeInTable = (state: Parameters<Command>[0]) => {
  if (!isInTable(state)) return undefined
  const { top, left, right, bottom, table, tableStart, map } = selectedRect(state)
  return { top, left, right, bottom, table, tableStart, map }
}

/** A table with a header row and empty cells; the caret goes into the first. */
export const insertTable =
  (rows: number, columns: number): Command =>
  (state, dispatch) => {
    if (isInTable(state)) return false
    const { table, tableRow, tableHeader, tableCell, paragraph } = state.schema.nodes
    if (!table || !tableRow || !tableHeader || !tableCell || !paragraph) return false
    const row = (index: number): Node => {
      const cell = index === 0 ? tableHeader : tableCell
      return tableRow.create(
        null,
        Array.from({ length: columns }, () => cell.create(null, paragraph.create())),
      )
    }
    const { tr, selection } = state
    tr.replaceSelectionWith(
      table.create(
        null,
        Array.from({ length: rows }, (_, index) => row(index)),
      ),
    )
    tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(selection.from, -1) + 1)))
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** Aligns the columns of the selection, header included. */
export const alignColumns =
  (align: 'left' | 'center' | 'right' | null): Command =>
  (state, dispatch) => {
    const place = placeInTable(state)
    if (!place) return false
    const { tr } = state
    for (let row = 0; row < place.map.height; row += 1) {
      for (let column = place.left; column < place.right; column += 1) {
        const position = place.map.map[row * place.map.width + column]
        if (position !== undefined) tr.setNodeAttribute(place.tableStart + position, 'align', align)
      }
    }
    dispatch?.(tr)
    return true
  }

/** Deletes the rows of the selection; the row that is then the first becomes the header. The last row takes the table with it. */
export const deleteRows: Command = (state, dispatch) => {
  const place = placeInTable(state)
  if (!place) return false
  if (place.map.height === 1) return deleteTable(state, dispatch)
  return deleteRow(state, (tr) => {
    const table = tr.doc.nodeAt(place.tableStart - 1)
    const { tableHeader } = state.schema.nodes
    let at = place.tableStart + 1
    table?.firstChild?.forEach((cell) => {
      if (tableHeader && cell.type !== tableHeader) tr.setNodeMarkup(at, tableHeader, cell.attrs)
      at += cell.nodeSize
    })
    dispatch?.(tr)
  })
}

/**
 * Selection of cells as prosemirror-tables does it, without its repair after each change: two browsers that both repair what the other did
 * would never end (ProseMirror/prosemirror-tables#249, #343).
 */
export function ownTableEditing(): Plugin {
  const { spec } = tableEditing()
  const append = spec.appendTransaction
  return new Plugin({
    ...spec,
    // It repairs what changed since the state before: nothing, when that is this one.
    appendTransaction(transactions, _before, state) {
      return append?.call(this, transactions, state, state)
    },
  })
}

/** How many cells of a row hold something, up to the last that does. */
const lastFilled = (row: Node): number =>
  row.children.findLastIndex(
    (cell) => cell.textContent !== '' || cell.childCount > 1 || (cell.firstChild?.childCount ?? 0) > 0,
  ) + 1

/**
 * Gives each row as many cells as the header, or as the row whose last words stand furthest: rows get the cells that they lack, and lose empty
 * ones behind. Without the second, two people who complete a table at once would each widen what the other has completed, without end.
 */
function squareRows(tr: Transaction, table: Node, tableStart: number): void {
  const { tableHeader, tableCell, paragraph } = tr.doc.type.schema.nodes
  if (!tableHeader || !tableCell || !paragraph) return
  const width = Math.max(table.firstChild?.childCount ?? 0, ...table.children.map(lastFilled))
  let at = tableStart
  for (const [index, row] of table.children.entries()) {
    at += row.nodeSize
    const cell = index === 0 ? tableHeader : tableCell
    const missing = Array.from({ length: Math.max(0, width - row.childCount) }, () =>
      cell.create(null, paragraph.create()),
    )
    if (missing.length > 0) tr.insert(tr.mapping.map(at - 1), missing)
    const surplus = row.children.slice(width).reduce((size, { nodeSize }) => size + nodeSize, 0)
    if (surplus > 0) tr.delete(tr.mapping.map(at - 1 - surplus), tr.mapping.map(at - 1))
  }
}

/** Runs a command on a table with as many cells in each row: some may lack or exceed after two people have changed it at once. */
export function inWholeTable(view: Pick<EditorView, 'state' | 'dispatch'>, command: Command): void {
  const place = placeInTable(view.state)
  if (place) {
    const { tr } = view.state
    squareRows(tr, place.table, place.tableStart)
    if (tr.docChanged) view.dispatch(tr)
  }
  command(view.state, (tr) => view.dispatch(tr))
}

/** What is pasted gets a header row where it has none: Markdown has no table without one. */
export function withHeaderRows(slice: Slice, schema: Schema): Slice {
  const { table, tableHeader } = schema.nodes
  const fix = (fragment: Fragment): Fragment => {
    const children: Node[] = []
    fragment.forEach((node) => children.push(node.type === table ? headed(node) : node.copy(fix(node.content))))
    return Fragment.fromArray(children)
  }
  const headed = (node: Node): Node => {
    const [first, ...rows] = node.children
    if (!first || !tableHeader) return node
    const cells = first.children.map((cell) => tableHeader.create(cell.attrs, cell.content))
    return node.copy(Fragment.fromArray([first.copy(Fragment.fromArray(cells)), ...rows]))
  }
  return new Slice(fix(slice.content), slice.openStart, slice.openEnd)
}

/** From the last cell of a table, Tab makes a new row and goes into its first cell. */
const tabOut: Command = (state, dispatch, view) => {
  const place = placeInTable(state)
  if (!place || !view || place.bottom < place.map.height || place.right < place.map.width) return false
  if (dispatch) {
    inWholeTable(view, addRowAfter)
    goToNextCell(1)(view.state, view.dispatch)
  }
  return true
}

/** A command on the table of the caret; false outside of one, so that the key does what it does elsewhere. */
const onTable =
  (command: Command) =>
  ({ editor: { state, view } }: { editor: { state: EditorState; view: EditorView } }): boolean => {
    const place = placeInTable(state)
    if (!place) return false
    // Nothing goes above the header: Markdown has no other header row than the first.
    if (command !== addRowBefore || place.top > 0) inWholeTable(view, command)
    return true
  }

/** Tables: selection of cells, Tab from cell to cell (a new row behind the last), rows and columns by keys. */
export const tables = Extension.create({
  name: 'tables',
  addProseMirrorPlugins: () => [ownTableEditing()],
  addKeyboardShortcuts: () => ({
    Tab: ({ editor: { state, view } }) => goToNextCell(1)(state, view.dispatch) || tabOut(state, view.dispatch, view),
    'Shift-Tab': ({ editor: { state, view } }) => goToNextCell(-1)(state, view.dispatch),
    'Alt-Shift-ArrowUp': onTable(addRowBefore),
    'Alt-Shift-ArrowDown': onTable(addRowAfter),
    'Alt-Shift-ArrowLeft': onTable(addColumnBefore),
    'Alt-Shift-ArrowRight': onTable(addColumnAfter),
    'Mod-Shift-Backspace': onTable(deleteRows),
  }),
})
