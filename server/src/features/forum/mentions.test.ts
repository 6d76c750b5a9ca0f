import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { siteRole } from '@cenacle/contract/person'
import { spaceKind } from '@cenacle/contract/space'
import { aPerson, aSpace } from '../../../test/build.ts'
import { testApp, type TestApp, viewerOf } from '../../../test/harness.ts'
import { readersOf } from '../../policy/readers.ts'
import { visibleTo } from '../../policy/visible.ts'
import { mentionedIn } from './mentions.ts'
import { excerptOf, plainText } from './plain-text.ts'

const people = [
  { id: 'elodie', name: 'Élodie Vasseur' },
  { id: 'elodie-b', name: 'Élodie Berthier' },
  { id: 'marie', name: 'Marie Martin' },
  { id: 'marie-l', name: 'Marie Martin-Leroy' },
  { id: 'anne', name: 'Anne-Sophie D’Orval' },
  { id: 'yanis', name: 'Yanis Haddad' },
]
const named = (text: string): string[] => [...mentionedIn(text, people)].toSorted()

describe('names after an @', () => {
  const cases: [string, string[]][] = [
    ['Merci @Yanis Haddad, c’est clair.', ['yanis']],
    ['@yanis et @ELODIE vasseur', ['elodie', 'yanis']],
    ['@Elodie, qu’en dites-vous ?', ['elodie', 'elodie-b']],
    ['@Marie Martin-Leroy, puis rien', ['marie-l']],
    ['@Marie Martin relit', ['marie']],
    ["@Anne-Sophie d'orval", ['anne']],
    ['@Anne', []],
    ['yanis@example.fr', []],
    ['@ Yanis', []],
    ['(@yanis)', ['yanis']],
    ['@Yanissimo', []],
  ]
  for (const [text, ids] of cases) it(`« ${text} »`, () => assert.deepEqual(named(text), ids))

  it('are looked for in linear time', () => {
    const before = process.cpuUsage()
    mentionedIn('@a'.repeat(10_000) + ' @élodie'.repeat(2_500), people)
    const { user, system } = process.cpuUsage(before)
    assert.ok(user + system < 4_000_000, `${(user + system) / 1000} ms`)
  })
})

describe('plain text of a post', () => {
  it('parts blocks, joins words, decodes once and leaves out what it is told to', () => {
    const html =
      '<p>Un<strong>e</strong> &amp;lt; deux</p><blockquote><p>cité <code>x</code></p></blockquote><ul><li>trois&#39;</li></ul>'
    assert.equal(plainText(html), "Une &lt; deux cité x trois'")
    assert.equal(plainText(html, ['blockquote']), "Une &lt; deux trois'")
    assert.equal(plainText(''), '')
  })
  it('begins with whole words and whole characters', () => {
    const excerpt = excerptOf('🎈🎈 ballon '.repeat(60))
    assert.match(excerpt, /(?:ballon|🎈🎈)…$/u)
    assert.ok([...excerpt].length <= 240)
    assert.equal(excerptOf('court'), 'court')
  })
})

