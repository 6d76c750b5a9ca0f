import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { BOUNDARY, nodeSuggestion, SUGGESTED } from '@cenacle/document/annotations'
import { noEdits, type Stage, stagesOf } from './edits.ts'

/** A sign for a boundary of paragraphs, that becomes one or takes one away. */
interface Boundary {
  at: number
  /** The text that it stands in. */
  block: Node | null
  kind: 'split' | 'join'
}

/**
 * Accepts or refuses suggestions, as an ordinary edit: an undo brings them back.
 * @param ids of the suggestions
 * @returns the changes, for `makeEdits`
 */
export function settle(state: EditorState, ids: ReadonlySet<string>, accept: boolean): Stage[] {
  const edits = noEdits()
  const boundaries: Boundary[] = []
  state.doc.descendants((node, at, parent) => {
    const whole = nodeSuggestion(node.attrs[SUGGESTED])
    if (whole && ids.has(whole.id)) {
      const goes = accept === (whole.what === 'deletion')
      if (goes) {
        edits.nodes.push({ at, remove: node.nodeSize, insert: [] })
        return false
      }
      edits.attributes.push({ at, value: null })
    }
    if (node.isText) settleText({ node, at, block: parent }, ids, accept, edits, boundaries)
    return true
  })
  const divide = boundaries.toReversed().map(
    ({ at, kind }): Stage =>
      (tr, mapping) => {
        makeBoundary(tr, mapping.map(at, -1), kind)
        return []
      },
  )
  return [...stagesOf(edits), ...divide, fill]
}

function settleText(
  { node, at, block }: { node: Node; at: number; block: Node | null },
  ids: ReadonlySet<string>,
  accept: boolean,
  edits: ReturnType<typeof noEdits>,
  boundaries: Boundary[],
): void {
  const marks = node.marks.filter(
    ({ type, attrs }) => (type.name === 'insertion' || type.name === 'deletion') && ids.has(String(attrs['id'])),
  )
  const sign = marks.find(({ attrs }) => attrs['kind'] === 'split' || attrs['kind'] === 'join')
  const goes = marks.some(({ type }) => accept === (type.name === 'deletion'))
  if (goes || sign) edits.texts.push({ at, remove: node.nodeSize, insert: [] })
  else for (const mark of marks) edits.marks.push({ from: at, to: at + node.nodeSize, mark, add: false })
  if (!sign || goes) return
  const kind = sign.attrs['kind'] === 'split' ? 'split' : 'join'
  const isSecond = kind === 'join' && boundaries.at(-1)?.kind === 'join' && boundaries.at(-1)?.block === block
  const times = kind === 'join' ? (isSecond ? 0 : 1) : node.nodeSize
  for (let i = 0; i < times; i += 1) boundaries.push({ at, kind, block })
}

function makeBoundary(tr: Transaction, at: number, kind: 'split' | 'join'): void {
  const $at = tr.doc.resolve(at)
  if (!$at.parent.isTextblock) return
  if (kind === 'split') return splitAt(tr, at)
  const end = $at.end()
  // Somebody has joined them already, or both have proposed it.
  if (tr.doc.textBetween(at, end).replaceAll(BOUNDARY, '') !== '') return
  let next: number | undefined
  tr.doc.nodesBetween(end, tr.doc.content.size, (node, position) => {
    if (next === undefined && node.isTextblock && position >= end) next = position + 1
    return next === undefined
  })
  if (next === undefined) return
  const shared = tr.doc.resolve(end).sharedDepth(next)
  // Cells are never joined.
  if (tr.doc.resolve(end).node(shared).type.spec['tableRole'] === undefined) tr.delete(end, next)
}

function splitAt(tr: Transaction, at: number): void {
  const $at = tr.doc.resolve(at)
  const { paragraph, codeBlock } = tr.doc.type.schema.nodes
  if ($at.parent.type === codeBlock) {
    tr.insertText('\n', at)
    return
  }
  const above = $at.depth > 1 ? $at.node(-1) : undefined
  const inItem = above !== undefined && /^(?:list|task)Item$/.test(above.type.name) && $at.index(-1) === 0
  const rest = paragraph && $at.pos === $at.end() ? { type: paragraph } : null
  if (!inItem) tr.split(at, 1, [rest])
  else
    tr.split(at, 2, [
      { type: above.type, attrs: { ...above.attrs, ...('checked' in above.attrs && { checked: false }) } },
      rest,
    ])
}

/** A page has at least one block, and so has whatever holds blocks. */
const fill: Stage = (tr) => {
  const { paragraph } = tr.doc.type.schema.nodes
  if (tr.doc.childCount === 0 && paragraph) tr.insert(0, paragraph.create())
  return []
}
