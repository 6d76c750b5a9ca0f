import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hashPassword } from '../../src/features/accounts/passwords.ts'
import { aPerson, theCommittee } from '../build.ts'
import { testApp, type TestApp } from '../harness.ts'
import { CHARTER_HASH, DAY } from '../votes.ts'

// Rows of reference/trust.md, section A, by their numbers.

let t: TestApp
const PASSWORD = 'un soir de pluie à Quimper'
let passwordHash: string
before(async () => {
  t = await testApp()
  await theCommittee(t.deps.world.db)
  passwordHash = await hashPassword(PASSWORD)
})
after(() => t.close())

async function account(
  email: string,
  values: Parameters<typeof aPerson>[1] = {},
): Promise<{ id: string; email: string }> {
  const { db } = t.deps.world
  const person = await aPerson(db, { ...values, email })
  await db.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', person.id).execute()
  return person
}
const forgetTries = () => t.deps.world.db.deleteFrom('throttle').execute()
const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  t.anonymous.post('/api/session', { email, password }, headers)
const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  String(answer.headers['set-cookie']).split(';')[0] ?? ''
const statusWith = async (cookie: string): Promise<number> =>
  (await t.app.inject({ url: '/api/session', headers: { cookie } })).statusCode

test('43: known or unknown, an address gets the same answer', async () => {
  const { email } = await account('connue@exemple.fr')
  const without = ({ status, body }: { status: number; body: object }): object => ({ status, ...body, requestId: '' })
  const known = await signIn(email, 'faux')
  const unknown = await signIn('inconnue@exemple.fr', 'faux')
  assert.deepEqual(without(known), without(unknown))
  const reset = (address: string) => t.anonymous.post('/api/password-resets', { email: address })
  assert.deepEqual(without(await reset(email)), without(await reset('inconnue@exemple.fr')))
  const candidacy = async (address: string): Promise<object> => {
    const said = { name: 'Ida Morvan', email: address, college: 'woman', employer: '', motivation: 'Pour aider.' }
    return without(await t.anonymous.post('/api/applications', { ...said, consent: true, charter: CHARTER_HASH }))
  }
  assert.deepEqual(await candidacy(email), await candidacy('inconnue@exemple.fr'))
})

test('44: after five wrong passwords the right one has to wait, and then it serves', async () => {
  await forgetTries()
  const { email } = await account('patiente@exemple.fr')
  for (let k = 0; k < 5; k += 1) assert.equal((await signIn(email, 'faux')).status, 401)
  assert.equal((await signIn(email)).status, 429)
  t.advance(2_000)
  assert.equal((await signIn(email)).status, 200)
})

test('45: neither a header nor another form of the path escapes the limit', async () => {
  await forgetTries()
  const { email } = await account('visee@exemple.fr')
  const statuses: number[] = []
  for (let k = 0; k < 12; k += 1) {
    const headers = {
      'x-forwarded-for': `203.0.113.${k}`,
      'cf-connecting-ip': `203.0.113.${k}`,
      'x-real-ip': `198.51.100.${k}`,
    }
    statuses.push((await signIn(email, 'faux', headers)).status)
  }
  assert.deepEqual(statuses, [...Array(5).fill(401), ...Array(7).fill(429)])
  for (const url of [
    '//api/session',
    '/api/session/',
    '/api//session',
    '/API/session',
    '/api/%73ession',
    '/api/session;x=1',
    '/api/session?a=b',
  ]) {
    const answer = await t.anonymous.post(url, { email, password: PASSWORD })
    assert.ok([404, 405, 429].includes(answer.status), `${url} → ${answer.status}`)
    assert.equal(answer.headers['set-cookie'], undefined)
  }
})

test('46: a session has a new id after signing in, and the one from before is nothing', async () => {
  await forgetTries()
  const { email } = await account('fixee@exemple.fr')
  const planted = `sid=${'a'.repeat(40)}`
  const first = cookieOf(await signIn(email, PASSWORD, { cookie: planted }))
  assert.notEqual(first, planted)
  const second = cookieOf(await signIn(email, PASSWORD, { cookie: first }))
  assert.notEqual(second, first)
  assert.deepEqual([await statusWith(planted), await statusWith(first), await statusWith(second)], [401, 401, 200])
})

