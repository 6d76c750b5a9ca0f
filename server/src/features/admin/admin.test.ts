import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { aPerson, aSpace, theCommittee } from '../../../test/build.ts'
import { testApp, type Caller, type TestApp } from '../../../test/harness.ts'
import { demo } from '../../cli/demo.ts'
import { outboxMail } from '../../mail/outbox.ts'
import { DAY_MS } from '../../time.ts'

let t: TestApp
let admin: Caller
let adminId: string
before(async () => {
  t = await testApp()
  adminId = (await aPerson(t.deps.world.db, { name: 'Nolwenn Tadé', administrator: true })).id
  admin = await t.as(adminId)
  await theCommittee(t.deps.world.db)
})
after(() => t.close())

const auditOf = (type: string) =>
  t.deps.world.db.selectFrom('audit').selectAll().where('type', '=', type).orderBy('id', 'desc').execute()
const inDays = (days: number): string => new Date(t.deps.world.now().getTime() + days * DAY_MS).toISOString()

describe('the people of the installation', () => {
  it('an administrator sees who administers and is suspended, finds by address, and may change all but themself', async () => {
    const other = await aPerson(t.deps.world.db, {
      name: 'Rozenn Abgrall',
      email: 'rozenn@mairie.example',
      suspended: true,
    })
    const { items } = (await admin.get('/api/people?q=ROZENN@mairie')).body
    assert.deepEqual(
      items.map(({ id, administrator, suspended, can }: never) => ({ id, administrator, suspended, can })),
      [{ id: other.id, administrator: false, suspended: true, can: { administer: true } }],
    )
    assert.deepEqual((await admin.get(`/api/people/${adminId}`)).body.can, { administer: false })
    const member = await t.as((await aPerson(t.deps.world.db)).id)
    assert.deepEqual((await member.get('/api/people?q=rozenn@mairie')).body.items, [], 'not by address for others')
    const [card] = (await member.get('/api/people?q=tade')).body.items
    assert.deepEqual([card.can, card.email, card.administrator], [undefined, undefined, undefined])
  })
})

describe('invitations that wait', () => {
  it('who runs a space reads and withdraws its own, and no other', async () => {
    const { db } = t.deps.world
    const [host, colleague] = [await aPerson(db, { name: 'Solenn Arzel' }), await aPerson(db)]
    const space = await aSpace(db, 'loop', [
      { id: host.id, role: 'facilitator' },
      { id: colleague.id, role: 'writer' },
    ])
    const other = await aSpace(db, 'workshop', [{ id: colleague.id, role: 'facilitator' }])
    const [runs, writes] = [await t.as(host.id), await t.as(colleague.id)]
    const body = { email: 'pigiste@exemple.fr', role: 'guest', spaceId: space.id, until: inDays(20) }
    const { id } = (await runs.post('/api/invitations', body)).body
    const elsewhere = (await writes.post('/api/invitations', { ...body, spaceId: other.id })).body.id
    const list = (await runs.get(`/api/spaces/${space.id}/invitations`)).body
    assert.equal(list.mail, 'outbox')
    assert.deepEqual(
      list.items.map((one: { email: string; invitedBy: string }) => [one.email, one.invitedBy]),
      [['pigiste@exemple.fr', 'Solenn Arzel']],
    )
    assert.equal((await writes.get(`/api/spaces/${space.id}/invitations`)).status, 403)
    assert.deepEqual(
      [
        (await writes.delete(`/api/invitations/${id}`)).status,
        (await runs.delete(`/api/invitations/${elsewhere}`)).status,
        (await runs.delete(`/api/invitations/${id}`)).status,
        (await runs.delete(`/api/invitations/${id}`)).status,
      ],
      [404, 404, 204, 404],
    )
    assert.deepEqual((await runs.get(`/api/spaces/${space.id}/invitations`)).body.items, [])
  })

  it('an administrator reads those of the site and of the spaces they see: a private loop stays unknown', async () => {
    const { db } = t.deps.world
    const host = await aPerson(db)
    const loop = await aSpace(db, 'loop', [{ id: host.id, role: 'facilitator' }])
    const workshop = await aSpace(db, 'workshop', [{ id: host.id, role: 'facilitator' }], { name: 'Atelier Phare' })
    const caller = await t.as(host.id)
    const guest = { role: 'guest', until: inDays(20) }
    const secret = await caller.post('/api/invitations', { ...guest, email: 'secret@exemple.fr', spaceId: loop.id })
    await caller.post('/api/invitations', { ...guest, email: 'phare@exemple.fr', spaceId: workshop.id })
    await admin.post('/api/invitations', { email: 'membre@exemple.fr', role: 'member' })
    const { items } = (await admin.get('/api/invitations')).body
    const found = new Map(items.map((one: { email: string; spaceName: string | null }) => [one.email, one.spaceName]))
    assert.deepEqual([found.get('membre@exemple.fr'), found.get('phare@exemple.fr')], [null, 'Atelier Phare'])
    assert.ok(!found.has('secret@exemple.fr'))
    assert.equal((await admin.delete(`/api/invitations/${secret.body.id}`)).status, 404)
  })
})

