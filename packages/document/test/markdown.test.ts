import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DocumentError } from '../src/document-error.ts'
import { INLINE_FORMS, MARK_FORMS } from '../src/markdown-inline.ts'
import { parseMarkdown } from '../src/markdown-parse.ts'
import { BLOCK_FORMS, serializeMarkdown } from '../src/markdown-serialize.ts'
import { normalize, repair } from '../src/repair.ts'
import { schema } from '../src/schema.ts'
import { documents, looseTree } from './generate.ts'

test('criterion 14: every node and every mark has a Markdown form', () => {
  // Written by the form of the node around them.
  const parts = ['doc', 'listItem', 'taskItem', 'tableRow', 'tableHeader', 'tableCell']
  assert.deepEqual(
    Object.keys(schema.nodes).sort(),
    [...Object.keys({ ...BLOCK_FORMS, ...INLINE_FORMS }), ...parts].sort(),
  )
  assert.deepEqual(Object.keys(schema.marks).sort(), [...Object.keys(MARK_FORMS), 'link', 'code'].sort())
})

test('criterion 14: import(export(doc)) is doc, over all nodes and marks', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(documents, (doc) => {
      doc.descendants((node) => {
        seen.add(node.type.name)
        for (const mark of node.marks) seen.add(mark.type.name)
      })
      const back = parseMarkdown(serializeMarkdown(doc))
      assert.deepEqual(back.toJSON(), doc.toJSON())
    }),
    { numRuns: 1000 },
  )
  const names = [...Object.keys(schema.nodes), ...Object.keys(schema.marks)].filter((name) => name !== 'doc')
  assert.deepEqual([...seen].sort(), names.sort())
})

test('criterion 14: a link that begins with code defines no reference', () => {
  const marks = [schema.mark('link', { href: 'https://a.fr' }), schema.mark('code')]
  const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(']: a', marks)])])
  const source = serializeMarkdown(doc)
  assert.equal(source, '[<code>\\]: a</code>](https://a.fr)\n')
  assert.deepEqual(parseMarkdown(source).toJSON(), doc.toJSON())
})

test('criterion 14: what looks like an address and is none stays text', () => {
  const doc = schema.node('doc', null, [
    schema.node('paragraph', null, [schema.text('-@-.0 et a@b.fr')]),
    schema.node('paragraph', null, [schema.text('vu', [schema.mark('italic')]), schema.text('@nom.fr')]),
  ])
  assert.deepEqual(parseMarkdown(serializeMarkdown(doc)).toJSON(), doc.toJSON())
})

test('repair gives a valid document in normal form from any tree', () => {
  fc.assert(
    fc.property(looseTree, (tree) => {
      const doc = repair(tree)
      doc.check()
      assert.ok(normalize(doc).eq(doc))
    }),
    { numRuns: 500 },
  )
})

test('criterion 14: export(import(text)) is a fixed point for any text', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 12, unit: 'binary-ascii' }),
    fc.constantFrom(
      '- a',
      '  - b',
      '1. c',
      '   2) d',
      '> q',
      '```',
      '~~~js',
      '::: tip T',
      ':::',
      '| a | b |',
      '|---|:-:|',
      '',
      '---',
      '***',
      '# h',
    ),
    fc.constantFrom(
      '\tcode',
      '- [ ] t',
      '- [x]',
      '<div>',
      '</div>',
      '<p>x</p><p>y',
      '[a]: b',
      '[a]',
      'a  ',
      'b\\',
      '===',
      '<!-- c',
      '![i](j)',
      '<br>',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const once = serializeMarkdown(parseMarkdown(lines.join('\n')))
      assert.equal(serializeMarkdown(parseMarkdown(once)), once)
    }),
    { numRuns: 800 },
  )
})

const roundTrips: Record<string, string> = {
  'escapes that Markdown needs':
    '\\# pas un titre\n\n1\\. pas une liste\n\na \\* b \\_c\\_ snake_case \\[x\\] R&D \\&amp;',
  'a pipe in a cell': '| a \\| b | c |\n| :--- | ---: |\n| `x\\|y` | **d**<br>e<p>f |',
  'nested mixed lists': '1. un\n   - deux\n     1. trois\n        - [ ] quatre\n        - [x] cinq\n2. six',
  'lists side by side': '- a\n\n+ b\n\n- [ ] c\n\n1. d\n\n1) e',
  'an item of several blocks': '- un\n\n  deux\n\n  ```js\n  \tcode\n\n  fin\n  ```\n\n- trois',
  'spaces inside marks': 'a<b> b </b>c\n\n&#32;**d**&#32;',
  'code with backticks': '``a`b`` et `` ` `` et ` `',
  links: '[a](https://fr.wikipedia.org/wiki/A_(b) "T \\"x\\"") <https://a.fr/?a=1&b=2> <a@b.fr> [b](<c d.md>)',
  images: '![Un arbre](./a.png "titre") [![b](/api/files/1)](https://a.fr)',
  'empty paragraphs': '&nbsp;\n\na\n\n&nbsp;',
  'callouts in callouts': ':::: warning Attention\n::: tip\n- a\n:::\n::::',
  breaks: 'a\\\nb<br>\n\n## c<br>d',
  'no link where none was': 'http\\://a.fr www\\.a.fr a\\@b.fr',
  footnotes:
    'Un fait[^1], **un autre**[^2].\n\n| a[^3] |\n| --- |\n\n[^1]: Voir [là](/x), p. 3.\n[^2]:\n[^3]: _Ibid._ $n$',
  'a colon behind a footnote': '[^1]\\: b\n\n[^1]: a',
  'no footnote where none was': '\\[^1\\] [\\^1](/x)',
  formulas: 'Soit $x^2$ et $\\frac{a}{b}$.\n\n$$\na = b\n+ c\n$$\n\n- $$\n  d\n  $$',
  prices: '5 $ et 6 $ ou \\$5 et 6 \\$',
  'formulas that dollars cannot say':
    '<math>\\\\text{si $x$}</math> $x$ 2 <math>x</math>2\n\n| <math>\\\\\\|v\\\\\\|</math> |\n| --- |\n\n$\\|v\\|$',
  mentions: '[@Maëlle Brossard](/personnes/0190-a) lit [[Le titre \\[1\\]]](/pages/0190-b)',
  'links that are no mentions': '[\\@Maëlle](/personnes/0190-a) [\\[x\\]](/pages/0190-b) [@a](/x)',
  files: '[budget 2026.ods](/api/files/0190 "fichier, 20480 octets") [a](/api/files/0190)',
  'decorative images': '![](/api/files/1 "décorative") ![](/api/files/1) ![a](/api/files/1 "décorative")',
  'a quote with a fence': '> a\n>\n> ````\n> ```\n> \tb\n> ````\n\n***',
}
for (const [name, markdown] of Object.entries(roundTrips)) {
  test(`canonical form: ${name}`, () => assert.equal(serializeMarkdown(parseMarkdown(markdown)), `${markdown}\n`))
}

