import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { anOffice, type Officer } from '../../../test/award-office.ts'
import {
  aJury,
  aShortlist,
  deliberationOf,
  type Edition,
  grade,
  judged,
  ok,
  seal,
  three,
  travelTo,
  winnersOf,
} from '../../../test/awards.ts'
import { memberOf } from '../../../test/decisions.ts'
import { type Answer, type Looked, testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, DAY, HOUR, travel } from '../../../test/votes.ts'
import { tally } from '../../cli/tally.ts'
import { verifyLog } from '../../cli/verify-log.ts'

let app: TestApp
let committee: Committee
let office: Officer
const WHY = 'La ville retire son dossier\u202f: le projet n’aura pas lieu.'
beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 4)
  ;({ office } = await anOffice(app, committee))
})
afterEach(() => app.close())

const member = (index: number) => memberOf(committee, index).caller
const withdraw = (entry: Looked, caller = committee.administrator, reason = WHY): Promise<Answer> =>
  caller.post(`/api/award-entries/${entry?.id}/withdrawal`, { reason })
const first = ({ categories: [category] }: Edition) => category ?? assert.fail()
const entriesOf = async (edition: Edition, caller = committee.administrator): Promise<Looked[]> =>
  ok(await caller.get(`/api/awards/${edition.id}/entries`)).items

