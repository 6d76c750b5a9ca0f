import * as Y from 'yjs'
import { type DeletedRange, type Deletes, deletesWithout, rangeWithout, readDeletes } from './deletes.ts'
import type { ScannedUpdate } from './update-merge.ts'
import { scanUpdate } from './update-scan.ts'

/**
 * Text that somebody typed and a merge took away although nobody deleted it: it landed in a block that somebody else had replaced
 * (wrapped, split, moved) without knowing of it.
 *
 * How it is told from what was deleted on purpose: Yjs writes into an update the id of everything that its author's browser
 * deleted, also of each letter below a deleted block. A letter that the author did not know of is in no such list; it is only gone because
 * its block is. So: deleted in the document, and named in no update.
 */
export interface Loss {
  /** The Yjs client that typed it, and its clocks [from, to): one for each UTF-16 unit of the text. */
  client: number
  from: number
  to: number
  text: string
  /** What stood around it in its block, and under which heading; '' where that is not known any more. */
  before: string
  after: string
  heading: string
}

interface Found {
  losses: Loss[]
  /** What is gone although no update says so. */
  unsaid: Deletes
}

const CONTEXT = 80
const NOTHING: Found = { losses: [], unsaid: new Map() }

/**
 * Applies updates that were made elsewhere, and finds the text that they take away without saying so.
 * @param apply applies all of `updates` to `doc`, in one transaction
 */
export function findLosses(doc: Y.Doc, updates: readonly Uint8Array[], apply: () => void): Found {
  let found = NOTHING
  let seen = false
  const look = (transaction: Y.Transaction): void => {
    if (!seen) found = lookAt(transaction, updates)
    seen = true
  }
  // Before Yjs throws the content of what is deleted away.
  doc.on('afterTransaction', look)
  try {
    apply()
  } finally {
    doc.off('afterTransaction', look)
  }
  return found
}

function lookAt(transaction: Y.Transaction, updates: readonly Uint8Array[]): Found {
  const swallowed = swallowedBy(transaction)
  const gone: Deletes = transaction.deleteSet.clients
  if (swallowed.size === 0 && gone.size === 0) return NOTHING
  const scanned = updates.flatMap(scannedIfGood)
  const said = readDeletes(scanned.map(({ bytes, scan }) => bytes.subarray(scan.deletesAt)))
  const unsaid = deletesWithout(gone, said)
  const runs = new Runs()
  for (const [client, ranges] of unsaid) for (const range of ranges) takeStored(transaction, client, range, runs)
  const lost = deletesWithout(swallowed, said)
  for (const { bytes, scan } of scanned)
    if (scan.ranges.some(({ client }) => lost.has(client))) takeDecoded(transaction.doc, bytes, lost, runs)
  return { losses: runs.all, unsaid }
}

/** From before a check existed, the log may hold what is refused today. */
function scannedIfGood(bytes: Uint8Array): ScannedUpdate[] {
  try {
    return [{ bytes, scan: scanUpdate(bytes) }]
  } catch {
    return []
  }
}

/** What came in and found its block already thrown away: Yjs keeps nothing of it but its clocks. */
function swallowedBy({ doc, beforeState, afterState }: Y.Transaction): Deletes {
  const swallowed: Deletes = new Map()
  for (const [client, to] of afterState) {
    const from = beforeState.get(client) ?? 0
    if (from === to) continue
    const structs = doc.store.clients.get(client) ?? []
    for (let i = Y.findIndexSS(structs, from); i < structs.length; i += 1) {
      const struct = structs[i]
      if (!(struct instanceof Y.GC)) continue
      const ranges = swallowed.get(client) ?? []
      swallowed.set(client, ranges)
      ranges.push({ clock: struct.id.clock, len: struct.length })
    }
  }
  return swallowed
}

function takeStored(transaction: Y.Transaction, client: number, { clock, len }: DeletedRange, runs: Runs): void {
  const structs = transaction.doc.store.clients.get(client) ?? []
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i += 1) {
    const item = structs[i]
    if (!item || item.id.clock >= clock + len) return
    if (item instanceof Y.Item) runs.add(item, { clock, len }, (from, to) => contextOf(item, from, to, transaction))
  }
}

