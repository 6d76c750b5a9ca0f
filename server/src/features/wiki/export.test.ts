import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { aSpace } from '../../../test/build.ts'
import { aTeam } from '../../../test/team.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'
import { partsOf } from '../../exports/docx-fixed.ts'
import { inTurn } from './export-queue.ts'

let t: TestApp
let ann: Caller
let rita: Caller
let stranger: Caller
let annId: string
let ritaId: string
let spaceId: string
before(async () => {
  t = await testApp()
  ;({ spaceId, ann, annId, rita, ritaId, stranger } = await aTeam(t, 'Équipe méthode'))
})
after(() => t.close())

const create = async (title: string, more: object = {}, where = spaceId): Promise<string> => {
  const answer = await ann.post(`/api/spaces/${where}/pages`, { title, markdown: `Le texte de ${title}.`, ...more })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.id
}
const publish = async (id: string): Promise<void> => {
  const { body } = await ann.get(`/api/pages/${id}`)
  assert.equal((await ann.put(`/api/pages/${id}/publication`, { seq: body.seq })).status, 200)
}
const fetchBytes = async (
  who: Caller,
  url: string,
): Promise<{ status: number; bytes: Buffer; headers: Record<string, unknown> }> => {
  const { statusCode, rawPayload, headers } = await t.app.inject({
    method: 'GET',
    url,
    headers: { cookie: who.cookie },
  })
  return { status: statusCode, bytes: rawPayload, headers }
}

/** A picture in a space. @returns its address */
async function picture(where: string, key: string): Promise<string> {
  const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#1e6b47' } })
    .webp()
    .toBuffer()
  await t.deps.world.files.put(key, bytes)
  const row = {
    key,
    space_id: where,
    name: 'Schéma général.webp',
    type: 'image/webp',
    size: bytes.length,
    owner_id: annId,
    created_at: new Date(),
  }
  await t.deps.world.db.insertInto('file').values(row).execute()
  return `/api/files/${key}`
}

test('a page leaves in every format, to whoever reads it and nobody else', async () => {
  const id = await create('Indicateurs', { markdown: '## Méthode\n\nOn compte **tout**.' })
  const starts = { md: '---\ntitle: "Indic', html: '<!doctype html>', pdf: '%PDF-1.7', docx: 'PK', zip: 'PK' }
  for (const [format, start] of Object.entries(starts)) {
    const url = `/api/pages/${id}/export?format=${format}`
    const { status, bytes, headers } = await fetchBytes(rita, url)
    assert.equal(status, 200, format)
    assert.equal(bytes.toString('latin1', 0, start.length), start)
    assert.equal(headers['content-disposition'], `attachment; filename="indicateurs.${format}"`)
    assert.match(String(headers['content-security-policy']), /^sandbox; default-src 'none'/)
    assert.equal(headers['x-cenacle-pdf'], format === 'pdf' ? 'ua-1' : undefined)
    const unknown = await stranger.get(`/api/pages/0198c0de-0000-7000-8000-000000000000/export?format=${format}`)
    const hidden = await stranger.get(url)
    assert.deepEqual([hidden.status, hidden.body.code], [404, unknown.body.code])
    assert.equal((await t.anonymous.get(url)).status, 401)
  }
  assert.equal((await rita.get(`/api/pages/${id}/export?format=exe`)).status, 400)
})

test('a right that is lost between the question and the download counts', async () => {
  const id = await create('Provisoire')
  assert.equal((await rita.get(`/api/pages/${id}/export/check`)).status, 200)
  const { db } = t.deps.world
  await db.deleteFrom('space_person').where('person_id', '=', ritaId).where('space_id', '=', spaceId).execute()
  for (const url of [
    `/api/pages/${id}/export?format=pdf`,
    `/api/spaces/${spaceId}/export?format=zip`,
    `/api/pages/${id}/export/check`,
  ])
    assert.equal((await rita.get(url)).status, 404, url)
  const row = { space_id: spaceId, person_id: ritaId, role: 'reader', until: null, added_at: new Date() } as const
  await db.insertInto('space_person').values(row).execute()
})

