import * as Y from 'yjs'
import type { Deletes } from './deletes.ts'
import { type Guard, NotAllowed } from './guard.ts'
import { findLosses, type Loss } from './losses.ts'
import { applyAll, type Change, checkDepth, dangles, isText, keepUnsaid } from './page-apply.ts'
import { Malformed } from './reader.ts'
import type { ScannedUpdate } from './update-merge.ts'
import { scanUpdate, type UpdateScan } from './update-scan.ts'

/** Most visible characters of a page. */
export const MAX_CHARACTERS = 1_000_000
/** The document takes what waits when this many updates wait, if nobody asked for it before. */
const APPLY_AT = 256
/** The tail is folded into the base from this many updates on. */
const REBASE_AT = 2_000

/** The page has no room for that much text. */
export class PageTooLarge extends Error {
  override name = 'PageTooLarge'
}

/**
 * A page's document, brought up to date only when somebody needs it. `base` and `tail` are the truth; the Y.Doc is made from them
 * when it is asked for, thrown away when an update breaks it, and let go when the page is quiet.
 *
 * The tail is in the order of arrival. Its first `settled` updates may be shown (they are committed, or the log is silent); its first
 * `applied` are in the Y.Doc. A structural change must be tried on the document before it is committed: until then it is ahead.
 */
export class PageDocument {
  #base: Uint8Array | undefined
  #tail: Uint8Array[]
  #settled: number
  #applied = 0
  #doc: Y.Doc | undefined
  /** At least as many characters as there are. */
  #atMost: number
  #losses: Loss[] = []

  constructor(base: Uint8Array | undefined, tail: readonly Uint8Array[]) {
    this.#base = base
    this.#tail = [...tail]
    this.#settled = tail.length
    this.#atMost = tail.reduce((sum, update) => sum + update.length, base?.length ?? 0)
  }

  /** False while the document holds something that may not be shown yet. */
  get readable(): boolean {
    return this.#applied <= this.#settled
  }

  /** Whether a Y.Doc is held in memory. */
  get awake(): boolean {
    return this.#doc !== undefined
  }

  /** Whether text was found that a merge took away, and that nobody has taken from here yet. */
  get hasLosses(): boolean {
    return this.#losses.length > 0
  }

  /** Hands out what was found; the same may be found again when the document is made anew from the log. */
  takeLosses(): Loss[] {
    return this.#losses.splice(0)
  }

  /** They could not be kept this time. */
  giveBack(losses: readonly Loss[]): void {
    this.#losses.unshift(...losses)
  }