describe('seats', () => {
  it('are said as they hold, changed with a trace, and the waiting list is taken up again', async () => {
    assert.deepEqual(
      { ...(await admin.get('/api/settings/seats')).body, seated: undefined },
      { cap: 50, parity: 'quota', difference: 0, seated: undefined },
    )
    await t.runJobs()
    const put = await admin.put('/api/settings/seats', { cap: 60, parity: 'tolerance', difference: 4 })
    assert.equal(put.status, 200, JSON.stringify(put.body))
    assert.deepEqual([put.body.cap, put.body.parity, put.body.difference], [60, 'tolerance', 4])
    const queued = await t.deps.world.db.selectFrom('job').select('id').where('type', '=', 'candidacy.admit').execute()
    assert.equal(queued.length, 1)
    const [trace] = await auditOf('seats.set')
    assert.equal(trace?.actor_id, adminId)
    assert.deepEqual(trace?.detail, {
      before: { cap: 50, parity: 'quota', difference: 0 },
      after: { cap: 60, parity: 'tolerance', difference: 4 },
    })
    assert.equal((await admin.get('/api/home')).body.committee.cap, 60)
  })

  it('have bounds, and no field that does not exist', async () => {
    for (const body of [
      { cap: 1, parity: 'quota' },
      { cap: 50.5, parity: 'quota' },
      { cap: 50, parity: 'none' },
    ])
      assert.equal((await admin.put('/api/settings/seats', body)).status, 422, JSON.stringify(body))
  })
})

describe('mails that could not leave', () => {
  it('are read by an administrator, the newest first, and that they were read is written down', async () => {
    await admin.post('/api/invitations', { email: 'lue@exemple.fr', role: 'member' })
    await t.runJobs()
    const { body, headers } = await admin.get('/api/outbox')
    assert.equal(headers['cache-control'], 'no-store')
    assert.equal(body.mail, 'outbox')
    assert.equal(body.items[0].to, 'lue@exemple.fr')
    assert.match(body.items[0].text, /\/invitation#\S+/)
    assert.equal((await auditOf('outbox.read'))[0]?.actor_id, adminId)
  })

  it('come back from the files as they went in, the last ones only, whatever else lies there', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'cenacle-outbox-'))
    let time = Date.parse('2026-11-21T08:00:00.000Z')
    const mail = outboxMail(join(directory, 'outbox'), 'Cénacle <a@exemple.fr>', () => new Date(time))
    assert.deepEqual(await mail.kept?.(2), [])
    for (const n of [1, 2, 3]) {
      time += 1_000
      await mail.send({ to: `p${n}@exemple.fr`, subject: `Été ${n}: à lire`, text: `Bonjour,\n\nSubject: non\n\n${n}` })
    }
    await writeFile(join(directory, 'outbox', 'notes.txt'), 'rien')
    const kept = await mail.kept?.(2)
    assert.deepEqual(
      kept?.map(({ to, subject, text, at }) => ({ to, subject, text, at })),
      [3, 2].map((n) => ({
        to: `p${n}@exemple.fr`,
        subject: `Été ${n}: à lire`,
        text: `Bonjour,\n\nSubject: non\n\n${n}`,
        at: new Date(`2026-11-21T08:00:0${n}.000Z`),
      })),
    )
    await rm(directory, { recursive: true })
  })
})

describe('a space', () => {
  it('is made by kind, presented, closed and opened again by who runs it', async () => {
    const { db } = t.deps.world
    const pilot = await aPerson(db)
    const made = await admin.post('/api/spaces', {
      kind: 'workshop',
      name: 'Écrire simple',
      people: [{ personId: pilot.id, role: 'facilitator' }],
    })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const caller = await t.as(pilot.id)
    assert.equal((await caller.post('/api/spaces', { kind: 'team', name: 'Équipe' })).status, 403)
    const url = `/api/spaces/${made.body.slug}`
    const presented = (await caller.patch(url, { purpose: 'Une méthode', pitch: 'Pourquoi **simple** ?' })).body
    assert.deepEqual(
      [presented.purpose, presented.pitch, presented.can.close],
      ['Une méthode', 'Pourquoi **simple** ?', true],
    )
    assert.notEqual((await caller.patch(url, { closed: true })).body.closedAt, null)
    assert.equal((await caller.post(`${url}/topics`, { title: 'Trop tard', body: 'Clos.' })).status, 409)
    assert.equal((await caller.patch(url, { closed: false })).body.closedAt, null)
  })

  it('an administrator closes an open loop from outside and changes nothing else of it; the committee is never closed', async () => {
    const { db } = t.deps.world
    const host = await aPerson(db)
    const loop = await aSpace(db, 'loop', [{ id: host.id, role: 'facilitator' }], { open: true })
    const url = `/api/spaces/${loop.id}`
    const outsider = await t.as((await aPerson(db)).id)
    assert.deepEqual(
      [
        (await outsider.patch(url, { closed: true })).status,
        (await admin.patch(url, { closed: true, name: 'Autre' })).status,
        (await admin.patch(url, {})).status,
        (await admin.patch(url, { closed: true })).status,
        (await admin.patch('/api/spaces/comite', { closed: true })).status,
      ],
      [403, 403, 403, 200, 403],
    )
  })
})

describe('cenacle demo', () => {
  it('refuses a database with somebody in it', async () => {
    await assert.rejects(demo(t.deps.world), /not empty/)
    assert.equal((await t.anonymous.get('/api/demo')).status, 404)
  })
})