describe('an entry that leaves its open jury', () => {
  it('is in no ranking, whatever the ballots said of it; they count for the others', async () => {
    const edition = await judged(app, committee, [
      [3, 2, 6],
      [3, 4, 6],
    ])
    const { voteId, entries } = first(edition)
    const [, , third] = entries
    assert.equal((await entriesOf(edition))[2]?.can.withdraw, true)
    assert.equal((await entriesOf(edition, member(0)))[2]?.can.withdraw, false)
    assert.equal((await withdraw(third, committee.administrator, 'Non')).status, 422)
    assert.equal((await withdraw(third, member(0))).status, 403)
    ok(await withdraw(third), 201)
    const [one, , gone] = await entriesOf(edition, member(0))
    assert.deepEqual([one.withdrawn, gone.withdrawn.reason, gone.can.withdraw], [null, WHY, false])
    assert.equal((await withdraw(third)).body.code, 'option-withdrawn')
    assert.equal((await grade(committee, 2, voteId, [5, 1, 6])).body.code, 'option-withdrawn')
    assert.equal((await grade(committee, 2, voteId, [5, 1])).status, 201)
    assert.equal(ok(await member(3).get(`/api/awards/${edition.id}`)).categories[0].entries, 2)
    assert.equal(ok(await member(3).get(`/api/awards/${edition.id}/duty`)).categories[0].done, 3)
    await travelTo(app, edition.juryClosesAt)
    await app.runJobs()
    const { palmares } = await deliberationOf(edition, committee.administrator)
    assert.deepEqual(winnersOf(palmares.categories[0]).slice(0, 2), ['Un', 'Deux'])
    assert.doesNotMatch(JSON.stringify(palmares), /Trois|o3/u)
    await seal(edition, committee.administrator, office.caller)
    await travelTo(app, edition.embargoAt, DAY)
    await app.runJobs()
    const open = JSON.stringify(ok(await app.anonymous.get(`/api/palmares/${edition.id}`)))
    assert.match(open, /Deux/u)
    const counts = `/api/palmares/${edition.id}/categories/${first(edition).id}/counts?format=`
    const files = [await app.anonymous.get(`${counts}options`), await app.anonymous.get(`${counts}summary`)]
    assert.doesNotMatch([open, ...files.map((file) => JSON.stringify(file.body))].join(' '), /Trois|o3/u)
    await recounts(voteId)
  })
  it('is told to who filed it, to the jury and in the journal', async () => {
    const edition = await aJury(app, committee, [{ entries: three }])
    await app.runJobs()
    const from = app.outbox.length
    ok(await withdraw(first(edition).entries[0]), 201)
    await app.runJobs()
    const told = app.outbox.slice(from)
    const filer = told.filter(({ subject }) => subject.startsWith('Votre dossier est retiré'))
    assert.equal(filer.length, 1)
    assert.match(filer[0]?.text ?? '', /«\sUn\s»[^]*Catégorie 1[^]*le projet n’aura pas lieu/u)
    assert.equal(told.filter(({ subject }) => subject.startsWith('Une option est retirée')).length, 4)
    const { items } = ok(await member(2).get(`/api/awards/${edition.id}/journal`))
    assert.deepEqual([items[0].type, items[0].actor, items[0].body.reason], ['entry.withdrawn', 'bureau', WHY])
    const vote = ok(await member(2).get(`/api/votes/${first(edition).voteId}`))
    assert.deepEqual(
      vote.withdrawn.map(({ label, reason }: Looked) => [label, reason]),
      [['Un (Ville A)', WHY]],
    )
    assert.equal(vote.can.withdraw, false)
    const plain = await committee.administrator.post(`/api/votes/${vote.id}/withdrawals`, {
      optionId: 'o2',
      reason: WHY,
    })
    assert.equal(plain.status, 403, 'of a jury it is the award’s own act')
  })
  it('is decided by nobody who has a conflict of interest about it', async () => {
    const values = { scope: 'entry' }
    const edition = await aJury(app, committee, [{ entries: three }], values)
    const { id, entries } = first(edition)
    const body = { personId: office.id, entryId: entries[0]?.id, reason: 'A travaillé sur ce projet.' }
    ok(await committee.administrator.post(`/api/award-categories/${id}/recusals`, body))
    assert.equal((await entriesOf(edition, office.caller))[0]?.can.withdraw, false)
    assert.deepEqual([(await withdraw(entries[0], office.caller)).body.code], ['recused'])
    ok(await withdraw(entries[1], office.caller), 201)
  })
  it('leaves a jury of one, and never none; elsewhere than before a jury there is the verdict', async () => {
    const before = await aShortlist(app, committee, [{ entries: three }])
    assert.equal((await withdraw(before.categories[0]?.entries[0])).body.code, 'edition-frozen')
    const edition = await aJury(app, committee, [{ entries: three }])
    const [one, two, last] = first(edition).entries
    ok(await withdraw(one), 201)
    ok(await withdraw(two), 201)
    const refused = await withdraw(last)
    assert.deepEqual([refused.status, refused.body.code], [409, 'options-too-few'])
    assert.match(refused.body.detail, /délibération/u)
    await travelTo(app, edition.juryClosesAt)
    assert.equal((await withdraw(last)).body.code, 'edition-frozen')
  })
  it('a conflict of interest about it that is found later voids no ballot', async () => {
    const edition = await judged(app, committee, [[3, 2, 6]])
    const { id, voteId, entries } = first(edition)
    ok(await withdraw(entries[2]), 201)
    await travel(app, HOUR)
    const body = { entryId: entries[2]?.id, reason: 'J’y ai travaillé.' }
    ok(await member(0).post(`/api/award-categories/${id}/conflicts`, body))
    const { hasVoted, voters } = ok(await member(0).get(`/api/votes/${voteId}`))
    assert.deepEqual([hasVoted, voters], [true, 1])
    assert.equal(ok(await member(0).get(`/api/awards/${edition.id}`)).categories[0].recused, 'no')
  })
  it('of two who decide at once one is told', async () => {
    const edition = await aJury(app, committee, [{ entries: three }])
    const [entry] = first(edition).entries
    const answers = await Promise.all([withdraw(entry), withdraw(entry, office.caller)])
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409],
    )
  })
})

/** The jury's log and its exported ballots, by the tools that anybody has at home. */
async function recounts(voteId: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cenacle-withdrawal-'))
  try {
    const [logFile, voteFile] = [join(folder, 'log.json'), join(folder, 'vote.json')]
    await writeFile(logFile, JSON.stringify(ok(await member(0).get(`/api/votes/${voteId}/log`))))
    await writeFile(voteFile, JSON.stringify(ok(await member(0).get(`/api/votes/${voteId}/export?format=json`))))
    const counted = await tally(['--log', logFile, voteFile])
    assert.ok(counted.ok, counted.text)
    const verified = await verifyLog([logFile], () => Promise.reject(new Error('offline')))
    assert.match(verified.text, /closed once, 1 counted again/u)
  } finally {
    await rm(folder, { recursive: true })
  }
}
