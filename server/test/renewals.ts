import assert from 'node:assert/strict'
import { type Committee, DAY } from './votes.ts'
import type { Answer, Looked, TestApp } from './harness.ts'

/** What the tests of the renewal do again and again, on the committee of the moment. */
export const renewalsOf = (look: () => { t: TestApp; committee: Committee }) => {
  const db = () => look().t.deps.world.db
  const member = (index: number) => {
    const found = look().committee.members[index]
    assert.ok(found)
    return found
  }
  const inDays = (days: number): string => new Date(look().t.deps.world.now().getTime() + days * DAY).toISOString()
  return {
    db,
    member,
    inDays,
    current: async (index = 0): Promise<Looked> =>
      (await member(index).caller.get('/api/renewals/current')).body.renewal,
    answer: (index: number, id: string, choice: string): Promise<Answer> =>
      member(index).caller.put(`/api/renewals/${id}/answer`, { answer: choice }),
    open: async (days = 30, silence?: string): Promise<{ id: string; closesAt: string }> => {
      const body = { closesAt: inDays(days), ...(silence && { silence }) }
      const opened = await look().committee.administrator.post('/api/renewals', body)
      assert.equal(opened.status, 201, JSON.stringify(opened.body))
      return opened.body.renewal
    },
    /** The addresses that a mail whose subject is like this was sent to. */
    mailsAbout: (pattern: RegExp): string[] =>
      look()
        .t.outbox.filter(({ subject }) => pattern.test(subject))
        .map(({ to }) => to),
    addressOf: async (index: number): Promise<string> =>
      (await db().selectFrom('person').select('email').where('id', '=', member(index).id).executeTakeFirstOrThrow())
        .email,
    roleOf: async (index: number): Promise<string> => {
      const { role, suspended_at } = await db()
        .selectFrom('person')
        .select(['role', 'suspended_at'])
        .where('id', '=', member(index).id)
        .executeTakeFirstOrThrow()
      return suspended_at ? `${role}, suspended` : role
    },
  }
}
