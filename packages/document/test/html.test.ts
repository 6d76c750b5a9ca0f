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
import { cleanLine } from '../src/repair-inline.ts'
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

test('footnotes come at the end, linked both ways', () => {
  const html = renderHtml(parseMarkdown('Un[^1], deux[^b].\n\n[^1]: _a_\n[^b]: b'))
  assert.match(
    html,
    /<sup class="footnote-ref"><a id="fnref:1" href="#fn:1" role="doc-noteref" aria-label="Note 1">1<\/a>/,
  )
  assert.match(
    html,
    /<section class="footnotes" role="doc-endnotes" aria-labelledby="fn:"><h2 id="fn:"[^>]*>Notes<\/h2>/,
  )
  assert.match(html, /<li id="fn:2">b <a href="#fnref:2" role="doc-backlink" aria-label="[^"]+">↩<\/a><\/li>/)
  assert.equal(plainText(parseMarkdown('Un[^1] mot\n\n[^1]: note')), 'Un mot\nnote')
  assert.deepEqual(headings(parseMarkdown('## A[^1]\n\n[^1]: b'))[0]?.text, 'A')
})

test('formulas are MathML that carries its TeX; what cannot be read is shown as it was written', () => {
  const html = renderHtml(parseMarkdown('$x^2$ $\\rien{$\n\n$$\n\\frac a b\n$$'))
  assert.match(html, /<span class="math"><math [^>]*><semantics><mrow><msup><mi>x<\/mi><mn>2<\/mn><\/msup><\/mrow>/)
  assert.match(html, /<annotation encoding="application\/x-tex">x\^2<\/annotation>/)
  assert.match(html, /<span class="math"><code class="math-source">\\rien\{<\/code><\/span>/)
  assert.match(html, /<div class="math-block"><math [^>]*display="block"/)
  const hostile = [
    '\\href{javascript:alert(1)}{x}',
    '\\def\\a{\\a\\a}\\a',
    '\\htmlStyle{color:red}{x}',
    '\\color{red}{x}',
    '\\boxed{x}',
  ]
  for (const tex of hostile) assertSafe(renderHtml(parseMarkdown(`$${tex}$`)), tex)
  const costly = renderHtml(
    parseMarkdown(Array.from({ length: 2000 }, (_, i) => `$\\frac{x_{${i}}}{${'y'.repeat(80)}}$`).join(' ')),
  )
  assert.match(costly, /class="math-source"/, 'a page of formulas has an end')
})

test('mentions, files and decorative images', () => {
  assert.equal(
    renderHtml(parseMarkdown('[@Maëlle](/personnes/a) [[T]](/pages/b) [n.pdf](/api/files/c "fichier, 2048 octets")')),
    '<p><span class="mention mention-person" data-mention="person" data-id="a" data-label="Maëlle">@Maëlle</span> ' +
      '<a class="mention mention-page" data-mention="page" data-id="b" data-label="T" href="/pages/b">T</a> ' +
      '<a class="file" href="/api/files/c" download="n.pdf" data-file="n.pdf" data-size="2048">n.pdf <span class="file-size">2\u00a0ko</span></a></p>',
  )
  assert.match(
    renderHtml(parseMarkdown('![](/api/files/1 "décorative")')),
    /<img src="\/api\/files\/1" alt="" loading="lazy" data-decorative="true">/,
  )
})

test('mapLinks takes mentions and files along', () => {
  const doc = parseMarkdown('[[T]](/pages/b) [[U]](/pages/c) [n.pdf](/api/files/c "fichier, 2 octets")')
  const mapped = mapLinks(doc, (url, use) =>
    use === 'file' ? 'fichiers/n.pdf' : url === '/pages/b' ? './t.md' : '/pages/d',
  )
  assert.equal(serializeMarkdown(mapped), '[T](./t.md) [[U]](/pages/d) [n.pdf](fichiers/n.pdf "fichier, 2 octets")\n')
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
  const withoutTitle = documents.filter((doc) =>
    doc.children.every((node) => node.type.name !== 'heading' || node.attrs.level !== 1),
  )
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('  ', '\n', '\u00a0?', '"', '\\', "''", ': ', '#'),
  )
  const titles = fc.array(part, { maxLength: 5 }).map((parts) => cleanLine(parts.join('')))
  fc.assert(
    fc.property(titles, withoutTitle, (title, doc) => {
      const page = parsePage(serializePage(title, doc))
      assert.equal(page.title ?? '', title)
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
