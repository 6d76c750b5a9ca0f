import { sql } from 'kysely'
import type { List } from '@cenacle/contract/paging'
import type { Space, SpaceAnswer, SpaceKind, SpacePerson, SpaceRole } from '@cenacle/contract/space'
import type { Context, Viewer } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import type { Db } from '../../database/types.ts'
import { hidden } from '../../policy/allow.ts'
import { roleOfRank } from '../../policy/roles.ts'
import * as policy from '../../policy/space.ts'
import { joinOwnRow, roleRank } from '../../policy/visible.ts'
import { presentCard } from '../accounts/present.ts'

/** A space as one viewer stands in it. */
export interface SpaceRow {
  id: string
  slug: string
  kind: SpaceKind
  name: string
  purpose: string
  pitch: string
  objective: string
  mission: string
  open: boolean
  created_at: Date
  closed_at: Date | null
  rank: number
  joined: boolean
  until: Date | null
  people_count: number
}

interface Reading {
  db: Db
  viewer: Viewer
  now(): Date
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const columns = (
  ctx: Reading,
) => sql`s.id, s.slug, s.kind, s.name, s.purpose, s.pitch, s.objective, s.mission, s.open, s.created_at, s.closed_at,
  ${roleRank(ctx.viewer)} as rank, sp.person_id is not null as joined, sp.until,
  (select count(*)::int from space_person c where c.space_id = s.id and (c.until is null or c.until > ${ctx.now()}::timestamptz)) as people_count`

/** What the policies need to know. */
export const factsOf = (row: SpaceRow): policy.SpaceFacts => ({
  kind: row.kind,
  open: row.open,
  role: roleOfRank(row.rank),
  joined: row.joined,
  closed: row.closed_at !== null,
})

/**
 * A space that the viewer may read, by id or by slug.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function getSpace(ctx: Reading, idOrSlug: string): Promise<SpaceRow> {
  const row = await findSpace(ctx, idOrSlug)
  if (!row) throw hidden(ctx.viewer)
  return row
}

/** The same; undefined where there is none that the viewer may read. */
export async function findSpace(ctx: Reading, idOrSlug: string): Promise<SpaceRow | undefined> {
  const key = UUID.test(idOrSlug) ? sql`s.id = ${idOrSlug}::uuid` : sql`s.slug = ${idOrSlug}`
  const { rows } =
    await sql<SpaceRow>`select ${columns(ctx)} from space s ${joinOwnRow(ctx.viewer, ctx.now())} where ${key}`.execute(
      ctx.db,
    )
  const row = rows[0]
  return row && policy.read(factsOf(row)) ? row : undefined
}

/** All spaces of the viewer: the committee first, then teams, loops, workshops, by name. */
export async function listSpaces(
  ctx: Context,
  query: { cursor?: string | undefined; limit: number },
): Promise<List<Space>> {
  const order = sql`array_position(array['committee', 'team', 'loop', 'workshop', 'public'], s.kind)`
  let after = sql``
  if (query.cursor) {
    const [kind, name, id] = decodeCursor(query.cursor, ['string', 'string', 'id'])
    after = sql`and (${order}, s.name, s.id) > (array_position(array['committee', 'team', 'loop', 'workshop', 'public'], ${kind}), ${name}, ${id}::uuid)`
  }
  const { rows } = await sql<SpaceRow>`select ${columns(ctx)} from space s ${joinOwnRow(ctx.viewer, ctx.now())}
    where ${roleRank(ctx.viewer)} > 0 ${after} order by ${order}, s.name, s.id limit ${query.limit + 1}`.execute(ctx.db)
  return cut(
    rows,
    query.limit,
    (row) => presentSpace(ctx.viewer, row),
    (row) => [row.kind, row.name, row.id],
  )
}

export function presentSpace(viewer: Viewer, row: SpaceRow): Space {
  const facts = factsOf(row)
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    name: row.name,
    purpose: row.purpose,
    open: row.open,
    role: facts.role,
    until: row.until?.toISOString() ?? null,
    joined: row.joined,
    peopleCount: row.people_count,
    closedAt: row.closed_at?.toISOString() ?? null,
    can: {
      talk: policy.talk(facts),
      write: policy.write(facts),
      manage: policy.manage(facts),
      close: policy.close(viewer, facts),
      join: policy.join(viewer, facts),
      leave: policy.leave(facts),
    },
  }
}

export const presentSpaceWhole = (viewer: Viewer, row: SpaceRow): SpaceAnswer => ({
  ...presentSpace(viewer, row),
  pitch: row.pitch,
  objective: row.objective,
  mission: row.mission,
  createdAt: row.created_at.toISOString(),
})

interface PersonInSpace {
  id: string
  name: string
  portrait_key: string | null
  role: 'member' | 'ambassador' | 'guest' | 'candidate' | 'administrator'
  headline: string
  employer: string
  space_role: SpaceRole | null
  until: Date | null
}

/**
 * Who is in a space: those named in it, and, in the committee, every member and ambassador. By name.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function listSpacePeople(
  ctx: Context,
  idOrSlug: string,
  query: { cursor?: string | undefined; limit: number },
): Promise<List<SpacePerson>> {
  const space = await getSpace(ctx, idOrSlug)
  const facts = factsOf(space)
  let after = sql``
  if (query.cursor) {
    const [name, id] = decodeCursor(query.cursor, ['string', 'id'])
    after = sql`and (p.name, p.id) > (${name}, ${id}::uuid)`
  }
  const everyone = space.kind === 'committee' ? sql`or p.role in ('member', 'ambassador')` : sql``
  const { rows } =
    await sql<PersonInSpace>`select p.id, p.name, p.portrait_key, p.role, p.headline, p.employer, sp.role as space_role, sp.until
    from person p left join space_person sp on sp.space_id = ${space.id}::uuid and sp.person_id = p.id and (sp.until is null or sp.until > ${ctx.now()}::timestamptz)
    where p.suspended_at is null and (sp.person_id is not null ${everyone}) ${after}
    order by p.name, p.id limit ${query.limit + 1}`.execute(ctx.db)
  const can = { change: policy.manage(facts), remove: policy.manage(facts) }
  const present = (row: PersonInSpace): SpacePerson => ({
    person: presentCard(row),
    role: row.space_role ?? (row.role === 'ambassador' ? 'commenter' : 'writer'),
    until: row.until?.toISOString() ?? null,
    explicit: row.space_role !== null,
    can,
  })
  return cut(rows, query.limit, present, (row) => [row.name, row.id])
}
