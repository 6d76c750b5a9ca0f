import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { schema } from '@cenacle/document/schema'
import { documents } from '../../../packages/document/test/generate.ts'
import { EVERYTHING, sampleBook, samplePage } from '../../test/export-sample.ts'
import { DOCX_BLOCKS } from './docx-blocks.ts'
import { exportJobs } from './jobs.ts'
import { prepare } from './prepare.ts'
import { TYPST_BLOCKS } from './typst-blocks.ts'
import { writeTypst } from './typst-document.ts'

const PARTS = ['doc', 'listItem', 'taskItem', 'tableRow', 'tableCell', 'tableHeader']

test('no node and no mark is left out: the sample has all, every block has its form', () => {
  const [nodes, marks] = [new Set(['doc']), new Set<string>()]
  parseMarkdown(EVERYTHING).descendants((node) => {
    nodes.add(node.type.name)
    for (const mark of node.marks) marks.add(mark.type.name)
  })
  assert.deepEqual([...nodes].toSorted(), Object.keys(schema.nodes).toSorted())
  assert.deepEqual([...marks].toSorted(), Object.keys(schema.marks).toSorted())
  const blocks = Object.values(schema.nodes).filter((type) => type.isBlock && !PARTS.includes(type.name))
  for (const forms of [TYPST_BLOCKS, DOCX_BLOCKS])
    assert.deepEqual(Object.keys(forms).toSorted(), blocks.map(({ name }) => name).toSorted())
})

const WORDS = [
  'gras',
  'penchés',
  'barrés',
  'du code',
  'un lien',
  'une autre ligne',
  'Le texte de la note.',
  'Autre note.',
  '@Maëlle Brossard',
  'plan.pdf',
  'sous deux',
  'cinq',
  'déjà fait',
  'Une citation.',
  '#read(1)',
  'Droite',
  'Prenez garde',
  'Un encadré.',
  'Conseil',
  'Premier chapitre',
  'Une partie',
  'Inès Aubry',
  'Comité de pilotage',
]

test('whatever a page holds is in its HTML and in its Markdown', async () => {
  const input = await sampleBook()
  const html = exportJobs
    .exportHtml(input)
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
  const markdown = exportJobs.exportMarkdown(input)
  for (const word of WORDS) {
    assert.ok(html.replace(/[\u00a0\u202f]/g, ' ').includes(word), `${word} in HTML`)
    if (word !== 'Conseil') assert.ok(markdown.replace(/[*_~`\\]/g, '').includes(word), `${word} in Markdown`)
  }
})

test('headings leave no level out, every place is named once, links know where they lead', async () => {
  const book = prepare(await sampleBook('# Un\n\n##### Deux\n\n## Trois\n\n## Trois'))
  const [first] = book.chapters
  assert.ok(first)
  assert.deepEqual(
    first.headings.map(({ level }) => level),
    [2, 3, 2, 2],
  )
  const anchors = book.chapters.flatMap(({ place, headings }) => [place, ...headings].map(({ anchor }) => anchor))
  assert.equal(new Set(anchors).size, anchors.length)
  const { id } = book.chapters[1]?.page ?? {}
  assert.deepEqual(book.target(`/pages/${id}#une-partie`, first), { place: book.chapters[1]?.headings[0] })
  assert.deepEqual(book.target(`/pages/${id}#%E0%A4%A`, first), { place: book.chapters[1]?.place })
  assert.deepEqual(book.target('/ailleurs?a#b', first), { href: 'https://cenacle.example/ailleurs?a#b' })
  assert.deepEqual(book.target('mailto:a@b.fr', first), { href: 'mailto:a@b.fr' })
})

test('any document leaves in any format', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (doc) => {
      const input = await sampleBook(serializeMarkdown(doc))
      for (const each of [input, { ...input, isBook: false }]) {
        exportJobs.exportHtml(each)
        exportJobs.exportMarkdown(each)
        writeTypst(prepare(each))
      }
      await exportJobs.exportDocx(input)
    }),
    { numRuns: 40 },
  )
})

test('a page by itself is read back from its Markdown as it was, but for addresses', async () => {
  const text = exportJobs.exportMarkdown(
    await samplePage('## Un\n\n- a\n\n| b |\n| --- |\n| c |\n\nNote[^1].\n\n[^1]: d'),
  )
  assert.equal(
    text,
    '---\ntitle: "Premier chapitre"\n---\n\n## Un\n\n- a\n\n| b |\n| --- |\n| c |\n\nNote[^1].\n\n[^1]: d\n',
  )
})
