import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import type { SearchAnswer } from '@cenacle/contract/search'
import { aPerson, aSpace, theCommittee } from '../../../test/build.ts'
import { type Caller, testApp, type TestApp } from '../../../test/harness.ts'
import { askedWords } from './tsquery.ts'

let t: TestApp
let member: Caller
let outsider: Caller
let loopId: string
let topicId: string
const db = () => t.deps.world.db
const find = async (caller: Caller, q: string, more = ''): Promise<SearchAnswer> => {
  const answer = await caller.get(`/api/search?q=${encodeURIComponent(q)}${more}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
const titles = async (q: string) => (await find(member, q)).items.map(({ title }) => title)

before(async () => {
  t = await testApp()
  const [one, other] = [await aPerson(db()), await aPerson(db())]
  member = await t.as(one.id)
  outsider = await t.as(other.id)
  const space = await aSpace(db(), 'loop', [{ id: one.id }], { name: 'Boucle des élus' })
  loopId = space.id
  const write = async (title: string, body: string) =>
    (await member.post(`/api/spaces/${space.id}/topics`, { title, body })).body.id
  topicId = await write('Charte de déontologie', 'Les **élus** numériques et l’accessibilité des sites.')
  await write('Autre chose', 'Un mot sur la déontologie, en passant, parmi bien d’autres mots.')
  await write('Réseaux sociaux', 'Les vidéos de la collectivité : un journal, des journaux. <b>ZEBRA</b>')
  await member.post(`/api/topics/${topicId}/posts`, { body: 'Je relis la co-construction du guide demain.' })
})
after(() => t.close())

describe('French search', () => {
  const cases: [string, string][] = [
    ['deontologie', 'Charte de déontologie'],
    ['DÉONTOLOGIE', 'Charte de déontologie'],
    ['deonto', 'Charte de déontologie'],
    ['elu', 'Charte de déontologie'],
    ['élu numérique', 'Charte de déontologie'],
    ['elu numériques', 'Charte de déontologie'],
    ["l'accessibilité", 'Charte de déontologie'],
    ['accessibilite', 'Charte de déontologie'],
    ['l’access', 'Charte de déontologie'],
    ['"élus numériques"', 'Charte de déontologie'],
    ['co-construction', 'Charte de déontologie'],
    ['co-constru', 'Charte de déontologie'],
    ['de\u0301ontologie', 'Charte de déontologie'],
    ['video', 'Réseaux sociaux'],
    ['journaux -elus', 'Réseaux sociaux'],
    ['nexistepas or journal', 'Réseaux sociaux'],
  ]
  for (const [q, title] of cases)
    it(`« ${q} » finds « ${title} »`, async () => assert.equal((await titles(q))[0], title))
  it('a title comes first; words must all be there', async () => {
    assert.deepEqual(await titles('déontologie'), ['Charte de déontologie', 'Autre chose'])
    assert.deepEqual(await titles('déontologie journal'), [])
    assert.deepEqual(await titles('de la'), [])
  })
  it('a hit marks what was found, and says where it is read', async () => {
    const { items, total, next } = await find(member, 'co-construction')
    assert.deepEqual([items.length, total, next], [1, 1, null])
    const [item] = items
    assert.deepEqual(
      [item?.kind, item?.topicId, item?.number, item?.space.name],
      ['post', topicId, 2, 'Boucle des élus'],
    )
    assert.match(item?.excerpt ?? '', /\ue000co-construction\ue001|\ue000construction\ue001/u)
    const [topic] = (await find(member, 'accessibilité')).items
    assert.deepEqual([topic?.kind, topic?.id, topic?.topicId, topic?.number], ['topic', topicId, topicId, 1])
  })
  it('narrows to a kind and to a space, and pages', async () => {
    assert.equal((await find(member, 'guide', '&kind=topic')).total, 0)
    assert.equal((await find(member, 'guide', `&kind=post&spaceId=${loopId}`)).total, 1)
    const first = await find(member, 'déontologie', '&limit=1')
    const second = await find(member, 'déontologie', `&limit=1&cursor=${first.next}`)
    assert.deepEqual([first.total, second.total, second.next], [2, 2, null])
    assert.notEqual(first.items[0]?.id, second.items[0]?.id)
  })
  it('follows an edit', async () => {
    const topic = (await member.post(`/api/spaces/${loopId}/topics`, { title: 'Brouillon', body: 'hippocampe' })).body
    await member.patch(`/api/topics/${topic.id}`, { title: 'Ornithorynque' })
    const { items } = (await member.get(`/api/topics/${topic.id}/posts`)).body
    await member.patch(`/api/posts/${items[0].id}`, { body: 'Des mots de \ue000capybara\ue001' })
    assert.deepEqual([await titles('hippocampe'), await titles('brouillon')], [[], []])
    assert.deepEqual(await titles('ornithorynque capybara'), ['Ornithorynque'])
    const [found] = (await find(member, 'ornithorynque')).items
    assert.doesNotMatch(found?.excerpt ?? '', /\ue000capybara/u, 'a text does not bring its own marks')
  })
})

describe('rights in search', () => {
  it('outside a loop nothing of it is found or counted', async () => {
    for (const q of ['zebra', 'déontologie', 'ZEB'])
      for (const caller of [outsider, t.anonymous])
        assert.deepEqual(await find(caller, q, `&spaceId=${loopId}`), { items: [], total: 0, next: null })
    assert.equal((await find(member, 'zeb')).total, 1)
  })
  it('a visitor finds what is public', async () => {
    const space = await aSpace(db(), 'public', [])
    const administrator = await t.as((await aPerson(db(), { administrator: true })).id)
    await administrator.post(`/api/spaces/${space.id}/topics`, { title: 'Baleine publique', body: 'Ouvert' })
    assert.equal((await find(t.anonymous, 'baleine')).total, 1)
  })
  it('candidacies are found by those whom admissions concern', async () => {
    const committee = await theCommittee(db())
    await sql`insert into search_entry (kind, id, space_id, title, body, at, tsv)
      values ('candidacy', gen_random_uuid(), ${committee.id}, 'Narval Dupuis', '', now(), to_tsvector('cenacle_fr', 'Narval Dupuis'))`.execute(
      db(),
    )
    const ambassador = await t.as((await aPerson(db(), { role: 'ambassador' })).id)
    assert.deepEqual([(await find(member, 'narval')).total, (await find(ambassador, 'narval')).total], [1, 0])
  })
})

describe('what is asked', () => {
  it('may be anything', async () => {
    const strings = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...`'"\\:*&|!()<->éa1 ’\u0000or-`), maxLength: 30 }),
    )
    await fc.assert(
      fc.asyncProperty(strings, async (q) => {
        const { status } = await member.get(`/api/search?q=${encodeURIComponent(q.toWellFormed())}`)
        assert.ok(status === 200 || status === 400, `${status} for ${JSON.stringify(q)}`)
      }),
      { numRuns: 150 },
    )
  })
  it('has no operator in its own words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (q) => {
        for (const word of askedWords(q).words.split(/[ ()|&]|:\*/)) assert.match(word, /^[\p{L}\p{N}\p{M}]*$/u)
      }),
    )
  })
  it('thirty times a minute', async () => {
    const strict = await testApp({ rateScale: 1 })
    try {
      const statuses: number[] = []
      for (let i = 0; i < 31; i++) statuses.push((await strict.anonymous.get('/api/search?q=un')).status)
      assert.deepEqual([statuses[29], statuses[30]], [200, 429])
    } finally {
      await strict.close()
    }
  })
})

