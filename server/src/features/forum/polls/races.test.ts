import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aPerson } from '../../../../test/build.ts'
import { testApp, type TestApp } from '../../../../test/harness.ts'
import { aPoll, countsOf, inHours, someone } from '../../../../test/polls.ts'
import { HOUR, stopDatabaseClock, travel } from '../../../../test/votes.ts'

let t: TestApp
before(async () => {
  t = await testApp()
  await stopDatabaseClock(t, t.deps.world.now())
})
after(() => t.close())

describe('races', () => {
  it('a first answer against a correction: either the answer is to the new options, or these stay', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { talks, runs, url, answer } = await aPoll(t)
      const change = () => talks.patch(url, { question: 'Autre chose ?', options: ['Oui', 'Non'] })
      const vote = () => answer(runs, 3)
      const [first, second] = round % 2 ? [change, vote] : [vote, change]
      const both = await Promise.all([first(), second()])
      const [changed, voted] = round % 2 ? both : both.toReversed()
      const { options, voters } = (await talks.get(url)).body
      if (changed?.status === 200) assert.deepEqual([voted?.status, options.length, voters], [422, 2, 0])
      else assert.deepEqual([changed?.body.code, voted?.status, options.length, voters], ['poll-frozen', 200, 3, 1])
    }
  })

  it('one person thirty times at once: one ballot', async () => {
    const { talks, url, answer } = await aPoll(t)
    const sent = await Promise.all(Array.from({ length: 30 }, (_, i) => answer(talks, 1 + (i % 3))))
    assert.deepEqual(new Set(sent.map(({ status }) => status)), new Set([200]))
    const { options, voters, mine } = (await talks.get(url)).body
    assert.equal(voters, 1)
    assert.equal(options[mine[0] - 1].count, 1)
  })

  it('twenty people at once: twenty ballots', async () => {
    const { space, url, talks, answer } = await aPoll(t)
    const people = await Promise.all(Array.from({ length: 20 }, () => someone(t, space.id)))
    await Promise.all(people.map(({ caller }, i) => answer(caller, 1 + (i % 2))))
    assert.deepEqual(await countsOf(talks, url), [10, 10, 0])
  })

  it('one millisecond before the end counts, at the end it does not, whatever the application’s clock says', async () => {
    const { talks, runs, url, answer } = await aPoll(t, { closesAt: inHours(t, 1) })
    const end = Date.parse((await talks.get(url)).body.closesAt)
    await stopDatabaseClock(t, new Date(end - 1))
    assert.equal((await answer(talks, 1)).status, 200)
    await stopDatabaseClock(t, new Date(end))
    const late = await answer(runs, 1)
    assert.deepEqual([late.status, late.body.code], [409, 'poll-closed'])
    assert.equal((await answer(talks, 2)).body.code, 'poll-closed', 'nor is it changed')
    const { closed, voters, can } = (await talks.get(url)).body
    assert.deepEqual([closed, voters, can.vote, can.close], [true, 1, false, false])
    await travel(t, 2 * HOUR)
  })

  it('an answer against a close by hand: in, or refused, and never after it', async () => {
    const { talks, runs, url, answer } = await aPoll(t)
    const [closed, voted] = await Promise.all([talks.post(`${url}/close`), answer(runs, 1)])
    assert.equal(closed.status, 200)
    assert.equal((await talks.get(url)).body.voters, voted.status === 200 ? 1 : 0)
    assert.ok(voted.status === 200 || voted.body.code === 'poll-closed')
  })

  it('the database alone refuses a late ballot, one that does not fit, and a change of what was answered', async () => {
    const { talks, url, answer } = await aPoll(t)
    const { db } = t.deps.world
    const id = url.split('/').at(-1) ?? ''
    const { id: person } = await aPerson(db)
    const insert = (choices: number[]) =>
      db.insertInto('poll_ballot').values({ poll_id: id, person_id: person, choices }).execute()
    await assert.rejects(insert([4]), /does not fit/)
    await assert.rejects(insert([1, 2]), /does not fit/)
    await answer(talks, 1)
    await assert.rejects(
      db
        .updateTable('poll')
        .set({ options: ['A', 'B'] })
        .where('id', '=', id)
        .execute(),
      /answered/,
    )
    await sql`update poll set closed_at = now() where id = ${id}::uuid`.execute(db)
    await assert.rejects(insert([1]), /is closed/)
  })
})
