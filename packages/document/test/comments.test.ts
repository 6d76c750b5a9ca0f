import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as Y from 'yjs'
import { annotatedSchema } from '../src/annotated-schema.ts'
import {
  anchorAgain,
  attributeOf,
  commentedHtml,
  commentsIn,
  findPlace,
  type Place,
  setComment,
} from '../src/comments.ts'
import { flowOf } from '../src/flow.ts'
import { renderHtml } from '../src/html.ts'
import { parseMarkdown } from '../src/markdown-parse.ts'
import { findQuote, quoteAt } from '../src/quote.ts'
import { BODY, createPageDoc, readBody } from '../src/yjs.ts'
import { documents } from './generate.ts'

const page = (markdown: string): Y.Doc => createPageDoc('t', parseMarkdown(markdown))
const quote = (text: string, before = '', after = '') => ({ text, before, after })
const html = (ydoc: Y.Doc): string => renderHtml(readBody(ydoc))
const spans = (ydoc: Y.Doc): string | null => commentedHtml(Y.encodeStateAsUpdate(ydoc), html(ydoc), html)

function comment(ydoc: Y.Doc, id: string, place: Place): string | undefined {
  const passage = findPlace(ydoc, place)
  if (passage) setComment(ydoc, passage.flow, passage, id)
  return passage?.text
}

test('a passage is found by its words, wherever the browser put spaces, across marks and blocks', () => {
  const ydoc = page('## Le titre\n\nUn **mot** gras, puis\n\n- une liste :\n- deux')
  assert.equal(
    comment(ydoc, 'a', { near: 0, quote: quote('mot gras,\u00a0puis une\nliste :') }),
    'mot gras, puis\nune liste :',
  )
  assert.deepEqual(commentsIn(ydoc).get('a'), {
    text: 'mot gras, puis\nune liste :',
    before: 'Le titre\nUn ',
    after: '\ndeux\n',
  })
  assert.equal(comment(ydoc, 'b', { near: 0, quote: quote('rien de tel') }), undefined)
  assert.equal(
    spans(ydoc),
    '<h2 id="le-titre">Le titre</h2>\n<p>Un <strong><span data-comment="a">mot</span></strong><span data-comment="a"> gras, puis</span></p>\n' +
      '<ul><li><span data-comment="a">une liste :</span></li>\n<li>deux</li></ul>',
  )
  assert.equal(spans(page('rien')), null)
})

test('of several places that say the same, the surroundings decide, then the distance; without either none is chosen', () => {
  const text = 'oui\n\nnon\n\noui\n\npeut-être\n\noui\n\nnon\n\noui'
  const at = (near: number | undefined, before = '', after = '') => findQuote(text, quote('oui', before, after), near)
  assert.deepEqual(at(0, 'non\n', 'peut'), { from: 10, to: 13 })
  assert.deepEqual(at(15), { from: 26, to: 29 })
  assert.equal(at(undefined, 'non\n', ''), undefined)
  assert.deepEqual(at(undefined, 'non\noui\n'.slice(0, 4), 'peut-être'), { from: 10, to: 13 })
})

test('composed and decomposed letters are the same, and a letter is never cut', () => {
  const decomposed = 'un e\u0301te\u0301 tre\u0300s chaud'
  const range = findQuote(decomposed, quote('été très'), 0)
  assert.equal(range && decomposed.slice(range.from, range.to), 'e\u0301te\u0301 tre\u0300s')
  const emoji = 'un 😀 ici'
  const found = findQuote(emoji, quote('😀'), 0)
  assert.equal(found && emoji.slice(found.from, found.to), '😀')
})

test("an editor's positions go with what was typed meanwhile; when they lead elsewhere, the words decide", () => {
  const ydoc = page('le chat dort\n\nle chien dort')
  const text = (ydoc.getXmlFragment(BODY).get(0) as Y.XmlElement).get(0) as Y.XmlText
  const at = (index: number, assoc: number) =>
    Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, assoc))
  const place = { start: at(3, 0), end: at(7, -1), quote: quote('chat') }
  text.insert(0, 'voilà que ')
  text.insert('voilà que le ch'.length, 'er ch')
  assert.equal(findPlace(ydoc, place)?.text, 'cher chat')
  text.delete(0, text.length)
  assert.equal(findPlace(ydoc, place), undefined)
  assert.equal(findPlace(ydoc, { ...place, quote: quote('chien') })?.text, 'chien')
  const nonsense = { start: new Uint8Array([1, 2, 3]), end: new Uint8Array(0), quote: quote('chien') }
  assert.equal(findPlace(ydoc, nonsense)?.text, 'chien')
})