  /** Takes an update that has passed `scanUpdate` as plain; it is applied some time later. */
  push(update: Uint8Array): void {
    this.#tail.push(update)
    if (this.#doc && this.#settled - this.#applied > APPLY_AT) this.#catchUp(this.#settled)
  }

  /** Whether `inserted` more characters have room; counts only when it might be tight. */
  fits(inserted: number): boolean {
    if (this.#atMost + inserted > MAX_CHARACTERS) this.#atMost = this.characters()
    if (this.#atMost + inserted > MAX_CHARACTERS) return false
    this.#atMost += inserted
    return true
  }

  /** The next `count` updates of the tail may be shown. */
  settle(count: number): void {
    this.#settled += count
    if (this.#tail.length > REBASE_AT && this.#settled === this.#tail.length) this.#rebase()
  }

  /** Takes a committed update that another process has written. */
  insert(update: Uint8Array): void {
    this.#tail.splice(this.#settled, 0, update)
    this.#settled += 1
    if (!this.#doc || this.#applied < this.#settled - 1) return
    this.#apply(this.#doc, [update])
    this.#applied += 1
  }

  /** The document as it may be shown; call it only when `readable`. */
  current(): Y.Doc {
    return this.#catchUp(Math.max(this.#settled, this.#applied))
  }

  /**
   * Tries an update on the document, at once.
   * @returns what it brings that is new, possibly nothing
   * @throws PageTooLarge, NotAllowed, and Malformed if it cannot be applied or nests too deeply; the document is as before
   */
  offer(update: Uint8Array, scan: UpdateScan, guard?: Guard): ScannedUpdate | undefined {
    try {
      return this.#change((doc) => {
        const unsaid = this.#receive(doc, update, guard)
        for (const { client, clock } of scan.nodes) checkDepth(doc, client, clock)
        return { unsaid, ...(dangles(doc, scan) && { instead: update }) }
      })
    } catch (error) {
      if (error instanceof Malformed || error instanceof PageTooLarge || error instanceof NotAllowed) throw error
      throw new Malformed('it cannot be applied', { cause: error })
    }
  }

  /**
   * Edits the document on the server, under the client id of whoever asked for it.
   * @param change may return an update that was made from an older state, in a thread of its own: it is applied like a browser's
   * @returns the update to append, if anything changed
   * @throws PageTooLarge, Malformed, and what `change` throws; the document is as before
   */
  edit(clientId: number, change: Change): ScannedUpdate | undefined {
    return this.#change((doc) => {
      doc.clientID = clientId
      const update = doc.transact(() => change(doc))
      return update instanceof Uint8Array ? { unsaid: this.#receive(doc, update) } : {}
    })
  }

  /** Visible characters, markup not counted. */
  characters(): number {
    let count = 0
    for (const structs of this.current().store.clients.values()) {
      for (const struct of structs) if (!struct.deleted && isText(struct)) count += struct.length
    }
    return count
  }

  /** What a browser with this state vector lacks. An empty browser gets the stored bytes, and no document is built for it. */
  encode(stateVector?: Uint8Array): Uint8Array {
    const fresh = stateVector === undefined || stateVector.length <= 1
    if (fresh && !this.#doc && this.#tail.length === 0 && this.#base) return this.#base
    return Y.encodeStateAsUpdate(this.current(), stateVector)
  }

  /** What the document has, to ask a browser for the rest. */
  stateVector(): Uint8Array {
    if (!this.#doc && this.#tail.length === 0)
      return this.#base ? Y.encodeStateVectorFromUpdate(this.#base) : new Uint8Array([0])
    return Y.encodeStateVector(this.current())
  }

  /** Lets the Y.Doc go and keeps its bytes. */
  rest(): void {
    if (this.#settled < this.#tail.length) return
    this.#rebase()
    this.#doc?.destroy()
    this.#doc = undefined
  }

  #rebase(): void {
    if (this.#tail.length === 0) return
    this.#base = Y.encodeStateAsUpdate(this.current())
    this.#tail = []
    this.#settled = 0
    this.#applied = 0
  }

  #change(work: (doc: Y.Doc) => Changed): ScannedUpdate | undefined {
    const doc = this.#catchUp(this.#tail.length)
    const brought: Uint8Array[] = []
    const deleted: Y.Transaction['deleteSet'][] = []
    const collect = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { deleteSet }: Y.Transaction): void => {
      brought.push(update)
      deleted.push(deleteSet)
    }
    // What lands in a block that is gone must reach the log with its letters, not as a hole.
    doc.gc = false
    doc.on('update', collect)
    try {
      const { unsaid, instead } = work(doc)
      const bytes = instead ?? (brought.length > 1 ? Y.mergeUpdates(brought) : brought[0])
      if (!bytes) return undefined
      const update = keepUnsaid({ bytes, scan: scanUpdate(bytes) }, unsaid)
      if (!this.fits(update.scan.inserted)) throw new PageTooLarge()
      this.#tail.push(update.bytes)
      this.#applied += 1
      for (const deletes of deleted) Y.tryGc(deletes, doc.store, doc.gcFilter)
      return update
    } catch (error) {
      this.#forget()
      throw error
    } finally {
      doc.gc = true
      doc.off('update', collect)
    }
  }

  /** Applies what a browser made, and notes what it takes away without saying so. @returns that */
  #receive(doc: Y.Doc, update: Uint8Array, guard?: Guard): Deletes {
    const apply = (): void => Y.applyUpdate(doc, update)
    const { losses, unsaid } = findLosses(doc, [update], guard ? () => void guard(doc, apply) : apply)
    this.#losses.push(...losses)
    return unsaid
  }

  #forget(): void {
    this.#doc?.destroy()
    this.#doc = undefined
    this.#applied = 0
  }

  #catchUp(to: number): Y.Doc {
    if (!this.#doc) {
      this.#doc = newPageDoc()
      this.#applied = 0
      if (this.#base) applyAll(this.#doc, [this.#base])
    }
    if (this.#applied < to) {
      this.#apply(this.#doc, this.#tail.slice(this.#applied, to))
      this.#applied = to
    }
    return this.#doc
  }

  #apply(doc: Y.Doc, updates: readonly Uint8Array[]): void {
    this.#losses.push(...findLosses(doc, updates, () => applyAll(doc, updates)).losses)
  }
}

interface Changed {
  /** What is gone although the update does not say so: the log says it neither, so that it can be told from what was deleted. */
  unsaid?: Deletes
  /** What to keep instead of what the document says is new. */
  instead?: Uint8Array
}

/** An empty page, with the root types that tools outside rely on. */
export function newPageDoc(): Y.Doc {
  const doc = new Y.Doc()
  void [doc.getXmlFragment('body'), doc.getText('title')]
  return doc
}
