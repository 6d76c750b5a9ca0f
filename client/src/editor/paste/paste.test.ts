import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { getSchema } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import { readHtml } from '@cenacle/document/html-read'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { schema as pages } from '@cenacle/document/schema'
import { schemaExtensions } from '../schema/schema-extensions.ts'
import { sliceOfHtml } from './paste-parser.ts'

const folder = new URL('./fixtures/', import.meta.url)
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.html'))
const editor = getSchema(schemaExtensions)

const pasted = (html: string): string => {
  const { content } = sliceOfHtml(readHtml(html), editor)
  return serializeMarkdown(pages.nodes.doc.create(null, Fragment.fromJSON(pages, content.toJSON())))
}

for (const name of fixtures) {
  test(`criterion 13: ${name} is pasted as its golden file says`, () => {
    const golden = readFileSync(new URL(name.replace('.html', '.md'), folder), 'utf8')
    assert.equal(pasted(readFileSync(new URL(name, folder), 'utf8')), golden)
    assert.equal(serializeMarkdown(parseMarkdown(golden)), golden)
  })
}

test('criterion 13: there are fixtures of each office', () => {
  const offices = ['word-365', 'word-web', 'libreoffice', 'google-docs', 'outlook']
  for (const office of offices) assert.ok(fixtures.includes(`${office}.html`), office)
})

for (const [what, html, expected] of [
  ['words of one line stay in the line', '<b>un</b> mot', '**un** mot\n'],
  ['bold takes no spaces along', 'a<b> b </b>c', 'a **b** c\n'],
  ['a heading is bold already', '<h2><b>Titre</b></h2>', '## Titre\n'],
  [
    'a list that begins deeper than what follows loses nothing',
    word(2, 'o', 'Dedans') + word(1, '1.', 'Dehors'),
    '- Dedans\n\n1. Dehors\n',
  ],
  [
    'counting that begins anew is another list',
    word(1, '1.', 'a') + word(1, '2.', 'b') + word(1, '1.', 'c'),
    '1. a\n2. b\n\n1) c\n',
  ],
  ['without the style sheet the marker tells', word(1, '·', 'a') + word(1, '1.1.', 'b'), '- a\n\n1. b\n'],
  [
    'a merged cell leaves empty ones',
    '<table><tr><td>a<td>b<td>c<tr><td rowspan=2>d<td colspan=2>e<tr><td>f<td>g</table>',
    '| a | b | c |\n| --- | --- | --- |\n| d | e |  |\n|  | f | g |\n',
  ],
  ['a table around one cell is a frame', '<table><tr><td><p>mot</table>', 'mot\n'],
  [
    'what is dangerous is inert',
    '<p onclick=x()>a<script>x()</script><a href="javascript:x()">b</a><iframe srcdoc="<p>c"></iframe></p>',
    'ab\n',
  ],
  ['code keeps its lines', '<pre><code class="language-js">a\n  b</code></pre>', '```js\na\n  b\n```\n'],
  [
    'a note without its reference stays where it is',
    '<p>a</p><div id="ftn1"><p><a href="#_ftnref1">[1]</a> seule</p></div>',
    'a\n\nseule\n',
  ],
  ['a reference without its note is its mark', '<p>a<a href="#_ftn1">[1]</a></p>', 'a\\[1\\]\n'],
  [
    'a note that refers to itself, and one that is referred to twice, are told once',
    '<p>a<a href="#_ftn1">[1]</a> b<a href="#_ftn1">[1]</a></p><div id="ftn1"><p><a href="#_ftnref1">[1]</a> note <a href="#_ftn1">(1)</a></p></div>',
    'a[^1] b\\[1\\]\n\n[^1]: note (1)\n',
  ],
  [
    'a link to a heading of the text leads there',
    '<h2><a name="x"></a>Fin du texte</h2><p><a href="#x">suite</a> <a href="#y">rien</a></p>',
    '## Fin du texte\n\n[suite](#fin-du-texte) rien\n',
  ],
  [
    'our own callouts, formulas and files are ours',
    '<aside data-callout="tip" data-title="À savoir"><p class="callout-title">À savoir</p><div class="callout-body"><p>mot <span data-math>x^2</span></p></div></aside><p><a data-file="a.pdf" data-size="12" href="/api/files/ab">a.pdf</a></p>',
    '::: tip À savoir\nmot $x^2$\n:::\n\n[a.pdf](/api/files/ab "fichier, 12 octets")\n',
  ],
] as const) {
  test(what, () => assert.equal(pasted(html), expected))
}

function word(level: number, marker: string, text: string): string {
  return `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp;</span></span><![endif]>${text}<o:p></o:p></p>`
}

test('nothing that is nested beyond reason breaks, and no word is lost', () => {
  for (const tag of ['div', 'blockquote', 'b', 'span', 'ul', 'ul><li', 'table><tr><td'])
    assert.match(pasted(`<${tag}>`.repeat(20_000) + 'mot'), /mot/, tag)
})

/** Processor time that a text of so many words and lists takes, ms: a busy machine says nothing about the code. */
function costOf(count: number): number {
  const html = `<p>${'<b>un</b> <i>deux</i> '.repeat(count)}</p>${'<ul><li>x</li></ul>'.repeat(count)}`
  const began = process.cpuUsage()
  sliceOfHtml(readHtml(html), editor)
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

test('a text that is eight times as long costs eight times as much, not sixty-four', () => {
  costOf(1_000)
  const [short, long] = [costOf(2_000), costOf(16_000)]
  assert.ok(long < short * 24 + 500, `${short} ms, then ${long} ms`)
})
