import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../collab-client.ts'
import { aPerson } from '../build.ts'
import { type Committee, committee } from './committee.ts'

const others = ['bob', 'cleo', 'dimitri', 'elsa'] as const
let c: Committee
before(async () => {
  c = await committee({ ann: 'facilitator', bob: 'writer', cleo: 'writer', dimitri: 'writer', elsa: 'writer' })
})
after(() => c.close())

const person = (who: string): string => `/api/spaces/${c.spaceId}/people/${c.idOf(who)}`
const markdownOf = async (pageId: string): Promise<string> =>
  (await c.caller('ann').get(`/api/pages/${pageId}`)).body.markdown

/** What takes the right away, and with which codes the line may end. */
const cases: Record<
  (typeof others)[number],
  { what: string; act: () => Promise<{ status: number }>; codes: number[] }
> = {
  bob: {
    what: 'who writes becomes a reader',
    act: () => c.caller('ann').put(person('bob'), { role: 'reader' }),
    codes: [4205],
  },
  cleo: {
    what: 'who writes is taken out of the space',
    act: () => c.caller('ann').delete(person('cleo')),
    codes: [4205],
  },
  dimitri: {
    what: 'an account is suspended',
    async act() {
      const { id } = await aPerson(c.t.deps.world.db, { role: 'administrator' })
      const admin = await c.t.as(id)
      return admin.patch(`/api/people/${c.idOf('dimitri')}`, { suspended: true })
    },
    codes: [4205, 4401],
  },
  elsa: {
    what: 'the page goes to the trash',
    act: () => Promise.resolve({ status: 204 }),
    codes: [4404],
  },
}

for (const who of others) {
  const { what, act, codes } = cases[who]
  test(`criterion 8: ${what}: closed within two seconds, and no letter more`, async () => {
    const pageId = await c.newPage('Avant.')
    using tab = c.open(who, pageId)
    using ann = c.open('ann', pageId)
    await until('synced', () => tab.provider.synced && ann.provider.synced)
    tab.type(' Écrit avec le droit.')
    await until('saved', () => tab.saved === 'saved')
    const timer = setInterval(() => tab.type('x'), 50)
    const answer = who === 'elsa' ? await c.caller('ann').delete(`/api/pages/${pageId}`) : await act()
    assert.ok(answer.status < 300, String(answer.status))
    const began = Date.now()
    await until('closed', () => tab.codes.some((code) => codes.includes(code)), 2_000)
    assert.ok(Date.now() - began <= 2_000)
    if (who === 'elsa') return clearInterval(timer)
    // What came with the right and is on its way to the log is waited for.
    await c.t.deps.collab.rooms.flusher.drained()
    const then = await markdownOf(pageId)
    await sleep(700)
    clearInterval(timer)
    assert.match(then, /Écrit avec le droit/)
    assert.equal(await markdownOf(pageId), then)
    assert.notEqual(tab.markdown, then)
  })
}
