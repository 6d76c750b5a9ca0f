import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { aPerson } from '../../../test/build.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'
import { jobHandlers } from '../../features.ts'
import { DAY_MS, HOUR_MS } from '../../time.ts'
import { FORGET_EXPIRED_JOB } from '../accounts/jobs.ts'

let t: TestApp
let admin: Caller
let adminId: string
before(async () => {
  t = await testApp()
  adminId = (await aPerson(t.deps.world.db, { administrator: true })).id
  admin = await t.as(adminId)
})
after(() => t.close())

it('mails are tried for five days, or until the addressee is refused for good, then told without their text', async () => {
  const { mail, db } = t.deps.world
  const waiting = async (): Promise<number> =>
    (await db.selectFrom('job').select('id').where('type', '=', 'mail.send').execute()).length
  const undelivered = async () => (await admin.get('/api/outbox')).body.undelivered
  const refuse = (fields: object) => {
    mail.send = () => Promise.reject(Object.assign(new Error('Refused'), fields))
  }
  refuse({ responseCode: 550, command: 'RCPT TO', response: '550 5.1.1 unknown user' })
  await admin.post('/api/invitations', { email: 'inconnue@exemple.fr', role: 'member' })
  await t.runJobs()
  assert.equal(await waiting(), 0)
  const [first] = await undelivered()
  assert.deepEqual(
    [first.to, first.reason, Object.keys(first).includes('text')],
    ['inconnue@exemple.fr', 'Refused', false],
  )

  // Ours to mend: every mail would be lost meanwhile.
  for (const fields of [
    { responseCode: 535, command: 'AUTH PLAIN' },
    { responseCode: 550, command: 'MAIL FROM' },
    { responseCode: 550, command: 'RCPT TO', response: '550 5.7.1 relaying denied' },
    { responseCode: 451, command: 'RCPT TO' },
    { code: 'ECONNREFUSED' },
  ]) {
    refuse(fields)
    if ((await waiting()) === 0) await admin.post('/api/invitations', { email: 'patiente@exemple.fr', role: 'member' })
    t.advance(2 * HOUR_MS)
    await t.runJobs()
    assert.equal(await waiting(), 1, JSON.stringify(fields))
  }
  t.advance(5 * DAY_MS)
  await t.runJobs()
  assert.equal(await waiting(), 0)
  admin = await t.as(adminId)
  assert.deepEqual(
    (await undelivered()).map(({ to }: { to: string }) => to),
    ['patiente@exemple.fr', 'inconnue@exemple.fr'],
  )
  await t.deps.world.db
    .updateTable('undelivered_mail')
    .set({ at: new Date(0) })
    .execute()
  await jobHandlers(t.deps)[FORGET_EXPIRED_JOB]?.(t.deps.world, {})
  assert.deepEqual(await undelivered(), [])
})
