import { sql } from 'kysely'
import { emailKey } from '@cenacle/contract/text'
import type { Me, PersonAnswer } from '@cenacle/contract/person'
import type { List } from '@cenacle/contract/paging'
import type { SessionItem } from '@cenacle/contract/session'
import type { Context, PersonContext, SignedIn, Viewer } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import type { Db } from '../../database/types.ts'
import { sha256 } from '../../ids.ts'
import * as policy from '../../policy/person.ts'
import { allow, hidden } from '../../policy/allow.ts'
import { joinOwnRow, roleRank } from '../../policy/visible.ts'
import { presentCard, presentMe, type PersonRow } from './present.ts'
import { sessionsOn } from './sessions.ts'

export { lockSeats } from './seats-lock.ts'

interface Reading {
  db: Db
  now(): Date
}

const SEEN_EVERY_MS = 5 * 60_000

/** Who holds this cookie, or undefined. One statement, and a write at most every five minutes. */
export async function findViewer(world: Reading, token: string): Promise<SignedIn | undefined> {
  if (token.length > 100) return undefined
  const { session, user } = await sessionsOn(world.db).validateSession(token)
  if (!session) return undefined
  const now = world.now()
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await world.db.updateTable('session').set({ last_seen_at: now }).where('id', '=', session.hash).execute()
  }
  return {
    kind: 'person',
    id: user.id,
    name: user.name,
    role: user.role,
    administrator: user.administrator,
    sessionId: session.hash,
    confirmedAt: session.confirmedAt,
  }
}

/** The viewer of a session as it is now, by the hash that a socket remembers; undefined when it ended. */
export async function findViewerOfSession(world: Reading, sessionId: string): Promise<SignedIn | undefined> {
  const row = await world.db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.name', 'person.role', 'person.is_administrator', 'session.confirmed_at'])
    .where('session.id', '=', sessionId)
    .where('session.expires_at', '>', sql<Date>`now()`)
    .where('person.suspended_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      kind: 'person',
      id: row.id,
      name: row.name,
      role: row.role,
      administrator: row.is_administrator,
      sessionId,
      confirmedAt: row.confirmed_at,
    }
  )
}

export const findPersonByEmail = (db: Db, email: string): Promise<PersonRow | undefined> =>
  db.selectFrom('person').selectAll().where('email_key', '=', emailKey(email)).executeTakeFirst()

export async function getMe(ctx: PersonContext): Promise<Me> {
  return presentMe(
    await ctx.db.selectFrom('person').selectAll().where('id', '=', ctx.viewer.id).executeTakeFirstOrThrow(),
  )
}

/** One's own sessions, newest first; named by their hash, which is no key. */
export async function listSessions(ctx: PersonContext): Promise<SessionItem[]> {
  const sessions = await sessionsOn(ctx.db).getUserSessions(ctx.viewer.id)
  return sessions
    .toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())
    .map((session) => ({
      id: publicId(session.hash),
      device: session.device,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      current: session.hash === ctx.viewer.sessionId,
    }))
}

/** Names a session to its owner; hashed once more, so that the stored value itself never leaves. */
export const publicId = (hash: string): string => sha256(hash).slice(0, 24)

/** The directory, by name. E-mail addresses are for administrators; others see what its owner allows, which is nothing yet. */
export async function listPeople(
  ctx: Context,
  query: { q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<List<PersonAnswer>> {
  if (!policy.browse(ctx.viewer)) throw hidden(ctx.viewer)
  const isAdministrator = policy.administer(ctx.viewer)
  let rows = ctx.db
    .selectFrom('person')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .limit(query.limit + 1)
  if (!isAdministrator) rows = rows.where('role', 'in', ['member', 'ambassador']).where('suspended_at', 'is', null)
  if (query.q) {
    const like = `%${query.q.normalize('NFC').replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((eb) =>
      eb.or([
        sql<boolean>`unaccent(name) ilike unaccent(${like})`,
        sql<boolean>`unaccent(employer) ilike unaccent(${like})`,
        ...(isAdministrator ? [sql<boolean>`email_key like ${like.toLowerCase()}`] : []),
      ]),
    )
  }
  if (query.cursor) {
    const [name, id] = decodeCursor(query.cursor, ['string', 'id'])
    rows = rows.where(sql<boolean>`(name, id) > (${name}, ${id}::uuid)`)
  }
  const present = (row: PersonRow): PersonAnswer => presentTo(ctx.viewer, row)
  return cut(await rows.execute(), query.limit, present, (row) => [row.name, row.id])
}

/** A card, with what an administrator sees besides. */
const presentTo = (viewer: Viewer, row: PersonRow): PersonAnswer => ({
  ...presentCard(row),
  ...(policy.administer(viewer) && {
    email: row.email,
    administrator: row.is_administrator,
    suspended: row.suspended_at !== null,
    can: { administer: policy.administerPerson(viewer, row.id) },
  }),
})

/**
 * One person: oneself, anybody of the committee for those who may browse it, and whoever shares a space with the viewer.
 * @throws Problem not-found
 */
export async function getPerson(ctx: PersonContext, personId: string): Promise<PersonRow> {
  const row = await ctx.db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst()
  if (!row) throw hidden(ctx.viewer)
  const isOfCommittee = row.role !== 'guest' && row.role !== 'candidate'
  if (row.id === ctx.viewer.id || policy.administer(ctx.viewer) || (policy.browse(ctx.viewer) && isOfCommittee))
    return row
  if (await sharesSpace(ctx, personId)) return row
  throw hidden(ctx.viewer)
}

async function sharesSpace(ctx: PersonContext, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from space s ${joinOwnRow(ctx.viewer, ctx.now())}
    join space_person other on other.space_id = s.id and other.person_id = ${personId}::uuid and (other.until is null or other.until > ${ctx.now()}::timestamptz)
    where ${roleRank(ctx.viewer)} > 0 and s.kind <> 'public' limit 1`.execute(ctx.db)
  return rows.length > 0
}

export async function presentPersonTo(ctx: PersonContext, personId: string): Promise<PersonAnswer> {
  return presentTo(ctx.viewer, await getPerson(ctx, personId))
}

/** A session whose password was given in the last fifteen minutes; e-mail, password and roles ask for it. */
export function requireFresh(ctx: PersonContext): void {
  allow(ctx.now().getTime() - ctx.viewer.confirmedAt.getTime() < 15 * 60_000, 'stale-session')
}
