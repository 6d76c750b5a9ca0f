import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { renderHtml } from '../src/html.ts'
import { mapLinks } from '../src/links.ts'
import { parseMarkdown } from '../src/markdown-parse.ts'
import { serializeMarkdown } from '../src/markdown-serialize.ts'
import { headings } from '../src/outline.ts'
import { parsePage, serializePage } from '../src/page.ts'
import { excerpt, plainText } from '../src/plain-text.ts'
import { schema } from '../src/schema.ts'
import { documents } from './generate.ts'
import { payloads } from './payloads.ts'
import { assertSafe } from './safe-html.ts'

test('renders each node', () => {
  const markdown =
    '## Été 2026\n\na **b _c_** d\\\ne\n\n- [x] f\n\n3. g\n\n   h\n\n| i |\n| ---: |\n| j |\n\n::: danger K\nl\n:::\n\n```js\n<m>\n```'
  assert.equal(
    renderHtml(parseMarkdown(markdown)),
    [
      '<h2 id="ete-2026">Été 2026</h2>',
      '<p>a <strong>b <em>c</em></strong> d<br>e</p>',
      '<ul data-type="taskList"><li data-type="taskItem" data-checked="true"><label><input type="checkbox" disabled checked></label><div>f</div></li></ul>',
      '<ol start="3"><li><p>g</p>\n<p>h</p></li></ol>',
      '<table><thead><tr><th scope="col" data-align="right">i</th></tr></thead><tbody><tr><td data-align="right">j</td></tr></tbody></table>',
      '<aside class="callout callout-danger" role="note" data-callout="danger" data-title="K"><p class="callout-title">K</p><div class="callout-body"><p>l</p></div></aside>',
      '<pre data-language="js"><code>&lt;m&gt;</code></pre>',
    ].join('\n'),
  )
})

test('no payload comes through, in Markdown or in attributes of a peer', () => {
  for (const payload of payloads) assertSafe(renderHtml(parseMarkdown(payload)), payload)
  fc.assert(
    fc.property(documents, (doc) => assertSafe(renderHtml(doc), JSON.stringify(doc.toJSON()))),
    { numRuns: 300 },
  )
})

test('the DOM of the editor is inert too: hostile attributes give no address', () => {
  const bad = [
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    '//evil.example/x',
    '\\\\evil.example',
    'data:text/html,x',
    {},
    null,
    7,
  ]
  for (const value of bad) {
    const link = schema.marks.link.create({ href: value })
    const image = schema.nodes.image.create({ src: value, href: value })
    const specs: unknown[] = [link.type.spec.toDOM?.(link, true), image.type.spec.toDOM?.(image)]
    assert.doesNotMatch(JSON.stringify(specs), /"(?:href|src)"/)
  }
  const remote = schema.nodes.image.create({ src: 'https://evil.example/px.gif' })
  assert.doesNotMatch(JSON.stringify(remote.type.spec.toDOM?.(remote)), /"src"/)
  const heading = schema.nodes.heading.create({ level: 'h1 onclick=alert(1)' })
  assert.deepEqual(heading.type.spec.toDOM?.(heading), ['h2', 0])
})

test('headings have unique anchors, the same in the outline and in the HTML', () => {
  const doc = parseMarkdown('## Qu’est-ce que c’est ?\n\n> ### 1. Suite\n\n## Qu’est-ce que c’est ?\n\n## ?')
  assert.deepEqual(
    headings(doc).map(({ id, level }) => [id, level]),
    [
      ['qu-est-ce-que-c-est', 2],
      ['_1-suite', 3],
      ['qu-est-ce-que-c-est-1', 2],
      ['section', 2],
    ],
  )
  const ids = [...renderHtml(doc).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(
    ids,
    headings(doc).map(({ id }) => id),
  )
})

test('plain text has a line for each block', () => {
  const doc = parseMarkdown('## A\n\nb **c** ![d](e.png)\n\n::: tip F\n- g\n:::\n\n| h | i |\n| --- | --- |')
  assert.equal(plainText(doc), 'A\nb c d\nF\ng\nh\ni')
})

test('an excerpt cuts no cluster and prefers the end of a word', () => {
  assert.equal(excerpt('Bonjour à tous', 20), 'Bonjour à tous')
  assert.equal(excerpt('Bonjour à toutes et tous', 18), 'Bonjour à toutes…')
  const family = '👨‍👩‍👧‍👦'
  assert.equal(excerpt(family.repeat(5), 3), `${family.repeat(2)}…`)
  assert.equal(excerpt('e\u0301'.repeat(5), 3), `${'e\u0301'.repeat(2)}…`)
  assert.equal(excerpt('', 5), '')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, length) => {
      const clusters = [...new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(excerpt(text, length))]
      assert.ok(clusters.length <= length)
    }),
  )
})

test('a page takes its title from the front matter, or from its first heading, which leaves the body', () => {
  const read = (markdown: string) => {
    const { title, doc } = parsePage(markdown)
    return [title, serializeMarkdown(doc)]
  }
  assert.deepEqual(read('---\ntitle: "Un: \\"deux\\""\n---\nx'), ['Un: "deux"', 'x\n'])
  assert.deepEqual(read('intro\n\n# Un *titre*\n\nx'), ['Un titre', 'intro\n\nx\n'])
  assert.deepEqual(read('---\ntitle: A\n---\n\n# A\n\nx'), ['A', 'x\n'])
  assert.deepEqual(read('---\ntitle: A\n---\n\n# B\n'), ['A', '# B\n'])
  assert.deepEqual(read('---\n\nx'), [null, '***\n\nx\n'])
  assert.deepEqual(read('## x'), [null, '## x\n'])
})

test('a page survives its file', () => {
  fc.assert(
    fc.property(fc.string(), documents, (title, doc) => {
      const page = parsePage(serializePage(title || 'x', doc))
      const first = doc.children.find((node) => node.type.name === 'heading' && node.attrs.level === 1)
      fc.pre(first === undefined)
      assert.equal(page.title ?? '', (title || 'x').replace(/\p{Cc}+/gu, (c) => (/[\n\t\r]/.test(c) ? ' ' : '')).trim())
      assert.ok(page.doc.eq(doc))
    }),
    { numRuns: 200 },
  )
})

test('front matter is read in linear time and cannot bomb', () => {
  const bomb = `---\na: &a [x,x]\n__proto__: y\n${'b: *a\n'.repeat(300)}---\nx`
  assert.equal(parsePage(bomb).title, null)
  assert.deepEqual(
    { ...parsePage('---\nconstructor: 1\n- x\n  title: no\npermalink: /a: b\n---\nx').meta },
    { constructor: '1', permalink: '/a: b' },
  )
})

test('mapLinks rewrites links and images, or removes them', () => {
  const doc = parseMarkdown('[a](./b.md#c) ![d](e.png) [![f](g.png)](h.md) [i](https://j.example)')
  const mapped = mapLinks(doc, (url, use) =>
    url === 'g.png' ? null : use === 'image' ? '/api/files/1' : url.replace('.md', ''),
  )
  assert.equal(serializeMarkdown(mapped), '[a](./b#c) ![d](/api/files/1) f [i](https://j.example)\n')
})
