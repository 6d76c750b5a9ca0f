import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Mapping } from '@tiptap/pm/transform'
import { nodeSuggestion, SUGGESTED } from '@cenacle/document/annotations'
import { isNothing, noEdits } from './edits.ts'
import { withoutSuggestions } from './flatten.ts'
import type { Proposal, Proposer } from './proposal.ts'
import { isOwnNode, type Region } from './region.ts'

/** Whole nodes of one parent: those before become those after. */
interface Change {
  at: number
  old: readonly Node[]
  fresh: readonly Node[]
}

/**
 * What is not only text is proposed in whole blocks: the old ones shall go, the new ones stand after them. So a heading made of a paragraph,
 * a list, an image or a row of a table can be proposed, refused and accepted like words.
 */
export function proposeBlocks(
  state: EditorState,
  wanted: Transaction,
  region: Region,
  by: Proposer,
): Proposal | undefined {
  const change = changeOf(state.doc, wanted.doc, region)
  if (!change) return undefined
  const id = by.newId()
  const edits = noEdits()
  let at = change.at
  for (const node of change.old) {
    if (isOwnNode(node, by.key)) edits.nodes.push({ at, remove: node.nodeSize, insert: [] })
    else if (nodeSuggestion(node.attrs[SUGGESTED]) === undefined) edits.attributes.push({ at, value: `deletion:${id}` })
    at += node.nodeSize
  }
  const insert = change.fresh.flatMap((node) => (isEmpty(node) ? [] : (proposed(node, id) ?? [])))
  const end = at
  if (insert.length > 0) edits.nodes.push({ at: end, remove: 0, insert })
  const select = (after: Node, mapping: Mapping): Selection => {
    // It is proposed already: the caret goes past it.
    if (isNothing(edits)) return TextSelection.near(after.resolve(change.at), -1)
    const start = mapping.map(end, -1)
    if (insert.length > 0 && after.nodeAt(start)?.isAtom) return NodeSelection.create(after, start)
    return TextSelection.near(after.resolve(Math.min(insert.length > 0 ? start + 1 : start, after.content.size)), 1)
  }
  return { kind: 'proposal', edits, select, id }
}

const isEmpty = (node: Node): boolean => node.type.name === 'paragraph' && node.content.size === 0

/** The innermost parent that is the same before and after, and which of its children differ. */
function changeOf(before: Node, after: Node, { from, to, now }: Region): Change | undefined {
  const [$from, $to] = [before.resolve(from), before.resolve(to)]
  const [$start, $now] = [after.resolve(from), after.resolve(now)]
  for (let depth = Math.min($from.sharedDepth(to), $start.sharedDepth(now)); depth >= 0; depth -= 1) {
    const [old, fresh] = [$from.node(depth), $start.node(depth)]
    if (old.isTextblock || old.type !== fresh.type || old.type.spec['tableRole'] === 'row') continue
    if (depth > 0 && (!sameMarkup($from, $start, depth) || $from.before(depth) !== $start.before(depth))) continue
    if ($to.depth < depth || $now.depth < depth) continue
    return trimmed($from.start(depth), old.children, fresh.children)
  }
  return undefined
}

const sameMarkup = ($a: { node(depth: number): Node }, $b: { node(depth: number): Node }, depth: number): boolean =>
  $a.node(depth).hasMarkup($b.node(depth).type, $b.node(depth).attrs)

function trimmed(start: number, old: readonly Node[], fresh: readonly Node[]): Change {
  let first = 0
  let at = start
  const shorter = Math.min(old.length, fresh.length)
  for (; first < shorter && same(old[first], fresh[first]); first += 1) at += old[first]?.nodeSize ?? 0
  let last = 0
  while (last < shorter - first && same(old.at(-1 - last), fresh.at(-1 - last))) last += 1
  return { at, old: old.slice(first, old.length - last), fresh: fresh.slice(first, fresh.length - last) }
}

const same = (a: Node | undefined, b: Node | undefined): boolean => a !== undefined && b !== undefined && a.eq(b)

/** A copy without anything that was said about the old one; undefined when all that it holds was struck. */
function proposed(node: Node, id: string): Node | undefined {
  const copy = clean(node)
  return copy?.type.create({ ...copy.attrs, [SUGGESTED]: `insertion:${id}` }, copy.content)
}

function clean(node: Node): Node | undefined {
  if (node.isText) return node.mark(withoutSuggestions(node.marks).filter(({ type }) => type.name !== 'comment'))
  const children = kept(node).flatMap((child) => clean(child) ?? [])
  if (children.length === 0 && node.childCount > 0 && !node.inlineContent) return undefined
  const attrs = { ...node.attrs, [SUGGESTED]: null }
  return node.type.createAndFill(attrs, children, node.marks) ?? undefined
}

/** What was struck is not proposed again. */
const kept = ({ children }: Node): Node[] =>
  children.filter(
    (child) =>
      !child.marks.some(
        ({ type, attrs }) => type.name === 'deletion' || (type.name === 'insertion' && attrs['kind'] !== ''),
      ) && nodeSuggestion(child.attrs[SUGGESTED])?.what !== 'deletion',
  )
