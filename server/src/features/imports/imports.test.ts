import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import type { ImportAnswer } from '@cenacle/contract/import'
import { aPerson, aSpace } from '../../../test/build.ts'
import { type Files, type Form, formOf, zip } from '../../../test/archives.ts'
import { testApp, type Answer, type Caller, type TestApp } from '../../../test/harness.ts'
import { convert, without } from '../../../test/office.ts'

let t: TestApp
let ann: Caller
let reader: Caller
let spaceId: string
before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  const [a, r] = [await aPerson(db, { name: 'Awa Ndiaye' }), await aPerson(db)]
  spaceId = (
    await aSpace(db, 'loop', [
      { id: a.id, role: 'writer' },
      { id: r.id, role: 'reader' },
    ])
  ).id
  ;[ann, reader] = [await t.as(a.id), await t.as(r.id)]
})
after(() => t.close())

const sendForm = ({ type, bytes }: Form, who: Caller = ann): Promise<Answer> =>
  who.post(`/api/spaces/${spaceId}/imports`, bytes, { 'content-type': type })
const send = async (files: Files, who: Caller = ann): Promise<Answer> => sendForm(await formOf(files), who)

const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#1d4e89' } })
    .png()
    .toBuffer()
const titles = ({ pages }: ImportAnswer) =>
  pages.map(({ title, parentId }) => [title, pages.find(({ id }) => id === parentId)?.title])
const faults = (answer: ImportAnswer) =>
  answer.faults.map(({ path, code, detail }) => [path, code, ...(detail ? [detail] : [])])

async function rows(): Promise<Record<string, number>> {
  const count = async (table: 'page' | 'file' | 'import') => {
    const { n } = await t.deps.world.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(n)
  }
  return { pages: await count('page'), files: await count('file'), imports: await count('import') }
}

/** Looks at files, starts the import and runs it to its end. */
async function bring(files: Files, parentId: string | null = null): Promise<ImportAnswer> {
  const looked = await send(files)
  assert.equal(looked.status, 201, JSON.stringify(looked.body))
  const started = await ann.post(`/api/imports/${looked.body.id}/start`, { parentId })
  assert.deepEqual([started.status, started.body.state], [202, 'running'])
  await t.runJobs()
  return (await ann.get(`/api/imports/${looked.body.id}`)).body as ImportAnswer
}

test('a zip of Markdown is looked at, nothing is created, then all of it is', async () => {
  const files = {
    'guides/README.md':
      '# Nos guides\n\n[Un](1-un.md#suite) ![Plan](images/plan.png) ![Rien](images/rien.png) [nulle part](absent.md)',
    'guides/1-un.md': '---\ntitle: "Le premier"\n---\n\n[retour](./README.md) ![](images/faux.png)',
    'guides/vide/2-deux.md': 'Deux.',
    'guides/images/plan.png': await picture(),
    'guides/images/faux.png': 'pas une image',
    'guides/images/jamais-montree.png': await picture(),
    'guides/latin.md': Buffer.from('d\xe9j\xe0', 'latin1'),
    'guides/tableau.xlsx': 'x',
    'guides/dedans.zip': 'x',
    '__MACOSX/guides/._1-un.md': 'x',
    'guides/.git/config.md': 'x',
  }
  const before = await rows()
  const looked = await send({ 'guides.zip': await zip(files) })
  assert.equal(looked.status, 201)
  const preview = looked.body as ImportAnswer
  assert.deepEqual(titles(preview), [
    ['Nos guides', undefined],
    ['Le premier', 'Nos guides'],
    ['Vide', 'Nos guides'],
    ['Deux', 'Vide'],
  ])
  assert.deepEqual([preview.state, preview.imageCount, preview.name], ['preview', 2, 'guides'])
  assert.deepEqual(faults(preview), [
    ['guides/dedans.zip', 'archive-inside'],
    ['guides/tableau.xlsx', 'unsupported'],
    ['guides/latin.md', 'not-utf8'],
    ['guides/README.md', 'link-broken', 'absent.md'],
    ['guides/README.md', 'link-broken', 'images/rien.png'],
  ])
  await t.runJobs()
  assert.deepEqual(await rows(), { ...before, imports: before['imports']! + 1 })

  const { body: parent } = await ann.post(`/api/spaces/${spaceId}/pages`, { title: 'Dossier' })
  await ann.post(`/api/imports/${preview.id}/start`, { parentId: parent.id })
  await t.runJobs()
  const { body: done } = await ann.get(`/api/imports/${preview.id}`)
  assert.deepEqual([done.state, done.progress, done.failure], ['done', { done: 6, total: 6 }, null])
  assert.deepEqual(faults(done).at(-1), ['guides/images/faux.png', 'image-unreadable'])
  const [first, second] = done.pages
  const { body: page } = await ann.get(`/api/pages/${first.id}`)
  assert.equal(page.parentId, parent.id)
  assert.match(
    page.markdown,
    new RegExp(`^\\[Un\\]\\(/pages/${second.id}#suite\\) !\\[Plan\\]\\(/api/files/[0-9a-f]{40}\\) `),
  )
  assert.equal((await ann.get(/\/api\/files\/\w+/.exec(page.markdown)?.[0] ?? '')).status, 200)
  assert.equal((await ann.get(`/api/pages/${second.id}`)).body.title, 'Le premier')
  // Done twice, it is done once.
  const pages = (await rows())['pages']
  assert.equal((await ann.post(`/api/imports/${preview.id}/start`, {})).status, 202)
  await t.runJobs()
  assert.equal((await rows())['pages'], pages)
})

