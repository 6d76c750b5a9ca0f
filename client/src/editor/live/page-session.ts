import { handIn } from '@cenacle/collab/hand-in'
import { decodeMessage, MESSAGE_SAVED } from '@cenacle/collab/protocol'
import { schemaVersion } from '@cenacle/document/schema-version'
import { IndexeddbPersistence } from 'y-indexeddb'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { isPageUnsaved, markPageDraft, pageDraft } from '../../lib/page-drafts.ts'
import { mayWrite, Passage } from './access.ts'
import { type Composing, holdWhileComposing } from './composing.ts'
import { linesTo } from './lines.ts'
import { LocalCopy } from './local-copy.ts'
import { peopleIn, type Present } from './people.ts'
import {
  afterEvent,
  isAtRisk,
  isCalm,
  restsIn,
  type SaveEvent,
  type SaveWord,
  type StopReason,
  untouched,
  wordFor,
} from './saved-state.ts'
import { typedText } from './typed-text.ts'

/** What the screen shows of a session; a new object when something changes. */
export interface SessionView {
  word: SaveWord
  /** The text is here: from the server, or kept on this device from an earlier visit. */
  ready: boolean
  /** Leaving may lose something; said until the keys rest, see `isAtRisk` for this very moment. */
  atRisk: boolean
  /** All that was typed here is on this device's disk, where it matters: only then may the screen say so. */
  kept: boolean
  people: readonly Present[]
}

const LOCAL_LOAD_MS = 1_500
const TICK_MS = 1_000
const LATER_MS = 3_000
const STOPS: Record<number, StopReason> = { 4401: 'signed-out', 4403: 'read-only', 4404: 'gone', 4426: 'outdated' }

/** One person writing in one page: its document, its line to the server, and what is known to be stored. */
export class PageSession {
  readonly doc = new Y.Doc()
  readonly body = this.doc.getXmlFragment('body')
  readonly title = this.doc.getText('title')
  readonly awareness = new Awareness(this.doc)
  readonly composing: Composing
  readonly #pageId: string
  readonly #passage: Passage
  readonly #draft: string
  readonly #provider: WebsocketProvider
  readonly #local: IndexeddbPersistence
  readonly #copy: LocalCopy
  readonly #listeners = new Set<() => void>()
  readonly #timer: ReturnType<typeof setInterval>
  #facts = untouched
  #view: SessionView = { word: 'connecting', ready: false, atRisk: false, kept: true, people: [] }
  #unsent: Uint8Array[] = []
  #isMarked = false
  #rest: ReturnType<typeof setTimeout> | undefined
  #ready = false
  /** The line has carried the text once: a proxy that takes a WebSocket and drops it has refused it. */
  #wasSynced = false
  #leaving = false
  #ended = false

