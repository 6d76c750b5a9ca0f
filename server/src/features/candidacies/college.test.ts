import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
import { testApp, type TestApp } from '../../../test/harness.ts'
import { aCommittee, type Committee, setSeats } from '../../../test/votes.ts'

let app: TestApp
let committee: Committee
const db = () => app.deps.world.db
/** A member by their place: women have the even ones. */
const declare = async (index: number, college: string) => {
  const answer = await committee.members[index]?.caller.patch('/api/me', { college })
  return [answer?.status, answer?.body.code ?? answer?.body.college]
}
const seated = async (college: 'woman' | 'man') =>
  (await db().selectFrom('person').select('id').where('role', '=', 'member').where('college', '=', college).execute())
    .length

describe('a member who changes their college', () => {
  before(async () => {
    app = await testApp()
    committee = await aCommittee(app, 6)
  })
  after(() => app.close())

  it('keeps the quota of an admission: a seat of the other college must be left', async () => {
    await setSeats(app, { cap: 7 })
    assert.deepEqual(await declare(0, 'man'), [409, 'college-full'])
    assert.deepEqual([await seated('woman'), await seated('man')], [3, 3])
    const theme = await committee.members[0]?.caller.patch('/api/me', { college: 'woman', theme: 'dark' })
    assert.equal(theme?.status, 200, 'saying again what one is counts nobody twice')
    await setSeats(app, { cap: 8 })
    assert.deepEqual(await declare(0, 'man'), [200, 'man'])
    assert.deepEqual(await declare(2, 'man'), [409, 'college-full'])
    assert.deepEqual(await declare(2, 'undeclared'), [200, 'undeclared'])
    assert.deepEqual(await declare(2, 'man'), [409, 'college-full'])
    assert.deepEqual(await declare(2, 'woman'), [200, 'woman'])
  })
  it('is free where parity is only shown, and whoever has no seat always', async () => {
    const ambassador = await aPerson(db(), { role: 'ambassador', college: 'woman' })
    assert.equal((await (await app.as(ambassador.id)).patch('/api/me', { college: 'man' })).status, 200)
    await setSeats(app, { cap: 8, parity: 'tolerance', difference: 1 })
    assert.deepEqual(await declare(2, 'man'), [409, 'college-full'])
    await setSeats(app, { cap: 8, parity: 'shown' })
    assert.deepEqual(await declare(2, 'man'), [200, 'man'])
  })
  it('of two at once one takes the last seat, by the database alone', async () => {
    await setSeats(app, { cap: 12 })
    // Two women are left, and one seat for a man.
    await db()
      .updateTable('person')
      .set({ college: 'man' })
      .where('id', '=', committee.members[4]?.id ?? '')
      .execute()
    await aPerson(db(), { college: 'woman' })
    await aPerson(db(), { college: 'woman' })
    const women = await db()
      .selectFrom('person')
      .select('id')
      .where('role', '=', 'member')
      .where('college', '=', 'woman')
      .execute()
    const before = await seated('man')
    await setSeats(app, { cap: 2 * (before + 1) })
    const tries = await Promise.allSettled(
      women.map(({ id }) => db().updateTable('person').set({ college: 'man' }).where('id', '=', id).execute()),
    )
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.equal(await seated('man'), before + 1)
  })
})