test('web pages keep what they hold, their images too', async () => {
  const data = `data:image/png;base64,${(await picture()).toString('base64')}`
  const html = `<html><head><title>Fichier</title></head><body><h1>Compte rendu</h1><p>Le <b>plan</b> :</p><img src="${data}" alt="Plan"><script>alert(1)</script><ul><li>un<ul><li>deux</li></ul></li></ul></body></html>`
  const done = await bring({ 'compte-rendu.html': html, 'note.html': Buffer.from('<p>d\xe9j\xe0</p>', 'latin1') })
  assert.deepEqual(
    [done.state, titles(done), done.imageCount],
    [
      'done',
      [
        ['Compte rendu', undefined],
        ['Note', undefined],
      ],
      1,
    ],
  )
  const { markdown } = (await ann.get(`/api/pages/${done.pages[0]?.id}`)).body
  assert.match(markdown, /^Le \*\*plan\*\* :\n\n!\[Plan\]\(\/api\/files\/[0-9a-f]+\)\n\n- un\n  - deux\n$/)
  assert.equal((await ann.get(`/api/pages/${done.pages[1]?.id}`)).body.markdown, 'déjà\n')
})

const HTML = `<html><body><h1>Restitution</h1><p>Le groupe a retenu <b>trois mesures</b><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>
<ol><li><p>Recenser</p><ol><li><p>par commune</p></li></ol></li><li><p>Décider</p></li></ol><h2>Calendrier</h2>
<table border="1"><tr><td><p><b>Étape</b></p></td><td><p><b>Date</b></p></td></tr><tr><td><p>Enquête</p></td><td><p>avril</p></td></tr></table>
<p><img src="plan.png" alt="Plan des arrêts"></p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Voir le <i>compte rendu</i>.</p></div></body></html>`

test('a Word document of LibreOffice keeps headings, lists, tables, notes and images', {
  skip: without('soffice'),
}, async () => {
  const png = `data:image/png;base64,${(await picture()).toString('base64')}`
  const file = { name: 'restitution.html', bytes: HTML.replace('plan.png', png) }
  const odt = await convert(file, 'odt', 'HTML (StarWriter)')
  const docx = await convert({ name: 'restitution.odt', bytes: odt }, 'docx')
  const done = await bring({ 'restitution.docx': docx })
  assert.deepEqual([done.state, titles(done), done.faults], ['done', [['Restitution', undefined]], []])
  const { markdown } = (await ann.get(`/api/pages/${done.pages[0]?.id}`)).body
  assert.equal(
    markdown.replace(/\/api\/files\/[0-9a-f]+/, 'IMAGE'),
    'Le groupe a retenu **trois mesures**[^1].\n\n1. Recenser\n   1. par commune\n2. Décider\n\n## Calendrier\n\n| Étape | Date |\n| --- | --- |\n| Enquête | avril |\n\n![Plan des arrêts](IMAGE)\n\n[^1]: Voir le _compte rendu_.\n',
  )
})

test('nothing to import is said so; who only reads brings nothing in', async () => {
  assert.equal((await send({ 'a.pdf': 'x' })).body.code, 'import-empty')
  assert.equal((await send({})).body.code, 'import-empty')
  assert.equal((await send({ 'a.md': 'x' }, reader)).status, 403)
})

test('an import is its owner’s, and forgotten after a day', async () => {
  const { body } = await send({ 'a.md': 'mot' })
  const other = await aPerson(t.deps.world.db)
  await t.deps.world.db
    .insertInto('space_person')
    .values({ space_id: spaceId, person_id: other.id, role: 'facilitator', added_at: new Date() })
    .execute()
  const caller = await t.as(other.id)
  for (const answer of [
    await caller.get(`/api/imports/${body.id}`),
    await caller.post(`/api/imports/${body.id}/start`, {}),
    await caller.delete(`/api/imports/${body.id}`),
  ])
    assert.equal(answer.body.code, 'not-found')
  const listed = (await ann.get(`/api/spaces/${spaceId}/imports`)).body.items
  assert.ok(listed.some(({ id }: { id: string }) => id === body.id))
  t.advance(25 * 3_600_000)
  ann = await t.as(
    (await t.deps.world.db.selectFrom('person').select('id').where('name', '=', 'Awa Ndiaye').executeTakeFirstOrThrow())
      .id,
  )
  assert.equal((await ann.get(`/api/imports/${body.id}`)).status, 404)
  await t.runJobs()
  assert.equal((await rows())['imports'], 0)
})

test('given up while it runs, it leaves nothing', async () => {
  const before = await rows()
  const { body } = await send({ 'a.md': '![x](p.png)', 'p.png': await picture() })
  await ann.post(`/api/imports/${body.id}/start`, {})
  assert.equal((await ann.delete(`/api/imports/${body.id}`)).status, 204)
  await t.runJobs()
  assert.deepEqual(await rows(), before)
})

test('rights that are taken while it runs stop it, and nothing came in', async () => {
  const { db } = t.deps.world
  const before = await rows()
  const { body } = await send({ 'a.md': '![x](p.png)', 'p.png': await picture() })
  await ann.post(`/api/imports/${body.id}/start`, {})
  const role = (value: 'reader' | 'writer') =>
    db
      .updateTable('space_person')
      .set({ role: value })
      .where('space_id', '=', spaceId)
      .where('role', '=', value === 'reader' ? 'writer' : 'reader')
      .execute()
  await db
    .updateTable('space_person')
    .set({ role: 'commenter' })
    .where('space_id', '=', spaceId)
    .where('role', '=', 'reader')
    .execute()
  await role('reader')
  await t.runJobs()
  const { body: failed } = await ann.get(`/api/imports/${body.id}`)
  assert.deepEqual([failed.state, failed.failure], ['failed', 'forbidden'])
  assert.deepEqual(await rows(), { ...before, imports: before['imports']! + 1 })
  await role('writer')
})