test('two threads may cover the same words; what is poisoned in a mark names no thread', () => {
  const ydoc = page('un deux trois')
  comment(ydoc, 'a', { near: 0, quote: quote('un deux') })
  comment(ydoc, 'b', { near: 0, quote: quote('deux trois') })
  const text = (ydoc.getXmlFragment(BODY).get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.format(0, 2, { 'comment--AAAAAAAA': { id: '"><script>' }, 'comment--BBBBBBBB': 'x', comment: null })
  assert.deepEqual(
    [...commentsIn(ydoc)].map(([id, { text: words }]) => [id, words]),
    [
      ['a', 'un deux'],
      ['b', 'deux trois'],
    ],
  )
  assert.match(
    spans(ydoc) ?? '',
    /^<p><span data-comment="a">un<\/span><span data-comment="a"> <\/span>.*<span data-comment="b"> trois<\/span><\/p>$/,
  )
})

test('a thread whose mark is gone comes back to its words where there is one such place', () => {
  const ydoc = page('Une phrase qui compte beaucoup.\n\nUne autre.')
  const known = { id: 'a', ...quote('qui compte beaucoup', 'Une phrase ', '.') }
  assert.deepEqual(anchorAgain(ydoc, [known]), ['a'])
  assert.equal(commentsIn(ydoc).get('a')?.text, 'qui compte beaucoup')
  assert.deepEqual(anchorAgain(ydoc, [known]), [])
  assert.deepEqual(anchorAgain(ydoc, [{ id: 'b', ...quote('Une', 'x', 'y') }]), [], 'a word alone says too little')
})

test('proposed text is no part of a passage, and a passage over it covers it', () => {
  const ydoc = page('un trois')
  const text = (ydoc.getXmlFragment(BODY).get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.insert(3, 'deux ', attributeOf(annotatedSchema.mark('insertion', { id: 's' })))
  assert.equal(comment(ydoc, 'a', { near: 0, quote: quote('un trois') }), 'un trois')
  assert.equal(commentsIn(ydoc).get('a')?.text, 'un trois')
  assert.equal(comment(ydoc, 'b', { near: 0, quote: quote('deux') }), 'deux')
})

test('on any document: the spans are all that the commented HTML has more, and every thread is found where it was put', () => {
  fc.assert(
    fc.property(documents, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }), (doc, picks) => {
      const ydoc = createPageDoc('t', doc)
      const { text, runs } = flowOf(ydoc.getXmlFragment(BODY), 'all')
      const ids = picks.map(([a, b], i) => {
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
        const passage = quoteAt(text, { from: from ?? 0, to: to ?? 0 })
        if (passage) setComment(ydoc, { text, runs }, passage, `t${i}`)
        return [`t${i}`, passage?.text ?? ''] as const
      })
      const found = commentsIn(ydoc)
      for (const [id, words] of ids) {
        const covered = found.get(id)?.text ?? ''
        assert.ok(
          words.toWellFormed().includes(covered.toWellFormed()) || /[\ud800-\udfff]/.test(words),
          `${words} / ${covered}`,
        )
      }
      assert.deepEqual(readBody(ydoc).toJSON(), doc.toJSON(), 'a comment is not part of the page')
      const commented = spans(ydoc)
      const bare = (commented ?? html(ydoc)).replaceAll(/<span data-comment="t\d">/g, '').replaceAll('</span>', '')
      assert.equal(bare, html(ydoc).replaceAll('</span>', ''))
      const covers = [...found.values()].some((one) => one.text.trim() !== '')
      if (covers) assert.notEqual(commented, null)
    }),
    { numRuns: 300 },
  )
})

test('characters that stand for fences, written by a peer, do not become spans', () => {
  const ydoc = page('bon \ufdd0\ufdd2 jour \ufdd1\ufde1\ufde1\ufde1\ufde1\ufde1\ufde1\ufde1\ufde1')
  comment(ydoc, 'a', { near: 0, quote: quote('jour') })
  assert.equal(spans(ydoc), null)
})