test('47: a new password, a reset and « sign out everywhere » end the other devices at once', async () => {
  await forgetTries()
  const { email } = await account('multiple@exemple.fr')
  const devices = async () => Promise.all([signIn(email), signIn(email)])
  const [one, two] = (await devices()).map(cookieOf) as [string, string]
  const next = 'un matin de brume à Douarnenez'
  const change = (cookie: string) =>
    t.app.inject({ method: 'PUT', url: '/api/me/password', headers: { cookie }, payload: { current: PASSWORD, next } })
  assert.equal((await change(one)).statusCode, 204)
  assert.deepEqual([await statusWith(one), await statusWith(two)], [200, 401])
  const [three] = [cookieOf(await signIn(email, next))]
  const everywhere = await t.app.inject({ method: 'DELETE', url: '/api/sessions', headers: { cookie: three } })
  assert.equal(everywhere.statusCode, 204)
  assert.deepEqual([await statusWith(one), await statusWith(three)], [401, 200])
  await t.anonymous.post('/api/password-resets', { email })
  await t.runJobs()
  const token = /\/mot-de-passe#(\S+)/.exec(t.outbox.findLast(({ to }) => to === email)?.text ?? '')?.[1]
  const redeem = () => t.anonymous.post('/api/password-resets/redeem', { token, password: PASSWORD })
  assert.equal((await redeem()).status, 200)
  assert.equal(await statusWith(three), 401)
  assert.equal((await redeem()).status, 410, 'the link serves once')
})

test('48: nothing in the table of sessions is a cookie', async () => {
  const { email } = await account('volee@exemple.fr')
  const cookie = cookieOf(await signIn(email))
  const rows = await t.deps.world.db.selectFrom('session').selectAll().execute()
  for (const value of rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'string')) {
    assert.equal(await statusWith(`sid=${value}`), 401)
    assert.ok(!cookie.includes(value))
  }
})

test('50: fifty accept one invitation at once, one account comes of it; used, late or withdrawn it is 410', async () => {
  const { db } = t.deps.world
  const admin = await t.as((await aPerson(db, { administrator: true })).id)
  const invite = async (email: string): Promise<{ id: string; token: string }> => {
    const { status, body } = await admin.post('/api/invitations', { email, role: 'member' })
    assert.equal(status, 201)
    await t.runJobs()
    return { id: body.id, token: /\/invitation#(\S+)/.exec(t.outbox.at(-1)?.text ?? '')?.[1] ?? '' }
  }
  const accept = (token: string) =>
    t.anonymous.post('/api/invitations/accept', { token, name: 'Nolwenn Cariou', password: PASSWORD })
  const { token } = await invite('nolwenn@exemple.fr')
  const answers = await Promise.all(Array.from({ length: 50 }, () => accept(token)))
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  assert.equal(answers.filter(({ status }) => status === 410).length, 49)
  const made = await db.selectFrom('person').select('id').where('email_key', '=', 'nolwenn@exemple.fr').execute()
  assert.equal(made.length, 1)
  const stored = await db.selectFrom('invitation').selectAll().execute()
  assert.ok(!JSON.stringify(stored).includes(token), 'only the hash is kept')
  const withdrawn = await invite('maelle@exemple.fr')
  assert.equal((await admin.delete(`/api/invitations/${withdrawn.id}`)).status, 204)
  assert.equal((await accept(withdrawn.token)).status, 410)
  const late = await invite('tugdual@exemple.fr')
  t.advance(7 * DAY + 1_000)
  assert.equal((await accept(late.token)).status, 410)
})

test('52, 53: fifty resets for one address make five mails at most, and their links lead home', async () => {
  const { email } = await account('inondee@exemple.fr')
  for (const address of [email, 'personne@exemple.fr']) {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    for (let k = 0; k < 50; k += 1) await t.anonymous.post('/api/password-resets', { email: address }, headers)
    await t.runJobs()
    const mails = t.outbox.filter(({ to }) => to === address)
    assert.ok(mails.length >= 1 && mails.length <= 5, `${mails.length} mails`)
    for (const { text } of mails) assert.ok(text.includes(t.deps.world.baseUrl) && !text.includes('evil.example'), text)
  }
})
