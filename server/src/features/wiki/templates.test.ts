import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { aPerson, aSpace } from '../../../test/build.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'

let t: TestApp
let odile: Caller
let ann: Caller
let spaceId: string
before(async () => {
  t = await testApp()
  const { db } = t.deps.world
  const [administrator, member] = [await aPerson(db, { role: 'administrator' }), await aPerson(db)]
  const space = await aSpace(db, 'team', [{ id: member.id }])
  spaceId = space.id
  odile = await t.as(administrator.id)
  ann = await t.as(member.id)
})
after(() => t.close())

interface Item {
  id: string
  name: string
}
const list = async (): Promise<Item[]> => (await ann.get('/api/templates')).body.items
const names = async () => (await list()).map(({ name }) => name)
const FIRST = ['Méthode', 'Brouillon d’atelier', 'Compte rendu', 'Liste de contrôle']

test('an installation begins with four, as the product itself would write them', async () => {
  assert.deepEqual(await names(), FIRST)
  for (const { id } of await list()) {
    const { body } = await ann.get(`/api/templates/${id}`)
    assert.equal(serializeMarkdown(parseMarkdown(body.markdown)), body.markdown, body.name)
    assert.match(body.html, /<h2 id=/)
    assert.doesNotMatch(body.markdown, /«[^\u202F]| [;:?!](?!:)|\p{L}'\p{L}/u, body.name)
  }
})

test('a workshop’s draft gives each pair a section of its own', async () => {
  const { id } = (await list()).find(({ name }) => name.startsWith('Brouillon')) ?? { id: '' }
  const { body } = await ann.post(`/api/spaces/${spaceId}/pages`, { title: 'Atelier du 12 mai', templateId: id })
  const sections = body.headings.filter(
    ({ level, text }: { level: number; text: string }) => level === 2 && /^Binôme \d$/.test(text),
  )
  assert.equal(sections.length, 5)
  assert.ok(body.markdown.includes('chaque') || body.markdown.includes('Chaque binôme écrit dans sa section'))
  const gone = await ann.post(`/api/spaces/${spaceId}/pages`, {
    title: 'x',
    templateId: '0198c0de-0000-7000-8000-000000000000',
  })
  assert.deepEqual([gone.status, gone.body.errors[0].pointer], [422, '/templateId'])
})

test('the administration writes, orders and removes them; pages made from them stay', async () => {
  const made = await odile.post('/api/templates', {
    name: 'Note de veille',
    hint: 'Une page par lien.',
    markdown: '* un\n* deux',
  })
  assert.deepEqual([made.status, made.body.markdown], [201, '- un\n- deux\n'])
  assert.deepEqual(await names(), [...FIRST, 'Note de veille'])
  const url = `/api/templates/${made.body.id}`
  assert.equal((await odile.patch(url, { position: 1, name: 'Veille' })).body.name, 'Veille')
  assert.deepEqual(await names(), ['Méthode', 'Veille', ...FIRST.slice(1)])
  const page = await ann.post(`/api/spaces/${spaceId}/pages`, { title: 'Lien', templateId: made.body.id })
  assert.match((await odile.post('/api/templates/preview', { markdown: '**oui**' })).body.html, /<strong>oui<\/strong>/)
  assert.equal((await odile.delete(url)).status, 204)
  assert.equal((await odile.delete(url)).status, 404)
  assert.equal((await odile.patch(url, { name: 'x' })).status, 404)
  assert.equal((await ann.get(`/api/pages/${page.body.id}`)).body.markdown, '- un\n- deux\n')
  for (const refused of [
    await ann.post('/api/templates', { name: 'Non' }),
    await ann.post('/api/templates/preview', { markdown: '' }),
    await ann.patch(url, { name: 'Non' }),
    await ann.delete(url),
  ])
    assert.equal(refused.status, 403)
  assert.equal((await odile.post('/api/templates', { name: ' ', markdown: '' })).status, 422)
  assert.equal((await odile.post('/api/templates', { name: 'a', markdown: `${'> '.repeat(200)}x` })).status, 422)
})

test('of two who order at once, neither is lost', async () => {
  const ids = (await list()).map(({ id }) => id)
  await Promise.all(ids.map((id, i) => odile.patch(`/api/templates/${id}`, { position: (i * 2) % ids.length })))
  assert.deepEqual((await list()).map(({ id }) => id).toSorted(), ids.toSorted())
})