describe('over HTTP', () => {
  let t: TestApp
  before(async () => void (t = await testApp()))
  after(() => t.close())
  const db = () => t.deps.world.db

  it('who may read a space is the same from both sides, for every kind, role and standing', async () => {
    for (const role of siteRole.options) await aPerson(db(), { role })
    await aPerson(db(), { role: 'member', administrator: true })
    await aPerson(db(), { role: 'ambassador', suspended: true })
    const all = await db().selectFrom('person').selectAll().execute()
    const [first, second] = all
    assert.ok(first && second)
    for (const kind of spaceKind.options)
      for (const open of [true, false])
        await aSpace(
          db(),
          kind,
          [
            { id: first.id, role: 'reader' },
            { id: second.id, until: new Date(0) },
          ],
          { open },
        ).catch((error: unknown) => assert.equal(kind, 'committee', String(error)))
    const now = t.deps.world.now()
    let compared = 0
    for (const space of await db().selectFrom('space').selectAll().execute()) {
      const readers = await sql<{ id: string }>`select p.id from person p where ${readersOf(space, now)}`.execute(db())
      const ids = new Set(readers.rows.map(({ id }) => id))
      for (const person of all.filter(({ suspended_at }) => suspended_at === null)) {
        const { rows } =
          await sql`select from space where id = ${space.id} and ${visibleTo(viewerOf(person), now, 'space.id')}`.execute(
            db(),
          )
        assert.equal(ids.has(person.id), rows.length === 1, `${person.role} in ${space.kind}, open ${space.open}`)
        compared += 1
      }
    }
    assert.ok(compared >= 50)
  })

  it('a mention waits at home until it is answered, and only where it can be read', async () => {
    const [asks, asked, other] = await Promise.all(
      ['Farida Benali', 'Gaspard Lemoine', 'Hélène Roussel'].map((name) => aPerson(db(), { name })),
    )
    assert.ok(asks && asked && other)
    const space = await aSpace(db(), 'loop', [{ id: asks.id, role: 'facilitator' }, { id: asked.id }])
    const [farida, gaspard, helene] = await Promise.all([asks, asked, other].map(({ id }) => t.as(id)))
    assert.ok(farida && gaspard && helene)
    const topic = (await farida.post(`/api/spaces/${space.id}/topics`, { title: 'Le calendrier', body: 'Rien encore' }))
      .body
    await farida.post(`/api/topics/${topic.id}/posts`, {
      body: 'Qu’en dites-vous, @Gaspard Lemoine ? Et @hélène ? `@farida`',
    })
    const waiting = async (caller: typeof farida) => (await caller.get('/api/home')).body.waiting
    const [item, ...more] = await waiting(gaspard)
    assert.deepEqual(
      [item.kind, item.topicId, item.number, item.title, item.author.name, more],
      ['mention', topic.id, 2, 'Le calendrier', 'Farida Benali', []],
    )
    assert.deepEqual(await waiting(helene), [], 'outside, nobody is named')
    await db().deleteFrom('space_person').where('person_id', '=', asked.id).execute()
    assert.deepEqual(await waiting(gaspard), [])
    await db()
      .insertInto('space_person')
      .values({ space_id: space.id, person_id: asked.id, role: 'writer', added_at: new Date() })
      .execute()
    assert.equal((await waiting(gaspard)).length, 1)
    await gaspard.post(`/api/topics/${topic.id}/posts`, { body: 'Oui pour jeudi.' })
    assert.deepEqual(await waiting(gaspard), [])
  })

  it('an edit takes a mention back; more than twenty people at once are too many', async () => {
    const asks = await aPerson(db(), { name: 'Inès Caradec' })
    const many = await Promise.all(
      Array.from({ length: 21 }, (_, i) => aPerson(db(), { name: `Jeanne Numéro ${'abcdefghijklmnopqrstu'[i]}` })),
    )
    const space = await aSpace(db(), 'loop', [{ id: asks.id }, ...many.map(({ id }) => ({ id }))])
    const ines = await t.as(asks.id)
    const refused = await ines.post(`/api/spaces/${space.id}/topics`, { title: 'Toutes', body: 'Bonjour @Jeanne' })
    assert.deepEqual(
      [refused.status, refused.body.errors[0].pointer, refused.body.errors[0].code],
      [422, '/body', 'too-many-mentions'],
    )
    assert.deepEqual((await ines.get(`/api/spaces/${space.id}/topics`)).body.items, [], 'nothing half written')
    const topic = (await ines.post(`/api/spaces/${space.id}/topics`, { title: 'Une', body: 'Un' })).body
    const post = (await ines.post(`/api/topics/${topic.id}/posts`, { body: '@Jeanne Numéro b' })).body
    assert.equal((await ines.patch(`/api/posts/${post.id}`, { body: 'Personne' })).status, 200)
    assert.deepEqual(
      await db().selectFrom('mention').select('person_id').where('topic_id', '=', topic.id).execute(),
      [],
    )
  })
})
