import type { Mark, Node, Schema } from '@tiptap/pm/model'
import { type EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Mapping } from '@tiptap/pm/transform'
import { BOUNDARY } from '@cenacle/document/annotations'
import { noEdits } from './edits.ts'
import type { Proposal, Proposer } from './proposal.ts'
import { proposeBlocks } from './propose-blocks.ts'
import { insertions, isOwnText, isWithinOwn, type Region, regionOf } from './region.ts'
import { type Flat, flatten, withoutSuggestions } from './flatten.ts'
import { proposeDeletion } from './propose-deletion.ts'

const AS_IS: Proposal = { kind: 'as-is' }

/**
 * Turns what a person does into a proposal: what they add is marked as added, what they take away is marked and stays, and what they had
 * proposed themselves really changes.
 */
export function propose(state: EditorState, wanted: Transaction, by: Proposer): Proposal {
  const region = regionOf(wanted)
  if (!region || isWithinOwn(wanted, region, by.key)) return AS_IS
  if (isFormat(wanted)) return isOwnText(state.doc, region, by.key) ? AS_IS : { kind: 'blocked', why: 'format' }
  return (
    proposeText(state, wanted, region, by) ??
    proposeBlocks(state, wanted, region, by) ?? { kind: 'blocked', why: 'structure' }
  )
}

const isFormat = ({ mapping, before, doc }: Transaction): boolean =>
  mapping.maps.every((map) => {
    let moves = false
    map.forEach(() => (moves = true))
    return !moves
  }) &&
  before.textContent === doc.textContent &&
  before.content.size === doc.content.size &&
  sameNodes(before, doc)

function sameNodes(before: Node, after: Node): boolean {
  const shape = (node: Node): string => {
    const nodes: unknown[] = []
    node.descendants((child) => void (child.isText || nodes.push([child.type.name, child.attrs])))
    return JSON.stringify(nodes)
  }
  return shape(before) === shape(after)
}

function proposeText(state: EditorState, wanted: Transaction, region: Region, by: Proposer): Proposal | undefined {
  const { doc } = state
  const flat = flatten(wanted.doc, region.from, region.now)
  const edits = noEdits()
  const [$from, $to] = [doc.resolve(region.from), doc.resolve(region.to)]
  if (!flat || !$from.parent.isTextblock || !$to.parent.isTextblock) return undefined
  const grows = flat.length > 0
  const at = grows ? placeFor(doc, region) : region.from
  const id = grows ? (openId(doc, region, at, by) ?? by.newId()) : idBeside(doc, region, by)
  if (!proposeDeletion(doc, region, id, by.key, edits)) return undefined
  const insert = grows ? marked(state.schema, doc, at, flat, id) : []
  if (grows) edits.texts.push({ at, remove: 0, insert })
  const select = (after: Node, mapping: Mapping): Selection => {
    const caret = grows ? mapping.map(at, 1) : caretAfter(state, region, mapping)
    return TextSelection.near(after.resolve(caret), grows ? -1 : 1)
  }
  return { kind: 'proposal', edits, select, id }
}

/** Where text goes: after what it replaces, and never in the middle of what shall go. */
export function placeFor(doc: Node, { from, to }: Pick<Region, 'from' | 'to'>): number {
  const $from = doc.resolve(from)
  const $at = doc.resolve(Math.min(to, $from.end()))
  let at = $at.pos
  let { nodeBefore: left, nodeAfter: right } = $at
  while (left && right && deletions(left).some((mark) => mark.isInSet(right?.marks ?? []))) {
    at += right.nodeSize
    const $next = doc.resolve(at)
    left = $next.nodeBefore
    right = $next.nodeAfter
  }
  return at
}

const deletions = (node: Node): Mark[] => node.marks.filter(({ type }) => type.name === 'deletion')

/** The proposal that is being typed, when it ends here or is what is replaced. */
function openId(doc: Node, region: Region, at: number, { current, key }: Proposer): string | undefined {
  const isTyping = region.from === region.to || isOwnText(doc, region, key)
  const left = doc.resolve(at).nodeBefore
  return isTyping && insertions(left?.marks ?? []).some(({ attrs }) => attrs['id'] === current) ? current : undefined
}

/** A deletion right beside the one that is being made goes on with it. */
function idBeside(doc: Node, { from, to }: Region, by: Proposer): string {
  const { current, isRecent } = by
  const beside = [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter]
  const goesOn = beside.some((node) => node && deletions(node).some(({ attrs }) => attrs['id'] === current))
  return goesOn && isRecent && current !== undefined ? current : by.newId()
}

/** New text with its mark; within the proposal of somebody else it is part of that one too. */
function marked(schema: Schema, doc: Node, at: number, flat: Flat, id: string): Node[] {
  const $at = doc.resolve(at)
  const around = insertions($at.nodeBefore?.marks ?? []).filter((mark) => mark.isInSet($at.nodeAfter?.marks ?? []))
  const within = around.map((mark) => mark.type.create({ ...mark.attrs, kind: '' }))
  const insertion = schema.mark('insertion', { id })
  return flat.map((piece) => {
    const own = piece === BOUNDARY ? schema.mark('insertion', { id, kind: 'split' }) : insertion
    const plain =
      piece === BOUNDARY ? schema.text(BOUNDARY) : schema.text(piece.text ?? '', withoutSuggestions(piece.marks))
    const marks = [...within.filter(({ attrs }) => attrs['id'] !== id), own].reduce(
      (set, mark) => mark.addToSet(set),
      plain.marks,
    )
    return plain.mark($at.parent.type.allowedMarks(marks))
  })
}

/** Backspace goes on to the left of what is struck, Delete to its right. */
function caretAfter({ selection }: EditorState, { from, to }: Region, mapping: Mapping): number {
  const forward = selection.empty && selection.head <= from
  return forward ? mapping.map(to, 1) : mapping.map(from, -1)
}
