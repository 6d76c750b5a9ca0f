import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { schema } from '@cenacle/document/schema'
import { documents } from '../../../packages/document/test/generate.ts'
import { EVERYTHING, PICTURE, sampleBook, samplePage } from '../../test/export-sample.ts'
import { without } from '../../test/office.ts'
import { pdfText, plainPdf } from '../../test/pdf-tools.ts'
import { exportJobs } from './jobs.ts'

const needs = { skip: without('qpdf', 'pdftotext') }
/** As PDF writes a text that is more than Latin: hexadecimal, big end first. */
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')
const plain = (text: string): string => text.replace(/[\u200b\u00ad]/g, '').replace(/\s+/gu, ' ')

test(
  'a book is an accessible PDF: tagged, in French, with its title, its outline and its pictures described',
  needs,
  async () => {
    const { bytes, accessible, undescribed, undrawn } = await exportJobs.exportPdf(await sampleBook())
    assert.deepEqual([accessible, undescribed, undrawn], [true, 0, []])
    const pdf = await plainPdf(bytes)
    for (const part of [
      '/MarkInfo',
      '/Marked true',
      '/StructTreeRoot',
      '/Lang (fr-FR)',
      '/DisplayDocTitle true',
      '/Outlines',
    ])
      assert.ok(pdf.includes(part), part)
    assert.match(pdf, /<pdfuaid:part>1</)
    assert.ok(pdf.includes(`/Alt <feff${utf16('Un carré')}>`), 'the picture says what it shows')
    for (const tag of ['/H1', '/H2', '/TH', '/Link', '/Note', '/Formula', '/Figure', '/LI', '/TOC'])
      assert.ok(pdf.includes(`/S ${tag}`), tag)
    const text = plain(await pdfText(bytes))
    for (const words of [
      'La méthode',
      'Sommaire',
      'Premier chapitre',
      'Un titre « long » : lequel ?',
      'Le texte de la note.',
      'Contributions',
    ])
      assert.ok(text.includes(words), words)
    assert.ok(pdf.includes('(https://cenacle.example/pages/'), 'a page that is not in the book is led to on the site')
  },
)

test('the same texts are the same bytes', async () => {
  const [a, b] = [await exportJobs.exportPdf(await sampleBook()), await exportJobs.exportPdf(await sampleBook())]
  assert.ok(Buffer.from(a.bytes).equals(Buffer.from(b.bytes)))
})

test(
  'a picture without words, or a sign that no font draws, makes an ordinary tagged PDF and says why',
  needs,
  async () => {
    const bare = await exportJobs.exportPdf(
      await samplePage(`![](/api/files/${PICTURE}) ![](/api/files/${PICTURE} "décorative")`),
    )
    assert.deepEqual([bare.accessible, bare.undescribed], [false, 1])
    const pdf = await plainPdf(bare.bytes)
    assert.ok(pdf.includes('/StructTreeRoot') && !pdf.includes('pdfuaid'))
    const private_ = await exportJobs.exportPdf(await samplePage('Un signe \u{F8000} sans dessin'))
    assert.deepEqual([private_.accessible, private_.undrawn], [false, ['\u{F8000}']])
  },
)

test('what is typed is never a command, and can be read again', needs, async () => {
  const commands = [
    '#read("/etc/passwd")',
    '#import "@preview/x:1.0.0"',
    '"; panic("x"); "',
    '\\"',
    '$ x',
    '*a* _b_',
    '<p1>',
    '@p1',
    '// a',
    '/* b',
    '`c`',
    '#{',
    '}',
    ']',
    '= d',
    '\\u{41}',
    '#[',
    'https://a.fr/*',
  ]
  const some = fc.array(fc.oneof(fc.constantFrom(...commands), fc.string({ unit: 'grapheme-ascii' })), {
    minLength: 1,
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(some, async (parts) => {
      const typed = parts.join(' ').trim()
      const { nodes } = schema
      const words = typed === '' ? [] : [schema.text(typed)]
      const code = typed === '' ? [] : [schema.text(typed)]
      const doc = nodes.doc.create(null, [
        nodes.paragraph.create(null, words),
        nodes.heading.create({ level: 2 }, words),
        nodes.codeBlock.create(null, code),
      ])
      const input = await samplePage(serializeMarkdown(doc))
      const { bytes } = await exportJobs.exportPdf({ ...input, title: typed, contributors: [typed] })
      const found = (await pdfText(bytes)).replace(/\s|[\u200b\u00ad-]/gu, '')
      const times = found.split(typed.replace(/\s|-/g, '')).length - 1
      assert.ok(typed.replace(/\s|-/g, '') === '' || times >= 3, `${JSON.stringify(typed)} in ${found}`)
    }),
    { numRuns: 40 },
  )
})

test('any document compiles, whatever its formulas and however deep it is', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (doc) => {
      await exportJobs.exportPdf(await sampleBook(serializeMarkdown(doc)))
    }),
    { numRuns: 60 },
  )
  await exportJobs.exportPdf(await samplePage(`${'> - '.repeat(15)}au fond`))
  const tall = Array.from({ length: 60 }, (_, i) => `ligne ${i}`).join('<br>')
  for (const head of ['Une note[^1]', tall, `${tall}[^1]`, 'court'])
    await exportJobs.exportPdf(await samplePage(`| ${head} |\n| --- |\n| ${tall} |\n| ${tall} |\n\n[^1]: La note.`))
  await exportJobs.exportPdf(await samplePage(`${EVERYTHING}\n\n`.repeat(20)))
})

const FORMULAS = [
  '\\left( \\frac{a}{b} \\right)^2',
  '\\hat{x} + \\vec{AB} + \\overline{z}',
  '\\underbrace{a+b}_{c}',
  '\\sqrt[3]{x}',
  '\\begin{cases} a & b \\\\ c & d \\end{cases}',
  '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
  '\\binom{n}{k}',
  '\\mathbb{R} \\mathbf{x} \\mathcal{L} \\text{si } x',
  '\\lim_{x\\to 0} \\sin x',
  "f'",
  '\\boxed{x} \\cancel{y}',
  '\\xrightarrow{abc}',
  '\\left. x \\right|',
  '\\color{red}{x}',
  '\\overset{a}{b} \\underset{c}{d}',
  '\\phantom{x}y',
  'a \\quad b',
  '\\iint_S f',
  '\\text{é « à »}',
  '\\\\_a',
]

test('formulas are drawn, and read aloud by their source', needs, async () => {
  const text = FORMULAS.map((tex) => `$$\n${tex}\n$$\n\nEt $${tex}$.`).join('\n\n')
  const { bytes, accessible, undrawn } = await exportJobs.exportPdf(await samplePage(text))
  assert.deepEqual([accessible, undrawn], [true, []])
  const pdf = await plainPdf(bytes)
  assert.equal(pdf.split('/S /Formula').length - 1, FORMULAS.length * 2)
  const unknown = await exportJobs.exportPdf(await samplePage('$\\nope{x}$'))
  assert.ok((await pdfText(unknown.bytes)).includes('\\nope{x}'))
})
