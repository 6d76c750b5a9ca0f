import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { partsOf } from '../../src/exports/docx-fixed.ts'
import { aPerson, aSpace } from '../build.ts'
import { type Caller, testApp, type TestApp } from '../harness.ts'
import { without } from '../office.ts'
import { pdfText, plainPdf } from '../pdf-tools.ts'

const KEY = 'e'.repeat(40)
const WORDS = [
  'Le livre des méthodes',
  'Premier chapitre',
  'Second chapitre',
  'Une partie',
  'Des mots publiés',
  'Inès Aubry',
  'Malo Brossard',
]
const OUT = ['Un brouillon', 'Une page jetée', 'pas encore publié']

let t: TestApp
let ines: Caller
let spaceId: string
before(async () => {
  t = await testApp()
  const { world } = t.deps
  const people = [
    await aPerson(world.db, { name: 'Inès Aubry' }),
    await aPerson(world.db, { name: 'Malo Brossard' }),
  ] as const
  const named = people.map(({ id }) => ({ id, role: 'facilitator' as const }))
  spaceId = (await aSpace(world.db, 'team', named, { name: 'Le livre des méthodes' })).id
  ines = await t.as(people[0].id)
  const malo = await t.as(people[1].id)
  const bytes = await sharp({ create: { width: 80, height: 50, channels: 3, background: '#1d4e89' } })
    .webp()
    .toBuffer()
  await world.files.put(KEY, bytes)
  const file = {
    key: KEY,
    space_id: spaceId,
    owner_id: people[0].id,
    name: 'a.webp',
    type: 'image/webp',
    size: bytes.length,
  }
  await world.db
    .insertInto('file')
    .values({ ...file, created_at: world.now() })
    .execute()
  await writePages(malo)
})
after(() => t.close())

async function writePages(malo: Caller): Promise<void> {
  const create = async (title: string, markdown: string, who = ines): Promise<string> =>
    (await who.post(`/api/spaces/${spaceId}/pages`, { title, markdown })).body.id
  const publish = (id: string) => ines.put(`/api/pages/${id}/publication`, { seq: 1 })
  const second = await create('Second chapitre', '## Une partie\n\nSes mots.', malo)
  const link = `[la partie](/pages/${second}#une-partie)`
  const first = await create(
    'Premier chapitre',
    `Des mots publiés, vers ${link}.\n\n![Un carré bleu](/api/files/${KEY})`,
  )
  const gone = await create('Une page jetée', 'Jetée.')
  await create('Un brouillon', 'Rien de publié.')
  for (const id of [first, second, gone]) assert.equal((await publish(id)).status, 200)
  await ines.delete(`/api/pages/${gone}`)
  await ines.put(
    `/api/pages/${first}/markdown`,
    { markdown: 'Ce texte n’est pas encore publié.' },
    { 'if-match': '"1"' },
  )
}

const take = async (format: string): Promise<Buffer> => {
  const url = `/api/spaces/${spaceId}/export?format=${format}`
  const { statusCode, rawPayload } = await t.app.inject({ method: 'GET', url, headers: { cookie: ines.cookie } })
  assert.equal(statusCode, 200, format)
  return rawPayload
}

/** What every book says and what none does, in the format's own words. */
function complete(text: string): void {
  const plain = text.replace(/\s+/gu, ' ')
  for (const words of [...WORDS, 'Sommaire', 'Contributions']) assert.ok(plain.includes(words), words)
  for (const words of OUT) assert.ok(!plain.includes(words), words)
}

test('criterion 20: a book in Markdown has title, contents, links that lead inside, pictures, who wrote it', async () => {
  const markdown = (await take('md')).toString()
  complete(markdown)
  const [, anchor = ''] = /\[la partie\]\(#([^)]+)\)/.exec(markdown) ?? []
  assert.ok(markdown.includes(`<a id="${anchor}"></a>`))
  assert.match(markdown, /!\[Un carré bleu\]\[image-1\][\s\S]*\[image-1\]: data:image\/webp;base64,/)
})

test('criterion 20: a book in one HTML file', async () => {
  const html = (await take('html')).toString()
  complete(html.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]+>/g, ' '))
  const [, anchor = ''] = /href="#([^"]+)">la partie</.exec(html) ?? []
  assert.ok(html.includes(` id="${anchor}"`))
  assert.match(html, /<img src="data:image\/webp;base64,[^"]+" alt="Un carré bleu"/)
})

test('criterion 20: a book in one accessible PDF', { skip: without('qpdf', 'pdftotext') }, async () => {
  const bytes = await take('pdf')
  complete(await pdfText(bytes))
  const pdf = await plainPdf(bytes)
  for (const part of ['pdfuaid', '/S /TOC', '/S /Figure', '-une-partie)']) assert.ok(pdf.includes(part), part)
})

test('criterion 20: a book in one Word document', async () => {
  const parts = new Map((await partsOf(await take('docx'))).map(({ name, bytes }) => [name, bytes.toString('utf8')]))
  const document = parts.get('word/document.xml') ?? ''
  complete(document.replace(/<[^>]+>/g, ''))
  const [, anchor = ''] =
    /<w:hyperlink [^>]*w:anchor="([^"]+)"[^>]*>(?:(?!<\/w:hyperlink>).)*la partie/.exec(document) ?? []
  assert.ok(document.includes(`<w:bookmarkStart w:name="${anchor}"`), anchor)
  assert.ok(document.includes('descr="Un carré bleu"') && parts.has('word/media/image1.jpg'))
})

test('criterion 20: rebuilt from the same versions, it is the same to the byte', async () => {
  const first = new Map<string, Buffer>()
  for (const format of ['md', 'html', 'pdf', 'docx', 'zip']) first.set(format, await take(format))
  t.advance(36 * 3_600_000)
  for (const [format, bytes] of first) assert.ok(bytes.equals(await take(format)), format)
})
