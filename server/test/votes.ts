import { sql } from 'kysely'
import { CHARTER } from '../src/features/candidacies/charter.ts'
import { sha256 } from '../src/ids.ts'
import { aPerson, theCommittee } from './build.ts'
import type { Caller, TestApp } from './harness.ts'

/** Of the charter that holds until the committee writes its own. */
export const CHARTER_HASH = sha256(CHARTER)
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Moves the application's clock and the one in the database that judges deadlines, together. */
export async function travel(app: TestApp, milliseconds: number): Promise<void> {
  app.advance(milliseconds)
  await stopDatabaseClock(app, app.deps.world.now())
}

/** Makes the database's clock stand at an instant. */
export async function stopDatabaseClock(app: TestApp, at: Date): Promise<void> {
  await setClock(app, `select '${at.toISOString()}'::timestamptz`)
}

/** Lets the database's clock run again. */
export async function startDatabaseClock(app: TestApp): Promise<void> {
  await setClock(app, 'select clock_timestamp()')
}

const setClock = (app: TestApp, body: string) =>
  sql`${sql.raw(`create or replace function cenacle_clock() returns timestamptz language sql volatile as $$ ${body} $$`)}`.execute(
    app.deps.world.db,
  )

/** Moves to so many milliseconds before (or, negative, after) the close of a vote. */
export async function travelToClose(app: TestApp, vote: { closesAt: string }, before: number): Promise<void> {
  await travel(app, Date.parse(vote.closesAt) - before - app.deps.world.now().getTime())
}

export interface Committee {
  spaceId: string
  members: { id: string; name: string; caller: Caller }[]
  administrator: Caller
}

/** A committee with so many members, women and men in turn, and an administrator without a seat. */
export async function aCommittee(app: TestApp, size: number): Promise<Committee> {
  const { db } = app.deps.world
  const { id: spaceId } = await theCommittee(db)
  const members = []
  for (let index = 0; index < size; index += 1) {
    const { id, name } = await aPerson(db, { college: index % 2 === 0 ? 'woman' : 'man' })
    members.push({ id, name, caller: await app.as(id) })
  }
  const { id } = await aPerson(db, { role: 'administrator' })
  await stopDatabaseClock(app, app.deps.world.now())
  return { spaceId, members, administrator: await app.as(id) }
}

let candidates = 0

/**
 * Files a candidacy and opens the vote; without a college, it is never seated. The administration files it, without a sponsor, so
 * that no ballot is there yet; `sponsored` has the first member propose it.
 */
export async function anOpenCandidacy(
  app: TestApp,
  { members, administrator }: Committee,
  values: { sponsored?: boolean; email?: string; college?: 'woman' | 'man' | 'undeclared'; closesAt?: string } = {},
): Promise<{ id: string; voteId: string; closesAt: string; email: string }> {
  const email = values.email ?? `candidate${++candidates}@ville-exemple.fr`
  const [sponsor] = members
  if (!sponsor) throw new Error('a committee of nobody')
  const filer = values.sponsored ? sponsor.caller : administrator
  const filed = await filer.post('/api/candidacies', {
    name: 'Maud Kerbrat',
    email,
    college: values.college ?? 'undeclared',
    employer: 'Ville de Saint-Brévin',
    motivation: 'Je travaille sur **l’accessibilité** des sites publics.',
    ...(values.sponsored && { sponsorId: sponsor.id }),
  })
  if (filed.status !== 201) throw new Error(`filing: ${filed.status} ${JSON.stringify(filed.body)}`)
  const opened = await sponsor.caller.post(
    `/api/candidacies/${filed.body.id}/open`,
    values.closesAt ? { closesAt: values.closesAt } : {},
  )
  if (opened.status !== 201) throw new Error(`opening: ${opened.status} ${JSON.stringify(opened.body)}`)
  const { voteId } = opened.body
  const { closesAt } = (await sponsor.caller.get(`/api/votes/${voteId}`)).body
  return { id: filed.body.id, voteId, closesAt, email }
}

/** How many seats there are, and what parity asks of them. */
export async function setSeats(
  app: TestApp,
  seats: { cap: number; parity?: string; difference?: number },
): Promise<void> {
  const row = { key: 'seats', value: JSON.stringify(seats), updated_at: new Date() }
  await app.deps.world.db
    .insertInto('setting')
    .values(row)
    .onConflict((oc) => oc.column('key').doUpdateSet(row))
    .execute()
}

export const REASON = 'Cette personne travaille pour notre principal prestataire.'

/** Fills in the public form, and confirms it by the mail. @returns the secret of the follow-up page, and the candidacy's id */
export async function anApplication(
  app: TestApp,
  values: { email?: string; name?: string; college?: 'woman' | 'man' | 'undeclared' } = {},
): Promise<{ id: string; token: string; email: string }> {
  const email = values.email ?? `postule${++candidates}@ville-exemple.fr`
  const asked = await app.anonymous.post('/api/applications', {
    name: values.name ?? 'Solène Arzel',
    email,
    college: values.college ?? 'undeclared',
    employer: 'Département du Léon',
    motivation: 'Dix ans de **communication** publique.',
    consent: true,
    charter: CHARTER_HASH,
  })
  if (asked.status !== 202) throw new Error(`asking: ${asked.status} ${JSON.stringify(asked.body)}`)
  await app.runJobs()
  const confirmed = await app.anonymous.post('/api/applications/confirm', { token: lastLink(app, email) })
  if (confirmed.status !== 200) throw new Error(`confirming: ${JSON.stringify(confirmed.body)}`)
  const { id } = await app.deps.world.db
    .selectFrom('candidacy')
    .select('id')
    .where('email', '=', email)
    .orderBy('submitted_at', 'desc')
    .executeTakeFirstOrThrow()
  return { id, token: confirmed.body.token, email }
}

/** The secret at the end of the first link in the last mail to an address. */
export function lastLink(app: TestApp, to: string): string {
  const mail = app.outbox.findLast((sent) => sent.to === to)
  const secret = /https?:\S+[/#](\S+)/.exec(mail?.text ?? '')?.[1]
  if (!secret) throw new Error(`no link to ${to}`)
  return secret
}