function takeDecoded(doc: Y.Doc, bytes: Uint8Array, lost: Deletes, runs: Runs): void {
  for (const item of Y.decodeUpdate(bytes).structs) {
    if (!(item instanceof Y.Item)) continue
    for (const range of lost.get(item.id.client) ?? [])
      runs.add(item, range, () => ({ heading: headingOfGone(doc, item) }))
  }
}

type Context = Partial<Pick<Loss, 'before' | 'after' | 'heading'>>

/** What was typed in one go is one text. */
class Runs {
  readonly all: Loss[] = []

  add(item: Y.Item, range: DeletedRange, context: (from: number, to: number) => Context): void {
    if (!(item.content instanceof Y.ContentString)) return
    const { client, clock } = item.id
    const from = Math.max(clock, range.clock)
    const to = Math.min(clock + item.length, range.clock + range.len)
    if (from >= to) return
    const text = item.content.str.slice(from - clock, to - clock)
    const last = this.all.at(-1)
    const follows = last?.client === client && last.to === from
    if (last && follows && (from > clock || isAfter(item, client, from - 1))) {
      last.text += text
      last.to = to
      last.after = context(from, to).after ?? last.after
      return
    }
    this.all.push({ client, from, to, text, before: '', after: '', heading: '', ...context(from, to) })
  }
}

const isAfter = ({ origin }: Y.Item, client: number, clock: number): boolean =>
  origin?.client === client && origin.clock === clock

/** What stood around clocks [from, to) of an item, which may hold more than these. */
function contextOf(item: Y.Item, from: number, to: number, { deleteSet }: Y.Transaction): Required<Context> {
  const textOf = (other: Y.Item): string =>
    other.content instanceof Y.ContentString && (!other.deleted || Y.isDeleted(deleteSet, other.id))
      ? other.content.str
      : ''
  let before = textOf(item).slice(0, from - item.id.clock)
  for (let at = item.left; at && before.length < CONTEXT; at = at.left) before = textOf(at) + before
  let after = textOf(item).slice(to - item.id.clock)
  for (let at = item.right; at && after.length < CONTEXT; at = at.right) after += textOf(at)
  return { before: before.slice(-CONTEXT), after: after.slice(0, CONTEXT), heading: headingOver(item) }
}

/**
 * The heading over a block that is gone with all that was in it. Of that Yjs keeps clocks alone; the block itself comes right before them, since
 * whoever made it made it first.
 */
function headingOfGone({ store }: Y.Doc, { origin, rightOrigin, parent }: Y.Item): string {
  const beside = origin ?? rightOrigin ?? (parent instanceof Y.ID ? parent : null)
  const structs = beside && store.clients.get(beside.client)
  if (!structs || beside.clock >= Y.getState(store, beside.client)) return ''
  const at = Y.findIndexSS(structs, beside.clock)
  const block = structs[at] instanceof Y.GC ? structs[at - 1] : structs[at]
  return block instanceof Y.Item && block.deleted ? headingOver(block) : ''
}

/** The nearest heading above that still stands. */
function headingOver(item: Y.Item): string {
  let block = item
  while (block.parent instanceof Y.AbstractType && block.parent._item) block = block.parent._item
  for (let at = block.left; at; at = at.left) {
    if (at.deleted || !(at.content instanceof Y.ContentType)) continue
    const { type } = at.content
    if (type instanceof Y.XmlElement && type.nodeName === 'heading') return wordsOf(type).slice(0, CONTEXT)
  }
  return ''
}

const wordsOf = (element: Y.XmlElement): string =>
  element
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlText ? (child.toDelta() as { insert?: unknown }[]) : []))
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')

/** The parts of a loss that are in none of `ranges`, which are sorted: what is known already is left out. */
export const lossWithout = (loss: Loss, ranges: readonly DeletedRange[]): Loss[] =>
  rangeWithout({ clock: loss.from, len: loss.to - loss.from }, ranges).map(({ clock, len }) => {
    const start = clock - loss.from
    return {
      ...loss,
      from: clock,
      to: clock + len,
      text: loss.text.slice(start, start + len),
      before: (loss.before + loss.text.slice(0, start)).slice(-CONTEXT),
      after: (loss.text.slice(start + len) + loss.after).slice(0, CONTEXT),
    }
  })
