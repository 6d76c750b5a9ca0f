import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { findWrapping } from '@tiptap/pm/transform'
import { anchorAgain, commentsIn, findPlace, setComment } from '@cenacle/document/comments'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { createPageDoc, readBody } from '@cenacle/document/yjs'
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror'
import * as Y from 'yjs'
import { schemaExtensions } from '../schema/schema-extensions.ts'

// The merge table of reference/coediting.md, with somebody who comments while somebody else writes in the editor's own schema.

const schema = getSchema(schemaExtensions)
const WORDS = 'le passage à discuter'
const pageOf = (markdown: string): Y.Doc => createPageDoc('t', parseMarkdown(markdown))
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const merge = (a: Y.Doc, b: Y.Doc): void => {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)]
  Y.applyUpdate(a, fromB)
  Y.applyUpdate(b, fromA)
}
const markdown = (doc: Y.Doc): string => serializeMarkdown(readBody(doc)).trim()

/** As the server does. */
function comment(doc: Y.Doc): { id: string; text: string; before: string; after: string } {
  const passage = findPlace(doc, { near: 0, quote: { text: WORDS, before: '', after: '' } })
  assert.ok(passage)
  setComment(doc, passage.flow, passage, 'fil')
  const { text, before, after } = passage
  return { id: 'fil', text, before, after }
}

/** One step in an editor: y-prosemirror's own reading and writing, around a transaction. */
function edit(doc: Y.Doc, change: (tr: Transaction, at: (text: string) => number) => Transaction): Node {
  const body = doc.getXmlFragment('body')
  const node = yXmlFragmentToProseMirrorRootNode(body, schema)
  const state = EditorState.create({ doc: node })
  const next = change(state.tr, (text) => placeOf(node, text)).doc
  next.check()
  doc.transact(() => updateYFragment(doc, body, next, { mapping: new Map(), isOMark: new Map() }), 'typed')
  return next
}
function placeOf(doc: Node, text: string): number {
  let found = -1
  doc.descendants((node, position) => {
    const index = node.isTextblock && found < 0 ? node.textContent.indexOf(text) : -1
    if (index >= 0) found = position + 1 + index
  })
  assert.notEqual(found, -1, text)
  return found
}
const blockAt = (tr: Transaction, position: number) => {
  const $at = tr.doc.resolve(position)
  return { from: $at.before(1), to: $at.after(1), node: $at.node(1) }
}

type Change = Parameters<typeof edit>[1]
const changes: Record<string, { change: Change; covers?: string }> = {
  'types before it': { change: (tr, at) => tr.insertText('Alors : ', at('Voici')) },
  'types in it': {
    change: (tr, at) => tr.insertText('vraiment ', at('à discuter')),
    covers: 'le passage vraiment à discuter',
  },
  'types right behind it': { change: (tr, at) => tr.insertText(' encore', at('discuter') + 'discuter'.length) },
  'splits its paragraph before it': { change: (tr, at) => tr.split(at('le passage')) },
  'splits it in two': { change: (tr, at) => tr.split(at('à discuter')), covers: 'le passage \nà discuter' },
  'makes it bold in part': {
    change: (tr, at) => tr.addMark(at('passage'), at('passage') + 7, schema.mark('bold')),
  },
  'makes its paragraph a heading': {
    change: (tr, at) => {
      const { heading } = schema.nodes
      assert.ok(heading)
      return tr.setBlockType(at('le passage'), at('le passage'), heading, { level: 2 })
    },
  },
  'wraps its paragraph in a list': {
    change: (tr, at) => {
      const $at = tr.doc.resolve(at('le passage'))
      const range = $at.blockRange()
      const list = schema.nodes['bulletList']
      const wrapping = range && list && findWrapping(range, list)
      assert.ok(range && wrapping)
      return tr.wrap(range, wrapping)
    },
  },
  'cuts its paragraph and pastes it at the end': {
    change: (tr, at) => {
      const { from, to, node } = blockAt(tr, at('le passage'))
      return tr.delete(from, to).insert(tr.doc.content.size, node)
    },
  },
  'cuts its words and pastes them elsewhere': {
    change: (tr, at) => {
      const from = at('le passage')
      const slice = tr.doc.slice(from, from + WORDS.length)
      return tr.delete(from, from + WORDS.length).replace(placeOf(tr.doc, 'suite'), placeOf(tr.doc, 'suite'), slice)
    },
  },
}

for (const [what, { change, covers = WORDS }] of Object.entries(changes)) {
  test(`criterion 16: a comment stays when somebody ${what}`, () => {
    const page = pageOf(`Voici ${WORDS}, puis le reste.\n\nLa suite.`)
    comment(page)
    const browser = copyOf(page)
    edit(browser, change)
    merge(page, browser)
    assert.equal(commentsIn(page).get('fil')?.text, covers)
    assert.ok(!markdown(page).includes('fil'))
  })

  test(`criterion 16: a comment that is made while somebody ${what} is on its words, at the latest when the page is read anew`, () => {
    const page = pageOf(`Voici ${WORDS}, puis le reste.\n\nLa suite.`)
    const browser = copyOf(page)
    const known = comment(page)
    edit(browser, change)
    merge(page, browser)
    if (!commentsIn(page).has('fil')) anchorAgain(page, [known])
    const [words, commented] = [covers, commentsIn(page).get('fil')?.text ?? ''].map((text) =>
      text.replaceAll('\n', ''),
    )
    // What was typed at its very end in the same moment stands before or behind that end: Yjs decides by chance.
    const isOn = commented !== '' && (words?.includes(commented ?? '') || commented?.includes(words ?? ''))
    assert.ok(isOn, commented)
    Y.applyUpdate(browser, Y.encodeStateAsUpdate(page))
    assert.equal(markdown(browser), markdown(page))
  })
}

test('deleted words come back with their comment when the deletion is undone', () => {
  const page = pageOf(`Voici ${WORDS}, puis le reste.`)
  const known = comment(page)
  const browser = copyOf(page)
  const undo = new Y.UndoManager([browser.getXmlFragment('body')], { trackedOrigins: new Set(['typed']) })
  edit(browser, (tr, at) => tr.delete(at('le passage'), at('le passage') + WORDS.length))
  merge(page, browser)
  assert.equal(commentsIn(page).get('fil'), undefined)
  undo.undo()
  merge(page, browser)
  if (!commentsIn(page).has('fil')) anchorAgain(page, [known])
  assert.equal(commentsIn(page).get('fil')?.text, WORDS)
})

test('a comment in code: the editor shows the block, and what is typed in it stays', () => {
  const page = pageOf('```\nlet le passage à discuter = 1\n```\n\nUne formule $a+b$ ici.')
  comment(page)
  const browser = copyOf(page)
  const shown = edit(browser, (tr, at) => tr.insertText('ter', at(' = 1')))
  assert.equal(shown.firstChild?.type.name, 'codeBlock')
  merge(page, browser)
  assert.equal(markdown(page), '```\nlet le passage à discuterter = 1\n```\n\nUne formule $a+b$ ici.')
  assert.equal(commentsIn(page).get('fil')?.text, WORDS)
})

test('a passage over a formula leaves the formula as it is', () => {
  const page = pageOf('Une formule $a+b$ dans la phrase.')
  const passage = findPlace(page, { near: 0, quote: { text: 'formule dans', before: 'Une', after: 'la phrase' } })
  assert.ok(passage)
  setComment(page, passage.flow, passage, 'fil')
  edit(page, (tr, at) => tr.insertText('Voici : ', at('Une')))
  assert.equal(markdown(page), 'Voici : Une formule $a+b$ dans la phrase.')
})
