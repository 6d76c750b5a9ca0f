import { sql, type RawBuilder } from 'kysely'
import type { Colleague, DirectoryQuery } from '@cenacle/contract/committee'
import type { List } from '@cenacle/contract/paging'
import type { PersonContext } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import { allow } from '../../policy/allow.ts'
import { browse } from '../../policy/person.ts'
import { visibleTo } from '../../policy/visible.ts'
import { presentCard, type PersonRow } from '../accounts/present.ts'

type Team = Colleague['teams'][number]
type CardRow = Pick<PersonRow, 'id' | 'name' | 'role' | 'headline' | 'employer' | 'portrait_key'> & { sorted: string }

/** By what a reader looks a name up: « Éric » among the E, whatever the database's own order is. */
const SORTED = sql<string>`unaccent(lower(p.name))`

/** The viewer's sight of the teams `s`: one that is closed to them must not be told by who is in it. */
const seenTeam = (ctx: PersonContext): RawBuilder<boolean> =>
  sql<boolean>`s.kind = 'team' and s.closed_at is null and ${visibleTo(ctx.viewer, ctx.now(), 's.id')}`

/** The rows that say who is in which team, while it lasts. */
const named = (ctx: PersonContext): RawBuilder<unknown> =>
  sql`from space_person sp join space s on s.id = sp.space_id
    where ${seenTeam(ctx)} and (sp.until is null or sp.until > ${ctx.now()}::timestamptz)`

/**
 * Who has a seat, and who stayed without one, by name. Found by name, employer, title or team.
 * @throws Problem not-found for those who may not browse the committee
 */
export async function listColleagues(ctx: PersonContext, query: DirectoryQuery): Promise<List<Colleague>> {
  allow(browse(ctx.viewer), 'not-found')
  const after = query.cursor ? decodeCursor(query.cursor, ['string', 'id']) : undefined
  const roles = query.role ? sql`${query.role}` : sql`'member', 'ambassador'`
  const { rows } = await sql<CardRow>`
    select p.id, p.name, p.role, p.headline, p.employer, p.portrait_key, ${SORTED} as sorted from person p
    where p.role in (${roles}) and p.suspended_at is null
      ${query.team ? sql`and p.id in (select sp.person_id ${named(ctx)} and s.slug = ${query.team})` : sql``}
      ${query.q ? sql`and ${matches(ctx, query.q)}` : sql``}
      ${after ? sql`and (${SORTED}, p.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by ${SORTED}, p.id limit ${query.limit + 1}`.execute(ctx.db)
  const teams = await teamsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const present = (row: CardRow): Colleague => ({ ...presentCard(row), teams: teams.get(row.id) ?? [] })
  return cut(rows, query.limit, present, (row) => [row.sorted, row.id])
}

function matches(ctx: PersonContext, q: string): RawBuilder<boolean> {
  const like = `%${q.normalize('NFC').replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(unaccent(p.name) ilike unaccent(${like}) or unaccent(p.employer) ilike unaccent(${like})
    or unaccent(p.headline) ilike unaccent(${like})
    or p.id in (select sp.person_id ${named(ctx)} and unaccent(s.name) ilike unaccent(${like})))`
}

async function teamsOf(ctx: PersonContext, ids: string[]): Promise<Map<string, Team[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Team & { person_id: string }>`
    select sp.person_id, s.slug, s.name ${named(ctx)}
      and sp.person_id in (${sql.join(ids.map((id) => sql`${id}::uuid`))})
    order by s.name, s.id`.execute(ctx.db)
  const teams = new Map<string, Team[]>()
  for (const { person_id, slug, name } of rows) teams.set(person_id, [...(teams.get(person_id) ?? []), { slug, name }])
  return teams
}

/** The teams that the viewer may see, by name. */
export async function listTeams(ctx: PersonContext): Promise<Team[]> {
  const { rows } = await sql<Team>`select s.slug, s.name from space s where ${seenTeam(ctx)}
    order by s.name, s.id`.execute(ctx.db)
  return rows
}