  constructor(pageId: string, personId: string) {
    this.#pageId = pageId
    this.#passage = new Passage(pageId)
    this.#draft = pageDraft(personId, pageId)
    this.awareness.setLocalState({ cursor: null, typing: false })
    this.#local = new IndexeddbPersistence(this.#draft, this.doc)
    this.#copy = new LocalCopy(this.#local, () => this.#show())
    this.#provider = new WebsocketProvider(`${location.origin.replace(/^http/, 'ws')}/collab`, pageId, this.doc, {
      connect: false,
      awareness: this.awareness,
      params: { saved: '1', schema: schemaVersion },
      // Between tabs it would go past the server's rights, and it would hide what is not saved.
      disableBc: true,
      shouldReconnect: ({ code }) => code !== 4205 && !(code >= 4400 && code < 4500),
      WebSocketPolyfill: linesTo({
        pageId,
        schema: schemaVersion,
        carrier: this.#passage.carrier,
        onSend: (frame) => this.#sending(frame),
      }),
    })
    this.composing = holdWhileComposing(this.#provider)
    this.#provider.messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
      const message = decodeMessage(decoder.arr)
      if (message.kind === 'saved') this.#apply({ ...message, type: 'heard' })
    }
    this.#provider.on('status', ({ status }) => status === 'connected' && this.#opened())
    this.#provider.on('sync', (isSynced) => isSynced && this.#synced())
    this.#provider.on('connection-close', () => void this.#closed())
    this.#provider.on('closed', ({ code }) => void this.#sentAway(code))
    this.doc.on('update', this.#onUpdate)
    this.awareness.on('change', this.#show)
    this.#timer = setInterval(this.#show, TICK_MS)
    void this.#start()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly view = (): SessionView => this.#view

  /** Leaves the page. What is not stored yet goes on being sent, and stays on this device until it is. */
  leave(): void {
    this.#leaving = true
    this.awareness.setLocalState(null)
    this.#endIfDone()
  }

  /** Whether leaving at this moment could lose something. */
  isAtRisk(): boolean {
    return isAtRisk(this.#facts)
  }

  /** What was typed here and is not known to be stored. */
  unsentText(): string {
    return typedText(this.#unsent)
  }

  async #start(): Promise<void> {
    const kept = isPageUnsaved(this.#draft)
    await Promise.race([this.#local.whenSynced, new Promise((resolve) => setTimeout(resolve, LOCAL_LOAD_MS))])
    if (this.#ended) return
    if (kept && this.body.length > 0) {
      this.#unsent.push(Y.encodeStateAsUpdate(this.doc))
      this.#apply({ type: 'typed', at: Date.now() })
      this.#becomeReady()
    }
    this.#provider.connect()
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.#provider || origin === this.#local) return
    this.#unsent.push(update)
    this.#copy.typed()
    this.#apply({ type: 'typed', at: Date.now() })
  }

  #opened(): void {
    this.#apply({ type: 'opened' })
    handIn(this.#provider.ws, this.#unsent)
  }

  #sending(frame: Uint8Array): void {
    const [type, step] = frame
    if (type === 0 && (step === 1 || step === 2)) this.#apply({ type: 'sent', handsIn: step === 1 })
  }

  #synced(): void {
    this.#wasSynced = true
    this.#passage.synced()
    this.#becomeReady()
  }

  #becomeReady(): void {
    this.#ready = true
    this.#show()
  }

  async #closed(): Promise<void> {
    const wasSynced = this.#wasSynced
    this.#wasSynced = false
    if (this.#ended) return
    this.#apply({ type: 'closed' })
    const reason = wasSynced ? undefined : await this.#passage.failed()
    if (reason) this.#stop(reason)
  }

  async #sentAway(code: number): Promise<void> {
    const reason = STOPS[code]
    if (reason) return this.#stop(reason)
    if (code === 4205) {
      const answer = await mayWrite(this.#pageId)
      if (answer === 'yes' || answer === 'unknown') return this.#provider.connect()
      return this.#stop(answer)
    }
    if (code !== 4408 && code !== 4429) return this.#stop('refused')
    setTimeout(() => !this.#ended && this.#provider.connect(), LATER_MS)
  }

  #stop(reason: StopReason): void {
    this.#provider.disconnect()
    this.#apply({ type: 'stopped', reason })
  }

  #apply(event: SaveEvent): void {
    this.#facts = afterEvent(this.#facts, event)
    if (!this.isAtRisk()) this.#unsent = []
    this.#show()
    this.#endIfDone()
  }

  /** What changes with each letter (it is on its way, it is stored) is not shown with each: React draws, and walks, the whole screen for it. */
  readonly #show = (): void => {
    const now = Date.now()
    const word = wordFor(this.#facts, now)
    const isUnsaved = this.isAtRisk()
    if (isUnsaved !== this.#isMarked) markPageDraft(this.#draft, isUnsaved)
    this.#isMarked = isUnsaved
    if (word === 'saving' && !isUnsaved) this.#showAfter(restsIn(this.#facts, now))
    const next = {
      word,
      ready: this.#ready,
      atRisk: word === 'saving' || isUnsaved,
      kept: isCalm(word) || this.#copy.isWhole,
      people: peopleIn(this.awareness, this.#view.people),
    }
    const { ready, atRisk, people, kept } = this.#view
    const isSame = next.ready === ready && next.atRisk === atRisk && next.people === people
    if (isSame && next.kept === kept && word === this.#view.word) return
    this.#view = next
    for (const listener of this.#listeners) listener()
  }

  #showAfter(ms: number): void {
    clearTimeout(this.#rest)
    this.#rest = setTimeout(this.#show, ms)
  }

  #endIfDone(): void {
    if (!this.#leaving || this.#ended) return
    const { stopped } = this.#facts
    if (this.isAtRisk() && !stopped) return
    this.#ended = true
    this.#copy.end()
    clearInterval(this.#timer)
    clearTimeout(this.#rest)
    this.#provider.destroy()
    // Another tab of the same person may still need it.
    if (isPageUnsaved(this.#draft)) void this.#local.destroy()
    else void this.#local.clearData()
    this.doc.destroy()
  }
}
