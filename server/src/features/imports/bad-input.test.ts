import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import type { ImportAnswer } from '@cenacle/contract/import'
import { aPerson, aSpace } from '../../../test/build.ts'
import { type Files, forged, type Form, formOf } from '../../../test/archives.ts'
import { testApp, type Answer, type Caller, type TestApp } from '../../../test/harness.ts'

let t: TestApp
let ann: Caller
let spaceId: string
before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  const { id } = await aPerson(db, { name: 'Awa Ndiaye' })
  spaceId = (await aSpace(db, 'loop', [{ id, role: 'writer' }])).id
  ann = await t.as(id)
})
after(() => t.close())

const sendForm = ({ type, bytes }: Form): Promise<Answer> =>
  ann.post(`/api/spaces/${spaceId}/imports`, bytes, { 'content-type': type })
const send = async (files: Files): Promise<Answer> => sendForm(await formOf(files))

async function rows(): Promise<unknown> {
  const { db } = t.deps.world
  return Promise.all(
    (['page', 'file', 'import', 'import_page', 'job'] as const).map((table) =>
      db.selectFrom(table).selectAll().execute(),
    ),
  )
}

const titles = ({ pages }: ImportAnswer) =>
  pages.map(({ title, parentId }) => [title, pages.find(({ id }) => id === parentId)?.title])

test('names that are written in another way are read, links are not followed', async () => {
  const { body } = await send({
    'noms.zip': forged([
      { name: Buffer.from([0x82, 0x74, 0x82, 0x2e, 0x6d, 0x64]) },
      { name: 'équipe.md' },
      { name: 'dossier\\fichier.md', flags: 1 << 11 },
      { name: 'lien.md', data: Buffer.from('/etc/passwd'), attributes: 0o120777 * 2 ** 16 },
    ]),
  })
  assert.deepEqual(titles(body), [
    ['Dossier', undefined],
    ['Fichier', 'Dossier'],
    ['Équipe', undefined],
    ['Été', undefined],
  ])
  assert.deepEqual(
    body.faults.map(({ path, code }: ImportAnswer['faults'][number]) => [path, code]),
    [['lien.md', 'symlink']],
  )
})

const bomb = deflateRawSync(Buffer.alloc(200 * 1024 * 1024))
const many = Array.from({ length: 250_000 }, (_, n) => ({ name: `${n}.md` }))
const honest = { name: 'a.md' }
for (const [what, code, make] of [
  [
    'a bomb that tells its size',
    'archive-bomb',
    () => forged([{ name: 'a.md', data: bomb, declared: 200 * 1024 * 1024, method: 8 }]),
  ],
  [
    'a bomb that hides its size',
    'archive-bomb',
    () => forged([{ name: 'a.md', data: bomb, declared: 100, method: 8 }]),
  ],
  [
    'many files that are large together',
    'archive-bomb',
    () =>
      forged(
        Array.from({ length: 400 }, (_, n) => ({
          name: `${n}.png`,
          data: Buffer.from('x'),
          declared: 900_000,
          method: 8,
        })),
      ),
  ],
  ['250,000 entries', 'import-too-many', () => forged(many)],
  ['501 pages', 'import-too-many', () => forged(many.slice(0, 501))],
  ['a name that climbs', 'archive-unsafe', () => forged([honest, { name: '../../etc/cron.d/x.md' }])],
  ['a name that climbs in the middle', 'archive-unsafe', () => forged([honest, { name: 'a/../../x.md' }])],
  ['an absolute name', 'archive-unsafe', () => forged([honest, { name: '/etc/cron.d/x' }])],
  ['a drive', 'archive-unsafe', () => forged([honest, { name: 'C:\\Windows\\x.md' }])],
  ['a backslash that climbs', 'archive-unsafe', () => forged([honest, { name: '..\\..\\x.md' }])],
  ['a NUL in a name', 'archive-unsafe', () => forged([honest, { name: 'a.md\0.png' }])],
  ['two files of one name', 'archive-duplicate', () => forged([honest, honest])],
  [
    'two names that only normalisation tells apart',
    'archive-duplicate',
    () => forged([{ name: 'é.md' }, { name: 'e\u0301.md' }]),
  ],
  ['a password', 'archive-encrypted', () => forged([{ name: 'a.md', data: Buffer.alloc(13), declared: 1, flags: 1 }])],
  [
    'a name that says it is UTF-8 and is not',
    'archive-unreadable',
    () => forged([{ name: Buffer.from([0xff, 0xfe, 0x2e, 0x6d, 0x64]), flags: 1 << 11 }]),
  ],
  ['half a zip', 'archive-unreadable', () => forged([honest]).subarray(0, 40)],
  ['no zip at all', 'archive-unreadable', () => Buffer.from('PK, peut-être')],
  ['a zip in a zip', 'import-empty', () => forged([{ name: 'b.zip', data: forged([honest]) }])],
  ['an empty zip', 'import-empty', () => forged([])],
] as const) {
  test(`${what} is refused at once, nothing is written`, async () => {
    const form = await formOf({ 'essai.zip': make() })
    const before = await rows()
    const start = process.cpuUsage()
    const { status, body } = await sendForm(form)
    const { user, system } = process.cpuUsage(start)
    assert.deepEqual([status, body.code], [422, code])
    assert.ok(body.title.length > 20)
    // Of the processor, which others may have meanwhile; the threads' start is in it.
    assert.ok(user + system < 3_000_000, `${(user + system) / 1000} ms`)
    assert.deepEqual(await rows(), before)
  })
}

for (const [what, code, make] of [
  ['a text that is called a Word document', 'docx-unreadable', () => Buffer.from('bonjour')],
  ['a zip that is called a Word document', 'docx-unreadable', () => forged([honest])],
  [
    'a Word document that bursts',
    'archive-bomb',
    () => forged([{ name: 'word/document.xml', data: bomb, declared: 90, method: 8 }]),
  ],
  [
    'a Word document with broken XML',
    'docx-unreadable',
    () =>
      forged([
        { name: '[Content_Types].xml', data: Buffer.from('<Types') },
        { name: 'word/document.xml', data: Buffer.from('<w:document') },
      ]),
  ],
] as const) {
  test(`${what} is a named error, nothing is created`, async () => {
    const before = await rows()
    const { status, body } = await send({ 'note.docx': make() })
    assert.deepEqual([status, body.code], [422, code])
    assert.deepEqual(await rows(), before)
  })
}

test('what is too large is refused before it is read', async () => {
  const { status, body } = await send({
    'a.md': new Uint8Array(21 * 1024 * 1024),
    'b.md': new Uint8Array(6 * 1024 * 1024),
  })
  assert.deepEqual([status, body.code], [413, 'too-large'])
})