describe('narrowed to a space, an author, a state', () => {
  it('finds pages by whoever wrote in them, topics and replies by their author', async () => {
    const people = [await aPerson(db()), await aPerson(db())] as const
    const [ann, bob] = (await Promise.all(people.map(({ id }) => t.as(id)))) as [Caller, Caller]
    const space = await aSpace(db(), 'loop', [{ id: people[0].id, role: 'facilitator' }, { id: people[1].id }])
    const topic = (await ann.post(`/api/spaces/${space.id}/topics`, { title: 'Le quokka', body: 'Un sujet.' })).body.id
    await bob.post(`/api/topics/${topic}/posts`, { body: 'Un quokka de plus.' })
    const draft = (await ann.post(`/api/spaces/${space.id}/pages`, { title: 'Quokka', markdown: 'Page.' })).body
    const both = (await bob.post(`/api/spaces/${space.id}/pages`, { title: 'Des quokkas', markdown: 'À deux.' })).body
    await ann.put(`/api/pages/${both.id}/markdown`, { markdown: 'À deux mains.' }, { 'if-match': `"${both.seq}"` })
    await ann.put(`/api/pages/${both.id}/publication`, { seq: (await ann.get(`/api/pages/${both.id}`)).body.seq })
    const kindsOf = async (more: string) => (await find(ann, 'quokka', more)).items.map(({ kind }) => kind).sort()
    assert.deepEqual(await kindsOf(''), ['page', 'page', 'post', 'topic'])
    assert.deepEqual(await kindsOf(`&authorId=${people[0].id}`), ['page', 'page', 'topic'])
    assert.deepEqual(await kindsOf(`&authorId=${people[1].id}`), ['page', 'post'])
    const idsOf = async (more: string) => (await find(ann, 'quokka', more)).items.map(({ id }) => id)
    assert.deepEqual(await idsOf('&state=draft'), [draft.id])
    assert.deepEqual(await idsOf('&state=published'), [both.id])
    assert.deepEqual(await idsOf('&state=changed'), [])
    assert.deepEqual(await idsOf(`&spaceId=${loopId}`), [])
    assert.equal((await ann.get('/api/search?q=quokka&state=autre')).status, 400)
  })
})
