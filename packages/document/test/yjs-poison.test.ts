import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as Y from 'yjs'
import { renderHtml } from '../src/html.ts'
import { parseMarkdown } from '../src/markdown-parse.ts'
import { serializeMarkdown } from '../src/markdown-serialize.ts'
import { BODY, createPageDoc, isSound, readBody, readTitle, replaceBody } from '../src/yjs.ts'
import { documents } from './generate.ts'

/** Everything that the server does with a page. */
function readAll(ydoc: Y.Doc): void {
  const doc = readBody(ydoc)
  doc.check()
  readTitle(ydoc)
  renderHtml(doc)
  assert.ok(parseMarkdown(serializeMarkdown(doc)).eq(doc))
}

const insertAny: unknown = Reflect.get(Y.Array.prototype, 'insert')
type Poison = (body: Y.XmlFragment) => void
const element = (name: string, attrs: Record<string, unknown> = {}, children: (Y.XmlElement | Y.XmlText)[] = []) => {
  const result = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attrs)) setAny(result, key, value)
  result.insert(0, children)
  return result
}
/** Attributes of types that an editor does not write. */
function setAny(target: Y.XmlElement, name: string, value: unknown): void {
  ;(target.setAttribute as (name: string, value: unknown) => void).call(target, name, value)
}
const poisons: Record<string, [poison: Poison, markdown: string]> = {
  'unknown node': [(body) => body.insert(0, [element('widget', { x: 1 }, [new Y.XmlText('texte')])]), 'texte\n'],
  'node named like a property': [
    (body) => body.insert(0, [element('__proto__', {}, [new Y.XmlText('a')]), element('constructor')]),
    'a\n',
  ],
  'heading level 99': [
    (body) => body.insert(0, [element('heading', { level: 99 }, [new Y.XmlText('a')])]),
    '###### a\n',
  ],
  'heading level of a wrong type': [
    (body) => body.insert(0, [element('heading', { level: { a: 1 } }, [new Y.XmlText('a')])]),
    '## a\n',
  ],
  'text at the top': [(body) => body.insert(0, [new Y.XmlText('nu')]), 'nu\n'],
  'item without list, cell without row': [
    (body) =>
      body.insert(0, [element('listItem', {}, [new Y.XmlText('a')]), element('tableCell', {}, [new Y.XmlText('b')])]),
    '- a\n\n| b |\n| --- |\n',
  ],
  'list of paragraphs': [
    (body) => body.insert(0, [element('bulletList', {}, [element('paragraph', {}, [new Y.XmlText('a')])])]),
    '- a\n',
  ],
  'empty containers': [
    (body) => body.insert(0, [element('bulletList'), element('table'), element('blockquote')]),
    '> &nbsp;\n',
  ],
  'rows of different lengths': [
    (body) =>
      body.insert(0, [
        element('table', {}, [
          element('tableRow', {}, [element('tableCell', { colspan: 1e9 }, [new Y.XmlText('a')])]),
          element('tableRow', {}, [element('tableCell'), element('tableHeader', {}, [new Y.XmlText('b')])]),
        ]),
      ]),
    '| a |  |\n| --- | --- |\n|  | b |\n',
  ],
  'a mark that does not exist, one with a bad address': [
    (body) => {
      const text = new Y.XmlText()
      text.insert(0, 'ab')
      text.format(0, 1, { blink: {}, bold: true })
      text.format(1, 1, { link: { href: 'javascript:alert(1)' } })
      body.insert(0, [element('paragraph', {}, [text])])
    },
    '**a**b\n',
  ],
  'an embed in the text': [
    (body) => {
      const text = new Y.XmlText('ab')
      text.insertEmbed(1, { image: 'x' })
      body.insert(0, [element('paragraph', {}, [text])])
    },
    'ab\n',
  ],
  'foreign Yjs types': [
    (body) => {
      const parent = element('paragraph', {}, [new Y.XmlText('a')])
      body.insert(0, [parent])
      // What the types of Yjs forbid, its wire format allows.
      const insert: (at: number, content: unknown[]) => void = (at, content) =>
        Reflect.apply(insertAny as () => void, parent, [at, content])
      insert(1, [new Y.XmlHook('h')])
      insert(1, [7, { a: 1 }, 'texte'])
    },
    'atexte\n',
  ],
  'control characters and lone surrogates': [
    (body) => body.insert(0, [element('paragraph', {}, [new Y.XmlText('a\u0000b\ud800c\r\nd')])]),
    'ab\ufffdc\\\nd\n',
  ],
  'an image without source': [
    (body) => body.insert(0, [element('image', { src: 'data:text/html,x', alt: 'Arbre' })]),
    'Arbre\n',
  ],
}
for (const [name, [poison, markdown]] of Object.entries(poisons)) {
  test(`a poisoned page reads: ${name}`, () => {
    const ydoc = new Y.Doc()
    poison(ydoc.getXmlFragment(BODY))
    const before = Y.encodeStateAsUpdate(ydoc)
    readAll(ydoc)
    assert.equal(serializeMarkdown(readBody(ydoc)), markdown)
    assert.deepEqual(Y.encodeStateAsUpdate(ydoc), before, 'reading wrote')
    const fresh = parseMarkdown('# Neuf\n\n- a')
    replaceBody(ydoc, fresh)
    assert.ok(readBody(ydoc).eq(fresh))
  })
}

