import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { testApp } from '../../test/harness.ts'
import { FORGET_EXPIRED_JOB } from '../features/accounts/jobs.ts'
import { planDaily } from '../jobs/daily.ts'
import { outboxMail } from './outbox.ts'

const DAY = 24 * 3_600_000

test('mails that stayed here are forgotten by their age, and nothing else in the folder is', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'outbox-'))
  t.after(() => rm(directory, { recursive: true }))
  let now = new Date('2026-11-01T08:00:00.000Z')
  const mail = outboxMail(join(directory, 'outbox'), 'cenacle@example.fr', () => now)
  await mail.forget?.(now)
  await mail.send({ to: 'vieux@example.fr', subject: 'Ancien', text: 'Un lien.' })
  now = new Date(now.getTime() + 20 * DAY)
  await mail.send({ to: 'neuf@example.fr', subject: 'Récent', text: 'Un lien.' })
  await writeFile(join(directory, 'outbox', 'notes.txt'), 'de l’exploitant')
  const subjects = async () => (await mail.kept?.(10))?.map(({ subject }) => subject)
  await mail.forget?.(new Date('2026-11-01T08:00:00.000Z'))
  assert.deepEqual(await subjects(), ['Récent', 'Ancien'])
  await mail.forget?.(new Date('2026-11-01T08:00:00.001Z'))
  assert.deepEqual(await subjects(), ['Récent'])
  assert.equal((await readdir(join(directory, 'outbox'))).length, 2)
})

test('the daily round forgets those of thirty days ago', async (t) => {
  const app = await testApp()
  t.after(() => app.close())
  const { world } = app.deps
  const kept = async () => (await world.mail.kept?.(10))?.length
  await world.mail.send({ to: 'x@example.fr', subject: 'Un lien', text: 'Ici.' })
  await planDaily(world, FORGET_EXPIRED_JOB)
  app.advance(29 * DAY)
  await app.runJobs()
  assert.equal(await kept(), 1)
  app.advance(2 * DAY)
  await app.runJobs()
  assert.equal(await kept(), 0)
})
