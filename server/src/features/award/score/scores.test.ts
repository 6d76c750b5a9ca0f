import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { formOf } from '../../../../test/archives.ts'
import { aCall, aShortlist, ok, openJury, three } from '../../../../test/awards.ts'
import { memberOf } from '../../../../test/decisions.ts'
import { type Looked, testApp, type TestApp } from '../../../../test/harness.ts'
import { scoresCsv, sendScores, toChooseFrom } from '../../../../test/scores.ts'
import { aCommittee, type Committee } from '../../../../test/votes.ts'
import { sha256 } from '../../../ids.ts'
import { hashOf } from './import.ts'

let app: TestApp
let committee: Committee
beforeEach(async () => {
  app = await testApp()
  committee = await aCommittee(app, 3)
})
afterEach(() => app.close())

const office = () => committee.administrator
const stored = async (): Promise<number> =>
  (await app.deps.world.db.selectFrom('award_score').selectAll().execute()).length
const versionsOf = async (id: string): Promise<Looked[]> => ok(await office().get(`/api/awards/${id}/scores`)).versions

describe('importing a score', () => {
  it('is looked at first, then kept with who, when, formula and hashes; the committee reads the formula, not the scores', async () => {
    const { id, entries } = await toChooseFrom(app, committee, three)
    const file = scoresCsv(entries, ['12,5', '-3', '1 012,75'])
    const report = ok(await sendScores(office(), id, file, { to: '/check' }))
    assert.deepEqual([report.ok, report.lines, report.faultCount, report.separator], [true, 3, 0, ';'])
    assert.deepEqual(
      report.scores.map(({ value }: Looked) => value),
      ['12.50', '-3.00', '1012.75'],
    )
    assert.equal(await stored(), 0, 'looking keeps nothing')
    const { versions, scores, can } = ok(await sendScores(office(), id, file), 201)
    const [version] = versions
    assert.deepEqual([version.number, version.version, version.entries, can.import], [1, '2026-1', 3, true])
    assert.equal(version.at, app.deps.world.now().toISOString())
    assert.equal(version.fileHash, sha256(Buffer.from(file)))
    const points = new Map(entries.map(({ id: entry }: Looked, n) => [entry, [1250, -300, 101_275][n] ?? 0]))
    const said = { edition: id, version: '2026-1', formula: version.formula, decimals: 2 }
    assert.equal(version.hash, hashOf(said, points), 'anybody makes the hash again from what is said')
    assert.deepEqual(
      scores.map(({ value }: Looked) => value),
      ['1012.75', '12.50', '-3.00'],
    )
    const seen = ok(await memberOf(committee, 1).caller.get(`/api/awards/${id}/scores`))
    assert.deepEqual([seen.versions[0].formula, seen.scores, seen.can.import], ['portée ÷ abonnés × 100', null, false])
    const [event] = await app.deps.world.db
      .selectFrom('award_event')
      .selectAll()
      .where('type', '=', 'scores.imported')
      .execute()
    assert.deepEqual((event as Looked).detail.hash, version.hash)
  })
  it('never overwrites: a second version is kept beside the first, and no row of either changes', async () => {
    const { id, entries } = await toChooseFrom(app, committee, three)
    ok(await sendScores(office(), id, scoresCsv(entries, [1, 2, 3])), 201)
    const again = { version: '2026-2', after: '1', formula: 'autre', decimals: '0' }
    const second = ok(await sendScores(office(), id, scoresCsv(entries, [3, 2, 1]), again), 201)
    assert.deepEqual(
      second.versions.map(({ number, version, decimals }: Looked) => [number, version, decimals]),
      [
        [1, '2026-1', 2],
        [2, '2026-2', 0],
      ],
    )
    const first = ok(await office().get(`/api/awards/${id}/scores?version=1`)).scores
    assert.deepEqual([first[0].value, second.scores[0].value], ['3.00', '3'])
    assert.equal((await office().get(`/api/awards/${id}/scores?version=3`)).status, 404)
    const { db } = app.deps.world
    await assert.rejects(db.updateTable('award_score').set({ points: 1 }).execute(), /does not change/)
    await assert.rejects(db.updateTable('award_score_version').set({ formula: 'x' }).execute(), /does not change/)
    // A person may be forgotten, the version stays.
    await db.updateTable('award_score_version').set({ imported_by: null }).execute()
    assert.equal((await versionsOf(id))[0].by, null)
  })
  it('is refused whole for any fault, with a report by line', async () => {
    const { id, entries } = await toChooseFrom(app, committee, three)
    const other = await toChooseFrom(app, committee, [
      ['Ailleurs', 'Ville D'],
      ['Loin', 'Ville E'],
    ])
    const good = scoresCsv(entries, [1, 2, 3])
    const bad: [string, string, string | null][] = [
      [`${good}\r\n${other.entries[0].id};4`, 'id-unknown', '/lines/5/id'],
      [`${good}\r\n${entries[0].id};4`, 'id-twice', '/lines/5/id'],
      [good.replace(';2', ';=2'), 'formula', '/lines/3/score'],
      [good.replace(';2', ';2,345'), 'score-decimals', '/lines/3/score'],
      [scoresCsv(entries.slice(0, 2), [1, 2]), 'entry-missing', '/lines/-'],
      [good.replace('score', 'points'), 'column-unknown', '/lines/1'],
      [`id;score\n${Array.from({ length: 100_000 }, (_, n) => `${n};1`).join('\n')}`, 'too-many-lines', '/lines/2001'],
      ['PK\u0003\u0004 un classeur', 'not-csv', '/lines/1'],
    ]
    for (const [file, code, pointer] of bad) {
      const refused = await sendScores(office(), id, file)
      assert.deepEqual([refused.status, refused.body.code], [422, 'scores-refused'], code)
      assert.deepEqual([refused.body.errors[0].code, refused.body.errors[0].pointer], [code, pointer])
      const report = ok(await sendScores(office(), id, file, { to: '/check' }))
      assert.deepEqual([report.ok, report.faults[0].code, report.scores], [false, code, []])
    }
    assert.equal((await sendScores(office(), id, Buffer.alloc(10_485_761, 'x'))).body.code, 'too-large')
    assert.deepEqual([await stored(), await versionsOf(id)], [0, []])
  })
  it('is refused for what its form says', async () => {
    const { id, entries } = await toChooseFrom(app, committee, three)
    const file = scoresCsv(entries, [1, 2, 3])
    const wrong: [Record<string, string>, string][] = [
      [{ decimals: '7' }, '/decimals'],
      [{ decimals: '' }, '/decimals'],
      [{ decimals: '1e0' }, '/decimals'],
      [{ version: ' \u200B' }, '/version'],
      [{ formula: '' }, '/formula'],
      [{ formula: 'x'.repeat(4_001) }, '/formula'],
      [{ formula: 'é'.repeat(40_000) }, '/formula'],
      [{ after: '-1' }, '/after'],
    ]
    for (const [fields, pointer] of wrong) {
      const refused = await sendScores(office(), id, file, fields)
      assert.deepEqual(
        [refused.status, refused.body.errors?.[0].pointer],
        [422, pointer],
        JSON.stringify(fields).slice(0, 80),
      )
    }
    assert.equal((await sendScores(office(), id, file, { by: 'moi' })).status >= 400, true)
    const { type, bytes } = await formOf({}, { decimals: '2', version: 'a', formula: 'b', after: '0' })
    const empty = await office().post(`/api/awards/${id}/scores`, bytes, { 'content-type': type })
    assert.deepEqual([empty.status, empty.body.errors[0].pointer], [422, '/file'])
    assert.equal((await office().post(`/api/awards/${id}/scores`, { decimals: 2 })).status, 415)
    ok(await sendScores(office(), id, file, { formula: '=SOMME(A1:A9)\n@portée' }), 201)
    const stale = await sendScores(office(), id, file, { version: '2026-2' })
    assert.deepEqual([stale.status, stale.body.code], [412, 'scores-stale'])
    const taken = await sendScores(office(), id, file, { version: '２０２６-1', after: '1' })
    assert.deepEqual([taken.status, taken.body.code], [409, 'score-version-taken'])
    assert.equal((await versionsOf(id)).length, 1)
  })
  it('is for who runs the award, once the call has closed and before the jury', async () => {
    const call = await aCall(app, committee, [{ entries: [] }])
    assert.equal((await sendScores(office(), call.id, 'id;score')).body.code, 'edition-frozen')
    const { id, entries } = await toChooseFrom(app, committee, three)
    const file = scoresCsv(entries, [1, 2, 3])
    for (const to of ['', '/check'] as const) {
      assert.equal((await sendScores(memberOf(committee, 0).caller, id, file, { to })).status, 403)
      assert.equal((await sendScores(app.anonymous, id, file, { to })).status, 401)
    }
    assert.equal((await memberOf(committee, 0).caller.get(`/api/awards/${id}/scores/template`)).status, 403)
  })
  it('takes scores of what was rejected since, and asks for none', async () => {
    const { id, entries } = await toChooseFrom(app, committee, three)
    const reject = { verdict: 'rejected', reason: 'Hors sujet.' }
    ok(await office().put(`/api/award-entries/${entries[2].id}/verdict`, reject))
    ok(await sendScores(office(), id, scoresCsv(entries.slice(0, 2), [1, 2])), 201)
    ok(await sendScores(office(), id, scoresCsv(entries, [1, 2, 3]), { version: 'b', after: '1' }), 201)
  })
})

