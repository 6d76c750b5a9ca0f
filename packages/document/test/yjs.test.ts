import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { prosemirrorToYXmlFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { parseMarkdown } from '../src/markdown-parse.ts'
import { serializeMarkdown } from '../src/markdown-serialize.ts'
import { BODY, createPageDoc, readBody, readTitle, replaceBody, replaceTitle, TITLE } from '../src/yjs.ts'
import { documents } from './generate.ts'

function copy(ydoc: Y.Doc): Y.Doc {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(ydoc))
  return other
}

test('a document comes back from Yjs as it went in', () => {
  fc.assert(
    fc.property(documents, (doc) => {
      const ydoc = copy(createPageDoc('Un titre', doc))
      assert.deepEqual(readBody(ydoc).toJSON(), doc.toJSON())
      assert.equal(readTitle(ydoc), 'Un titre')
    }),
    { numRuns: 300 },
  )
})

test('an empty page reads as one empty paragraph', () => {
  assert.equal(serializeMarkdown(readBody(new Y.Doc())), '')
})

test('replaceBody changes what differs and leaves the rest, so that carets stay', () => {
  const ydoc = createPageDoc('t', parseMarkdown('un\n\ndeux trois\n\nquatre'))
  const paragraph = ydoc.getXmlFragment(BODY).get(2) as Y.XmlElement
  const middle = (ydoc.getXmlFragment(BODY).get(1) as Y.XmlElement).get(0) as Y.XmlText
  const caret = Y.createRelativePositionFromTypeIndex(paragraph.get(0) as Y.XmlText, 3)
  const inside = Y.createRelativePositionFromTypeIndex(middle, 'deux t'.length)
  const events: unknown[] = []
  ydoc.on('update', (_, origin) => events.push(origin))
  replaceBody(ydoc, parseMarkdown('un\n\ndeux, trois\n\nentre\n\nquatre'), 'import')
  assert.equal(serializeMarkdown(readBody(ydoc)), 'un\n\ndeux, trois\n\nentre\n\nquatre\n')
  assert.deepEqual(events, ['import'])
  const at = (position: Y.RelativePosition) => Y.createAbsolutePositionFromRelativePosition(position, ydoc)
  assert.equal(at(caret)?.index, 3)
  assert.equal(at(caret)?.type.parent, paragraph)
  assert.equal(at(inside)?.index, 'deux, t'.length)
  events.length = 0
  replaceBody(ydoc, readBody(ydoc))
  assert.deepEqual(events, [], 'an equal body must not write')
})

test('replaceBody from any document to any other', () => {
  fc.assert(
    fc.property(documents, documents, (from, to) => {
      const ydoc = createPageDoc('t', from)
      replaceBody(ydoc, to)
      assert.deepEqual(readBody(ydoc).toJSON(), to.toJSON())
    }),
    { numRuns: 300 },
  )
})

test('replaceTitle writes one line and keeps what stays', () => {
  const ydoc = createPageDoc('Un titre', parseMarkdown(''))
  const caret = Y.createRelativePositionFromTypeIndex(ydoc.getText(TITLE), 'Un titre'.length)
  replaceTitle(ydoc, 'Un autre\n titre')
  assert.equal(readTitle(ydoc), 'Un autre  titre')
  assert.equal(Y.createAbsolutePositionFromRelativePosition(caret, ydoc)?.index, 'Un autre  titre'.length)
  ydoc.getText(TITLE).insertEmbed(2, { a: 1 })
  replaceTitle(ydoc, 'Neuf')
  assert.equal(readTitle(ydoc), 'Neuf')
})

test('what y-prosemirror writes is what we read', () => {
  const ydoc = new Y.Doc()
  const doc = parseMarkdown('- [x] a **b**\n\n| c |\n| :-: |')
  prosemirrorToYXmlFragment(doc, ydoc.getXmlFragment(BODY))
  assert.ok(readBody(ydoc).eq(doc))
})
