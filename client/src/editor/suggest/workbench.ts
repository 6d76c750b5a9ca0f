import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { suggestionKey } from '@cenacle/document/annotations'
import { findSuggestions } from '@cenacle/document/suggestions'
import { applySuggestion, NotASuggestion } from '@cenacle/document/suggestion-guard'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { createPageDoc, readBody } from '@cenacle/document/yjs'
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { schemaExtensions } from '../schema/schema-extensions.ts'
import { makeEdits, stagesOf } from './edits.ts'
import { writeExactly } from './exact.ts'
import type { Proposer } from './proposal.ts'
import { propose } from './propose.ts'
import { settle } from './settle.ts'

/** For tests: the editors of several people on one page, without a screen. The binding is y-prosemirror's own diff. */
export const schema = getSchema(schemaExtensions)

/** A page from Markdown. */
export const pageOf = (markdown: string): Y.Doc => createPageDoc('Titre', parseMarkdown(markdown))
export const markdownOf = (ydoc: Y.Doc): string => serializeMarkdown(readBody(ydoc)).trimEnd()

/** What a key does, as `Desk.run` takes it. */
export const command =
  (run: Command) =>
  (state: EditorState): Transaction => {
    let done = state.tr
    run(state, (tr) => (done = tr))
    return done
  }

let clients = 100

/** One person with the page open. */
export class Desk {
  readonly doc = new Y.Doc()
  readonly by: Proposer
  readonly key: string
  readonly undo: Y.UndoManager
  state: EditorState
  suggests: boolean
  /** What was done here and is not handed in yet, a keystroke each. */
  unsent: Uint8Array[] = []
  #ids = 0
  #meta: ReturnType<typeof initProseMirrorDoc>['meta'] = { mapping: new Map(), isOMark: new Map() }

  /** @param client Yjs settles by it what two say at once: the higher one wins */
  constructor(page: Y.Doc, personId: string, suggests = true, client: number = clients++) {
    this.doc.clientID = client
    this.suggests = suggests
    this.key = suggestionKey(personId)
    this.by = {
      key: this.key,
      newId: () => `${this.key}-${this.doc.clientID}x${(this.#ids += 1)}`,
      current: undefined,
      isRecent: true,
    }
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(page))
    this.undo = new Y.UndoManager([this.body], { captureTimeout: 0, trackedOrigins: new Set(['typed']) })
    this.state = this.#read()
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (!(origin instanceof Host)) this.unsent.push(update)
    })
  }

  get body(): Y.XmlFragment {
    return this.doc.getXmlFragment('body')
  }

  /** As the binding reads it: it knows which node of the screen is which of the page. */
  #document(): Node {
    const { doc, meta } = initProseMirrorDoc(this.body, schema)
    this.#meta = meta
    return doc
  }

  #read(): EditorState {
    return EditorState.create({ doc: this.#document() })
  }

  /** What others did is on the screen. */
  load(): void {
    this.state = this.#read()
  }

  at(from: number, to = from): this {
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)))
    return this
  }

  /** Where a text begins. */
  find(text: string): number {
    let found = -1
    this.state.doc.descendants((node, position) => {
      if (node.isTextblock && found < 0) {
        const index = node.textContent.indexOf(text)
        if (index >= 0) found = position + 1 + index
      }
    })
    return found
  }

  /** Runs what a key or a menu would do. @returns why it is not possible */
  run(change: (state: EditorState) => Transaction): string | undefined {
    const wanted = change(this.state)
    if (!wanted.docChanged) {
      this.state = this.state.apply(wanted)
      return undefined
    }
    const proposal = this.suggests ? propose(this.state, wanted, this.by) : { kind: 'as-is' as const }
    if (proposal.kind === 'blocked') return proposal.why
    if (proposal.kind === 'as-is') this.write(wanted, [])
    else {
      this.by.current = proposal.id
      makeEdits(this.state, stagesOf(proposal.edits), (tr, texts) => this.write(tr, texts), proposal.select)
    }
    return undefined
  }

  write(tr: Transaction, texts: Parameters<typeof writeExactly>[2]): EditorState {
    this.doc.transact(() => {
      writeExactly(this.body, this.state.doc, texts)
      this.state = this.state.apply(tr)
      updateYFragment(this.doc, this.body, this.state.doc, this.#meta)
    }, 'typed')
    return this.state
  }

  type(text: string): this {
    for (const letter of text) this.run(({ tr }) => tr.insertText(letter))
    return this
  }

  backspace(times = 1): this {
    for (let i = 0; i < times; i += 1) {
      const { from, to } = this.state.selection
      this.run(({ tr }) => (from < to ? tr.deleteSelection() : tr.delete(from - 1, from)))
    }
    return this
  }

  settle(accept: boolean, which?: (text: Node) => boolean): void {
    const all = findSuggestions(this.state.doc).filter(({ from, to }) => which?.(this.state.doc.cut(from, to)) ?? true)
    const ids = new Set(all.flatMap((one) => one.ids))
    makeEdits(this.state, settle(this.state, ids, accept), (tr, texts) => this.write(tr, texts))
  }
}

/** The server, as far as rights go: it takes from each what they may do. */
export class Host {
  readonly doc = new Y.Doc()
  refused: string[] = []

  constructor(page: Y.Doc) {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(page))
  }

  take(desk: Desk): boolean {
    const update = Y.encodeStateAsUpdate(desk.doc, Y.encodeStateVector(this.doc))
    if (desk.suggests) return this.takeUpdate(desk.key, update)
    Y.applyUpdate(this.doc, update)
    return true
  }

  /** The same as the line brings it: one keystroke after the other. */
  takeEach(desk: Desk): boolean {
    return desk.unsent.splice(0).every((update) => {
      if (desk.suggests) return this.takeUpdate(desk.key, update)
      Y.applyUpdate(this.doc, update)
      return true
    })
  }

  /** Takes what somebody sends who may only suggest. */
  takeUpdate(key: string, update: Uint8Array): boolean {
    try {
      applySuggestion(this.doc, key, () => Y.applyUpdate(this.doc, update))
      return true
    } catch (error) {
      if (!(error instanceof NotASuggestion)) throw error
      this.refused.push(error.message)
      return false
    }
  }

  give(desk: Desk): void {
    Y.applyUpdate(desk.doc, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(desk.doc)), this)
    desk.load()
  }
}

/** A document in a line: `+added+`, `-removed-`, `¶` for a proposed end, `¦` for one that shall go. */
export function show(doc: Node): string {
  const text = (node: Node): string => {
    const kinds = node.marks.map(({ type, attrs }) =>
      type.name === 'insertion' ? (attrs['kind'] === 'join' ? '¦' : '+') : type.name === 'deletion' ? '-' : '',
    )
    const sign = kinds.join('')
    return sign === '¦' ? '¦' : `${sign}${node.text}${sign}`
  }
  const block = (node: Node): string => {
    const suggested = typeof node.attrs['suggested'] === 'string' ? node.attrs['suggested'].slice(0, 3) : ''
    const inside = node.children
      .map((child) => (child.isText ? text(child) : block(child)))
      .join(node.isTextblock ? '' : '/')
    return `${suggested && `{${suggested}}`}${node.type.name === 'paragraph' ? '' : node.type.name}(${inside})`
  }
  return doc.children.map(block).join(' ')
}