function nested(levels: number): Y.Doc {
  const ydoc = new Y.Doc()
  let parent: Y.XmlFragment = ydoc.getXmlFragment(BODY)
  ydoc.transact(() => {
    for (let i = 0; i < levels; i++) {
      const child = new Y.XmlElement('blockquote')
      parent.insert(0, [child])
      parent = child
    }
    parent.insert(0, [new Y.XmlText('au fond')])
  })
  return ydoc
}

test('a fragment nested ten thousand deep reads, its text kept, and is not sound', () => {
  const ydoc = nested(10_000)
  readAll(ydoc)
  assert.equal(readBody(ydoc).textContent, 'au fond')
  assert.equal(isSound(ydoc), false)
})

test('a fragment nested too deep can be replaced', () => {
  const ydoc = nested(1000)
  replaceBody(ydoc, parseMarkdown('a'))
  assert.equal(serializeMarkdown(readBody(ydoc)), 'a\n')
  assert.equal(isSound(ydoc), true)
})

const NAMES = [
  'paragraph',
  'heading',
  'bulletList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'codeBlock',
  'callout',
  'image',
  'text',
  'doc',
  'zzz',
  '',
]
const VALUES = [0, -1, 99, '', 'x', true, null, 1e308, {}, [], { href: 1 }, 'javascript:alert(1)']

/** One random change anywhere in the fragment, such as no editor would make. */
function mutate(body: Y.XmlFragment, random: (below: number) => number): void {
  const pick = <T>(values: readonly T[]) => values[random(values.length)] as T
  let target = body
  for (let step = random(5); step > 0; step--) {
    const inner = target.toArray().filter((child) => child instanceof Y.XmlElement)
    if (inner.length > 0) target = pick(inner)
  }
  const action = random(4)
  if (action === 0 && target.length > 0) target.delete(random(target.length), 1)
  else if (action === 1) target.insert(random(target.length + 1), [new Y.XmlElement(pick(NAMES))])
  else if (action === 2) target.insert(random(target.length + 1), [new Y.XmlText(pick(['a', '\ud800', '| b', '\n']))])
  else if (target instanceof Y.XmlElement) {
    setAny(target, pick(['level', 'start', 'checked', 'src', 'kind', '__proto__']), pick(VALUES))
  }
}

test('1,000 mutated pages read, render, export and can be replaced', () => {
  fc.assert(
    fc.property(documents, fc.array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 120 }), (doc, numbers) => {
      const ydoc = createPageDoc('t', doc)
      let at = 0
      const random = (below: number) => (numbers[at++ % numbers.length] ?? 0) % below
      for (let i = 0; i < 8; i++) mutate(ydoc.getXmlFragment(BODY), random)
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
      readAll(copy)
      replaceBody(ydoc, doc)
      assert.ok(readBody(ydoc).eq(doc))
    }),
    { numRuns: 1000 },
  )
})