const readings: Record<string, [from: string, to: string]> = {
  'other bullets, setext headings, indented code': ['* a\n* b\n\nT\n=\n\n    c', '- a\n- b\n\n# T\n\n```\nc\n```'],
  'HTML inside a line': [
    'a <b>b</b> <i>c</i> <u>d</u> <a href="/x">e</a><br/>f <img src="g.png" alt="h">',
    'a **b** _c_ d [e](/x)\\\nf ![h](g.png)',
  ],
  'HTML blocks': ['<p align="center">\n  <img src="a.png">\n</p>\n<script>alert(1)</script>', '![](a.png)'],
  'a component': ['<Button link="https://a.fr/" text="Lire" />', '[Lire](https://a.fr/)'],
  details: ['::: details Voir\na\n:::', '::: info Voir\na\n:::'],
  'a theme’s own container': ['::: lexique Donnée\na\n:::\nsuite', '::: info Donnée\na\n:::\n\nsuite'],
  'a container without space, never closed': [':::warning A\nb', '::: warning A\nb\n:::'],
  'containers with as many colons inside': [
    '::: tip\na\n::: danger B\nc\n:::\nd\n:::\ne',
    ':::: tip\na\n\n::: danger B\nc\n:::\n\nd\n::::\n\ne',
  ],
  'tasks among items': ['- a\n- [x] b\n- c', '- a\n\n+ [x] b\n\n- c'],
  references: ['[a][b] [b]\n\n[B]: /c "d"', '[a](/c "d") [b](/c "d")'],
  'dangerous addresses': ['[a](javascript:alert(1)) [b](//evil.example) ![c](data:image/svg+xml,x)', 'a b c'],
  entities: ['&eacute;&#x41;&hellip; &inconnu;', 'éA… &inconnu;'],
  'footnotes of others': [
    'a[^note] b[^note] [^rien]\n[^note]: un\ndeux\n\n    trois\n[^seule]: quatre\n\nfin',
    'a[^1] b[^2] \\[^rien\\]\n\nfin\n\nquatre\n\n[^1]: un deux trois\n[^2]: un deux trois',
  ],
  'formulas of others': ['$$x$$ et\n\n$$ y\n= z $$\n\n$ a $ b$', '$x$ et\n\n$$\n y\n= z\n$$\n\n$ a $ b\\$'],
  'formulas never closed': ['$$\na\n\n$b', '\\$$ a\n\n\\$b'],
  emphasis: ['*a **b*** __c__ ~~d~~ ~e~ a*b*c', '_a **b**_ **c** ~~d~~ ~~e~~ a<i>b</i>c'],
  'soft breaks': ['a\nb  \nc', 'a b\\\nc'],
}
for (const [name, [from, to]] of Object.entries(readings)) {
  test(`reads ${name}`, () => assert.equal(serializeMarkdown(parseMarkdown(from)), `${to}\n`))
}

test('refuses what is too deep or too large, and says which', () => {
  const code = (markdown: string) => {
    try {
      return serializeMarkdown(parseMarkdown(markdown)).length
    } catch (error) {
      return error instanceof DocumentError ? error.code : error
    }
  }
  assert.equal(code(`${'-\t'.repeat(2000)}a`), 'document-too-deep')
  assert.equal(code('> '.repeat(2000)), 'document-too-deep')
  assert.equal(code('::: tip\n'.repeat(2000)), 'document-too-deep')
  assert.equal(code(Array.from({ length: 400 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')), 'document-too-deep')
  assert.equal(code('x'.repeat(1_048_577)), 'document-too-large')
  assert.equal(
    code(`|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n${`|${'b|'.repeat(2000)}\n`.repeat(200)}`),
    'document-too-large',
  )
})

test('keeps the text of what lies deeper than a document may be', () => {
  const markdown = Array.from({ length: 50 }, (_, i) => `${'  '.repeat(i)}- mot${i}`).join('\n')
  const doc = parseMarkdown(markdown)
  assert.match(doc.textContent, /mot0.*mot31.*mot49/)
  assert.deepEqual(parseMarkdown(serializeMarkdown(doc)).toJSON(), doc.toJSON())
})
