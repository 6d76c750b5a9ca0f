import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter } from '@tiptap/pm/tables'
import { prosemirrorToYXmlFragment, updateYFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror'
import * as Y from 'yjs'
import { schemaExtensions } from '../schema/schema-extensions.ts'
import { inWholeTable, ownTableEditing } from './tables.ts'

const schema = getSchema(schemaExtensions)
const cell = (type: string, text = '') => ({
  type,
  content: [{ type: 'paragraph', ...(text ? { content: [{ type: 'text', text }] } : {}) }],
})
const start = Node.fromJSON(schema, {
  type: 'doc',
  content: [
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Nom'), cell('tableHeader', 'Ville')] },
        { type: 'tableRow', content: [cell('tableCell', 'Inès'), cell('tableCell', 'Brest')] },
      ],
    },
  ],
})

/** Somebody's editor without its screen: their document, their plugins, their replica. */
class Peer {
  readonly doc = new Y.Doc()
  state: EditorState
  /** Changes that nobody asked for. */
  repairs = 0

  constructor(state: Uint8Array) {
    Y.applyUpdate(this.doc, state)
    this.state = this.#read()
  }

  #body(): Y.XmlFragment {
    return this.doc.getXmlFragment('body')
  }

  #read(): EditorState {
    const doc = yXmlFragmentToProseMirrorRootNode(this.#body(), schema)
    const selection = TextSelection.near(doc.resolve(Math.min(6, doc.content.size)))
    return EditorState.create({ doc, selection, plugins: [ownTableEditing()] })
  }

  #write(): void {
    updateYFragment(this.doc, this.#body(), this.state.doc, { mapping: new Map(), isOMark: new Map() })
  }

  /** What others sent arrives: the plugins look at it, and what they change would be sent back. */
  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update)
    const fresh = this.#read()
    const { transactions, state } = fresh.applyTransaction(fresh.tr.setMeta('arrived', true))
    this.state = state
    if (transactions.some(({ docChanged }) => docChanged)) {
      this.repairs += 1
      this.#write()
    }
  }

  dispatch(tr: Transaction): void {
    this.state = this.state.apply(tr)
  }

  run(command: Command): void {
    inWholeTable(this, command)
    this.#write()
  }

  /** Cells of each row. */
  widths(): number[] {
    return this.state.doc.firstChild?.children.map((row) => row.childCount) ?? []
  }
}

const sync = (a: Peer, b: Peer): void => {
  const [fromA, fromB] = [a, b].map(({ doc }) => Y.encodeStateAsUpdate(doc))
  if (fromA) b.receive(fromA)
  if (fromB) a.receive(fromB)
}

test('T15: two people add rows and columns at once, and the table has what they added, no more', () => {
  const seed = new Y.Doc()
  prosemirrorToYXmlFragment(start, seed.getXmlFragment('body'))
  const state = Y.encodeStateAsUpdate(seed)
  const [ines, karim] = [new Peer(state), new Peer(state)]
  const rounds = 30
  for (let round = 0; round < rounds; round += 1) {
    // Each without having seen the other's.
    ines.run(round % 3 === 0 ? addColumnAfter : addRowAfter)
    karim.run(round % 3 === 1 ? addColumnAfter : addRowAfter)
    sync(ines, karim)
  }
  sync(ines, karim)
  const columns = 2 + (2 * rounds) / 3
  assert.deepEqual([ines.repairs, karim.repairs], [0, 0], 'what arrives is repaired by nobody')
  assert.deepEqual(karim.state.doc.toJSON(), ines.state.doc.toJSON())
  assert.equal(ines.widths()[0], columns)
  assert.ok(Math.max(...ines.widths()) <= columns + 2, `${Math.max(...ines.widths())} cells in a row`)
  // The next command of anybody makes it whole.
  ines.run(addRowAfter)
  assert.deepEqual([...new Set(ines.widths())], [columns])
  assert.match(ines.state.doc.textContent, /Nom.*Ville.*Inès.*Brest/)
})

test('words in a cell beyond the header are kept, and widen the table', () => {
  const doc = Node.fromJSON(schema, {
    type: 'doc',
    content: [
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Nom')] },
          { type: 'tableRow', content: [cell('tableCell'), cell('tableCell', 'Brest'), cell('tableCell')] },
        ],
      },
    ],
  })
  const seed = new Y.Doc()
  prosemirrorToYXmlFragment(doc, seed.getXmlFragment('body'))
  const peer = new Peer(Y.encodeStateAsUpdate(seed))
  peer.run(addRowAfter)
  assert.deepEqual(peer.widths(), [2, 2, 2])
  assert.match(peer.state.doc.textContent, /Brest/)
})