test('a book has what is published, in its order, without the trash; drafts on request', async () => {
  const other = await aSpace(t.deps.world.db, 'team', [{ id: annId, role: 'facilitator' }], { name: 'Livre' })
  const ids: Record<string, string> = {}
  for (const title of ['Un', 'Deux', 'Trois', 'Brouillon', 'Jeté']) ids[title] = await create(title, {}, other.id)
  ids['Sous le brouillon'] = await create('Sous le brouillon', { parentId: ids['Brouillon'] }, other.id)
  for (const title of ['Un', 'Deux', 'Trois', 'Jeté', 'Sous le brouillon']) await publish(ids[title] ?? '')
  await ann.delete(`/api/pages/${ids['Jeté']}`)
  const url = `/api/spaces/${other.id}/export?format=md`
  const titles = (markdown: string) => [...markdown.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
  const { body } = await ann.get(url)
  assert.deepEqual(titles(body), ['Sommaire', 'Un', 'Deux', 'Trois', 'Sous le brouillon', 'Contributions'])
  assert.match(body, /^# Livre\n[\s\S]*- Ann Tessier\n$/)
  const whole = await ann.get(`${url}&drafts=true`)
  assert.deepEqual(titles(whole.body), ['Sommaire', 'Un', 'Deux', 'Trois', 'Brouillon', 'Contributions'])
  assert.match(whole.body, /^### Sous le brouillon$/m)
  const check = await ann.get(`/api/spaces/${other.id}/export/check`)
  assert.deepEqual(
    [check.body.pages, check.body.drafts, check.body.pdf, check.body.can],
    [4, 1, true, { drafts: true }],
  )
  const tree = await ann.get(`/api/pages/${ids['Un']}/export?format=md&scope=tree`)
  assert.deepEqual(titles(tree.body), ['Sommaire', 'Un', 'Contributions'])
  const none = await ann.get(`/api/pages/${ids['Brouillon']}/export?format=html&scope=tree`)
  assert.deepEqual([none.status, titles(none.body)], [200, []])
  assert.doesNotMatch(none.body, /Le texte de Brouillon/)
})

test('what is written after publication stays out, and the same versions are the same bytes', async () => {
  const other = await aSpace(t.deps.world.db, 'team', [{ id: annId, role: 'facilitator' }])
  const id = await create('Règles', { markdown: 'Publié.\n\nUne note[^1].\n\n[^1]: ici' }, other.id)
  await publish(id)
  const first: Record<string, Buffer> = {}
  for (const format of ['md', 'html', 'pdf', 'docx', 'zip'])
    first[format] = (await fetchBytes(ann, `/api/spaces/${other.id}/export?format=${format}`)).bytes
  const put = await ann.put(`/api/pages/${id}/markdown`, { markdown: 'Pas encore publié.' }, { 'if-match': '"1"' })
  assert.equal(put.status, 200)
  t.advance(3_600_000)
  for (const [format, bytes] of Object.entries(first)) {
    const again = await fetchBytes(ann, `/api/spaces/${other.id}/export?format=${format}`)
    assert.ok(again.bytes.equals(bytes), format)
  }
})

test('a picture of a space that one does not read is not in what one takes along', async () => {
  const secret = await aSpace(t.deps.world.db, 'team', [{ id: annId }])
  const own = await picture(spaceId, 'c'.repeat(40))
  const hidden = await picture(secret.id, 'd'.repeat(40))
  const id = await create('Images', { markdown: `![Vue](${own})\n\n![Cachée](${hidden})` })
  const sources = async (who: Caller) =>
    ((await who.get(`/api/pages/${id}/export?format=html`)).body.match(/ src="data:/g) ?? []).length
  assert.deepEqual([await sources(ann), await sources(rita)], [2, 1])
  const names = async (who: Caller) =>
    (await partsOf((await fetchBytes(who, `/api/pages/${id}/export?format=zip`)).bytes)).map(({ name }) => name)
  assert.deepEqual(await names(rita), ['README.md', 'images/schema-general-cccccccc.webp'])
  assert.equal((await names(ann)).length, 3)
})

test('an archive is a tree of files whose links lead to each other', async () => {
  const other = await aSpace(t.deps.world.db, 'team', [{ id: annId, role: 'facilitator' }])
  const top = await create('Guide', {}, other.id)
  const below = await create(
    'Étape',
    { parentId: top, markdown: `Retour au [guide](/pages/${top}#haut), [ailleurs](https://exemple.fr).` },
    other.id,
  )
  await create('Suite', { parentId: below }, other.id)
  const { bytes, headers } = await fetchBytes(ann, `/api/pages/${top}/export?format=zip&scope=tree&drafts=true`)
  assert.equal(headers['content-disposition'], 'attachment; filename="guide.zip"')
  const files = new Map((await partsOf(bytes)).map(({ name, bytes: part }) => [name, part.toString()]))
  assert.deepEqual([...files.keys()], ['README.md', '01-etape/README.md', '01-etape/01-suite.md'])
  assert.equal(
    files.get('01-etape/README.md'),
    '---\ntitle: "Étape"\n---\n\nRetour au [guide](../README.md#haut), [ailleurs](https://exemple.fr).\n',
  )
})

test('a visitor takes along what is published in public, and no draft', async () => {
  const open = await aSpace(t.deps.world.db, 'public', [{ id: annId, role: 'facilitator' }], { open: true })
  const shown = await create('Charte', {}, open.id)
  const draft = await create('En cours', {}, open.id)
  await publish(shown)
  assert.equal((await t.anonymous.get(`/api/pages/${shown}/export?format=md`)).status, 200)
  assert.equal((await t.anonymous.get(`/api/pages/${draft}/export?format=md`)).status, 401)
  const book = await t.anonymous.get(`/api/spaces/${open.id}/export?format=html`)
  assert.match(book.body, /Le texte de Charte/)
  assert.doesNotMatch(book.body, /En cours/)
  assert.equal((await t.anonymous.get(`/api/spaces/${open.id}/export?format=html&drafts=true`)).status, 403)
})

test('too much at once is refused with words, and so is nothing', async () => {
  const { db } = t.deps.world
  const other = await aSpace(db, 'team', [{ id: annId, role: 'facilitator' }])
  const before = await ann.get(`/api/spaces/${other.id}/export/check`)
  assert.deepEqual([before.status, before.body.pages, before.body.can], [200, 0, { drafts: true }])
  const none = await ann.get(`/api/spaces/${other.id}/export?format=pdf`)
  assert.deepEqual([none.status, none.body.code], [422, 'nothing-to-export'])
  const rows = Array.from({ length: 501 }, (_, position) => ({
    id: t.deps.world.newId(),
    space_id: other.id,
    position,
    author_id: annId,
    title: `Page ${position}`,
    created_at: new Date(),
    updated_at: new Date(),
  }))
  await db.insertInto('page').values(rows).execute()
  for (const format of ['pdf', 'zip']) {
    const answer = await ann.get(`/api/spaces/${other.id}/export?format=${format}&drafts=true`)
    assert.deepEqual([answer.status, answer.body.code], [413, 'export-too-large'])
    assert.match(answer.body.detail, /au plus 500 pages/)
  }
})

test('heavy work is done one by one, and a queue that is too long is refused', async () => {
  const order: string[] = []
  let release = (): void => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  const work = (name: string) =>
    inTurn(
      () => name === 'gone',
      async () => void order.push(name, await gate.then(() => `${name} ends`)),
    )
  const all = ['a', 'gone', 'b', 'c', 'd', 'e', 'f', 'g'].map(work)
  await assert.rejects(work('h'), { code: 'unavailable' })
  release()
  await Promise.all(all)
  assert.deepEqual(order.slice(0, 4), ['a', 'a ends', 'b', 'b ends'])
  assert.ok(!order.includes('gone'))
  await work('i')
  assert.equal(order.at(-1), 'i ends')
})