describe('two at once', () => {
  it('of two imports one is a version, and the other is told to look again', async () => {
    const { id, entries } = await toChooseFrom(app, committee, three)
    const both = await Promise.all(
      ['a', 'b'].map((version) => sendScores(office(), id, scoresCsv(entries, [1, 2, 3]), { version })),
    )
    assert.deepEqual(both.map(({ status }) => String(status)).toSorted(), ['201', '412'])
    assert.deepEqual([(await versionsOf(id)).length, await stored()], [1, 3])
  })
  it('an import that meets the opening of the jury is before it or not at all', async () => {
    const edition = await aShortlist(app, committee, [{ entries: three }])
    const entries = edition.categories[0]?.entries ?? []
    const [sent] = await Promise.all([
      sendScores(office(), edition.id, scoresCsv(entries, [1, 2, 3])),
      openJury(committee, edition),
    ])
    const versions = (await versionsOf(edition.id)).length
    if (sent.status === 201) assert.equal(versions, 1)
    else assert.deepEqual([sent.body.code, versions], ['edition-frozen', 0])
    const late = await sendScores(office(), edition.id, scoresCsv(entries, [1, 2, 3]), {
      version: 'tard',
      after: `${versions}`,
    })
    assert.equal(late.body.code, 'edition-frozen')
  })
})

describe('the template', () => {
  it('has a line for each entry that takes part, and begins no formula', async () => {
    const { id, entries } = await toChooseFrom(app, committee, [
      ['=2+2', '@Ville'],
      ['Une « île »; et', '-Ville "B"'],
      ['Hors jeu', 'Ville C'],
    ])
    ok(await office().put(`/api/award-entries/${entries[2].id}/verdict`, { verdict: 'rejected', reason: 'Non.' }))
    const answer = await office().get(`/api/awards/${id}/scores/template`)
    assert.equal(answer.headers['content-disposition'], 'attachment; filename="scores.csv"')
    const text = String(answer.body)
    assert.match(text, /^\uFEFF?id;titre;organisation;categorie;score\r\n/)
    assert.equal(text.split('\r\n').length, 4)
    assert.ok(text.includes(`${entries[0].id};'=2+2;'@Ville;Catégorie 1;\r\n`))
    assert.ok(text.includes(`"Une « île »; et";"'-Ville ""B"""`))
    const filled = text.replaceAll(/;\r\n/g, ';1\r\n')
    assert.deepEqual(ok(await sendScores(office(), id, filled, { to: '/check' })).faults, [])
  })
})
