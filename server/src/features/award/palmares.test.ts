import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { MENTIONS } from '@cenacle/contract/vote'
import { canonical } from '@cenacle/tally/canonical'
import { majorityJudgment } from '@cenacle/tally/majority-judgment'
import { gradeCounts, parseCategories } from '@cenacle/tally/preflib-categories'
import { readVoteFile } from '@cenacle/tally/read-vote-file'
import { recount } from '@cenacle/tally/vote-file'
import { aJury, deliberationOf, judged, ok, seal, sign, three, travelTo, winnersOf } from '../../../test/awards.ts'
import { aPerson } from '../../../test/build.ts'
import { memberOf } from '../../../test/decisions.ts'
import { type Caller, type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, startDatabaseClock } from '../../../test/votes.ts'
import { sha256 } from '../../ids.ts'

let app: TestApp
let committee: Committee
/** Another who runs the committee. */
let second: Caller
const member = (index: number) => memberOf(committee, index)
const db = () => app.deps.world.db

beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 6)
  second = await app.as((await aPerson(db(), { role: 'administrator', name: 'Second' })).id)
})
afterEach(() => app.close())

describe('vote criterion 19: the palmarès', () => {
  it('vote criterion 19: equals an external re-tally of the exported PrefLib, JSON and CSV', async () => {
    const grades = [
      [6, 5, 0],
      [4, 5, 6],
      [2, 3, 1],
      [6, 3, 1],
      [0, 3, 6],
    ]
    const edition = await judged(app, committee, grades)
    ok(await member(5).caller.put(`/api/votes/${edition.categories[0]?.voteId}/ballot`, { choice: 'blank' }), 201)
    await travelTo(app, edition.juryClosesAt)
    await seal(edition, committee.administrator, second)
    await travelTo(app, edition.embargoAt)
    const [category] = ok(await app.anonymous.get(`/api/palmares/${edition.id}`)).palmares.categories
    const titles = category.tally.ranking.map((group: string[]) =>
      group.map((option) => category.nominees.find(({ id }: Looked) => id === category.options[option]).title),
    )
    const exported = async (format: string): Promise<string> =>
      ok(await member(0).caller.get(`/api/votes/${category.voteId}/export?format=${format}`))
    // The packages' own reader, and an independent count of what was cast.
    const preflib = parseCategories(await exported('preflib'))
    assert.deepEqual(
      preflib.ballots.reduce((sum, { count }) => sum + count, 0),
      5,
    )
    const { ranking } = majorityJudgment(Object.fromEntries(gradeCounts(preflib)))
    const named = ranking.map((group) => group.map((id) => preflib.names[id]?.replace(/ \(.*/u, '')))
    assert.deepEqual(named, titles)
    // The ballots as a spreadsheet has them: names of grades, a column for each nominee.
    const [head, ...rows] = String(await exported('csv'))
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    const counts = (head ?? []).slice(1).map((label, column) => {
      const said = rows.map((cells) => cells[column + 1]).filter(Boolean)
      return [label.replace(/ \(.*/u, ''), MENTIONS.map((name) => said.filter((one) => one === name).length)] as const
    })
    assert.equal(rows.length, grades.length + 1, 'and the blank one')
    for (const [, row] of counts)
      assert.equal(
        row.reduce((sum, count) => sum + count, 0),
        grades.length,
      )
    assert.deepEqual(majorityJudgment(Object.fromEntries(counts)).ranking, titles)
    const file = readVoteFile(JSON.stringify(await exported('json')))
    assert.deepEqual(recount(sha256, file).differs, [])
    assert.deepEqual(titles, medianOrder(grades))
    assert.deepEqual(
      winnersOf(category),
      medianOrder(grades).map(([title]) => title),
    )
    // The counts that the public has say the same.
    const url = `/api/palmares/${edition.id}/categories/${category.id}/counts`
    const lines = String(ok(await app.anonymous.get(url)))
      .trim()
      .split('\r\n')
      .slice(1)
    assert.deepEqual(
      lines.map((line) => line.split(',')[1]?.replace(/ \(.*/u, '')),
      titles.flat(),
    )
  })
  it('vote criterion 19: of a grid equals a re-tally of the exported CSV and JSON', async () => {
    const criteria = [
      { label: 'Audace', weight: 2 },
      { label: 'Effets', weight: 3 },
    ]
    const values = { method: 'grid', criteria, team: committee.members.slice(0, 3).map(({ id }) => id), mostPoints: 10 }
    const edition = await aJury(app, committee, [{ entries: three, values }])
    const voteId = edition.categories[0]?.voteId ?? ''
    const { rules } = ok(await member(0).caller.get(`/api/votes/${voteId}`))
    const [first, other] = rules.criteria.map(({ id }: Looked) => id)
    // By juror, by nominee: both criteria. The heavier one decides: unweighted, the first would be first.
    const said = [
      [
        [10, 2],
        [2, 8],
        [0, 0],
      ],
      [
        [9, 3],
        [3, 8],
        [1, 0],
      ],
      [
        [10, 2],
        [3, 8],
        [0, 1],
      ],
    ]
    for (const [index, rows] of said.entries()) {
      const grid = Object.fromEntries(rows.map(([a, b], at) => [`o${at + 1}`, { [first]: a, [other]: b }]))
      ok(await member(index).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'cast', value: { grid } }), 201)
    }
    await travelTo(app, edition.juryClosesAt)
    await seal(edition, committee.administrator, second)
    await travelTo(app, edition.embargoAt)
    const [category] = ok(await app.anonymous.get(`/api/palmares/${edition.id}`)).palmares.categories
    const exported = async (format: string) =>
      ok(await member(0).caller.get(`/api/votes/${voteId}/export?format=${format}`))
    const [head, ...rows] = String(await exported('csv'))
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    const means = three.map(([title]) => {
      const sum = (head ?? []).reduce((total, label, column) => {
        const weight = label.startsWith(`${title} (`)
          ? (criteria.find((one) => label.endsWith(one.label))?.weight ?? 0)
          : 0
        return total + weight * rows.reduce((points, cells) => points + Number(weight && cells[column]), 0)
      }, 0)
      return { title, sum }
    })
    const byMean = means.toSorted((a, b) => b.sum - a.sum).map(({ title }) => title)
    assert.deepEqual(byMean, ['Deux', 'Un', 'Trois'])
    assert.deepEqual(winnersOf(category), byMean)
    assert.deepEqual(recount(sha256, readVoteFile(JSON.stringify(await exported('json')))).differs, [])
  })
  it('vote criterion 19: opens exactly at the embargo, by the database’s clock, to anybody', async () => {
    const edition = await judged(app, committee, [
      [6, 5, 0],
      [5, 4, 1],
    ])
    const url = `/api/palmares/${edition.id}`
    const voteId = edition.categories[0]?.voteId ?? ''
    await travelTo(app, edition.juryClosesAt)
    await app.runJobs()
    const hash = await seal(edition, committee.administrator, second)
    const everybody = [app.anonymous, member(0).caller, committee.administrator, second]
    await travelTo(app, edition.embargoAt, -1)
    await app.runJobs()
    for (const caller of everybody) {
      const early = await caller.get(url)
      assert.deepEqual([early.status, early.body.code], [403, 'embargo'])
      assert.deepEqual(ok(await caller.get('/api/palmares')).items, [])
    }
    for (const path of ['/result', '/export?format=json', '/export?format=options'])
      assert.equal((await member(0).caller.get(`/api/votes/${voteId}${path}`)).body.code, 'embargo', path)
    const { events } = ok(await member(0).caller.get(`/api/votes/${voteId}/log`))
    for (const { type, body } of events)
      if (type === 'ballot.tallied' || type === 'ballot.cast') assert.equal(body, undefined, type)
    const quiet = ok(await member(0).caller.get(`/api/votes/${voteId}`))
    assert.deepEqual(
      [quiet.status, quiet.outcome, quiet.can.readResult, quiet.embargoed],
      ['closed', null, false, true],
    )
    await travelTo(app, edition.embargoAt)
    for (const caller of everybody) {
      const open = ok(await caller.get(url))
      assert.deepEqual([open.hash, open.publishedAt], [hash, edition.embargoAt])
      assert.equal(sha256(canonical(open.palmares)), hash)
      assert.deepEqual(winnersOf(open.palmares.categories[0]), ['Un', 'Deux', 'Trois'])
    }
    assert.equal(ok(await member(0).caller.get(`/api/votes/${voteId}/result`)).winner, 'o1')
    // Out with the log long before: a hash from which nobody finds the result by trying them all.
    const log = ok(await member(0).caller.get(`/api/votes/${voteId}/log`))
    const [sealed, told] = [events, log.events].map((all) => all.find(({ type }: Looked) => type === 'ballot.tallied'))
    assert.equal(sealed.payload, told.payload)
    const { salt, ...guessed } = told.body
    assert.match(salt, /^[0-9a-f]{32}$/u)
    assert.equal(sha256(canonical(told.body)), sealed.payload)
    assert.notEqual(sha256(canonical(guessed)), sealed.payload)
    const { result: _digest, ...counted } = guessed
    assert.notEqual(sha256(canonical(counted)), sealed.payload)
    assert.equal((await app.anonymous.get(`/api/votes/${voteId}/result`)).status, 401)
    // The application's clock does not matter.
    await sql`${sql.raw(`create or replace function cenacle_clock() returns timestamptz language sql volatile as $$ select '${edition.embargoAt}'::timestamptz - interval '1 millisecond' $$`)}`.execute(
      db(),
    )
    assert.equal((await app.anonymous.get(url)).body.code, 'embargo')
    assert.equal((await member(0).caller.get(`/api/votes/${voteId}/result`)).body.code, 'embargo')
    await startDatabaseClock(app)
  })
  it('vote criterion 19: is sealed by two people, whoever signs twice and however fast', async () => {
    const edition = await judged(app, committee, [[6, 5, 0]])
    const early = await committee.administrator.get(`/api/awards/${edition.id}/deliberation`)
    assert.equal(early.body.code, 'jury-not-closed')
    await travelTo(app, edition.juryClosesAt)
    const { hash } = await deliberationOf(edition, committee.administrator)
    const twice = await Promise.all([1, 2, 3].map(() => sign(edition, committee.administrator, hash)))
    assert.deepEqual(twice.map(({ status }) => String(status)).toSorted(), ['201', '409', '409'])
    const phase = async () => ok(await member(0).caller.get(`/api/awards/${edition.id}`)).phase
    assert.equal(await phase(), 'deliberation')
    const forced = { sealed_at: new Date(), published_at: new Date(), palmares: '{}', palmares_hash: hash }
    await assert.rejects(
      db().updateTable('award_edition').set(forced).where('id', '=', edition.id).execute(),
      /second signature/u,
    )
    assert.equal((await sign(edition, second, 'f'.repeat(64))).body.code, 'conflict')
    const both = await Promise.all([sign(edition, second, hash), sign(edition, second, hash)])
    assert.deepEqual(both.map(({ status }) => String(status)).toSorted(), ['201', '409'])
    assert.equal(await phase(), 'sealed')
    await assert.rejects(
      db().updateTable('award_edition').set(forced).where('id', '=', edition.id).execute(),
      /is sealed/u,
    )
    const late = await member(0).caller.post(`/api/award-categories/${edition.categories[0]?.id}/conflicts`, {
      reason: 'Trop tard.',
    })
    assert.equal(late.body.code, 'edition-frozen')
  })
})

/** Majority judgment by sorting and taking medians out, written for this test alone; titles, best first. */
function medianOrder(grades: number[][]): string[][] {
  const vectors = three.map(([title], option) => {
    const left = grades.map((row) => row[option] ?? 0).toSorted((a, b) => a - b)
    const vector: number[] = []
    while (left.length > 0) vector.push(...left.splice(Math.floor((left.length - 1) / 2), 1))
    return [title, vector.join('')] as const
  })
  return vectors.toSorted(([, a], [, b]) => (a < b ? 1 : -1)).map(([title]) => [title])
}
