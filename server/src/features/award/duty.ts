import type { DutyAnswer } from '@cenacle/contract/award-jury'
import type { PersonContext } from '../../context.ts'
import type { Db } from '../../database/types.ts'
import * as policy from '../../policy/award.ts'
import { presentAuthor } from '../accounts/present.ts'
import { MOST_EXTENSIONS } from '../votes/present.ts'
import { listParticipation } from '../votes/queries/participation.ts'
import { recusalsOf } from './conflicts-found.ts'
import { committeeRole, getEdition, listCategoryRows } from './rows.ts'

/**
 * The one duty, by category: who is up to date and who is awaited, never how anybody voted. Whoever is recused owes nothing there and
 * is not named.
 * @throws Problem not-found
 */
export async function readDuty(ctx: PersonContext, editionId: string): Promise<DutyAnswer> {
  const { edition, phase, now } = await getEdition(ctx, editionId)
  const categories = (await listCategoryRows(ctx.db, [editionId])).filter(({ vote_id }) => vote_id !== null)
  const places = await listParticipation(
    ctx.db,
    categories.flatMap(({ vote_id }) => vote_id ?? []),
  )
  const role = await committeeRole(ctx)
  const recusals = await recusalsOf(ctx.db, edition, edition.jury_at !== null)
  const times = await timesOf(
    ctx.db,
    categories.flatMap(({ vote_id }) => vote_id ?? []),
  )
  const byVote = Map.groupBy(places, ({ vote_id }) => vote_id)
  return {
    closesAt: edition.jury_closes?.toISOString() ?? null,
    categories: categories.map(({ id, name, vote_id }) => {
      const own = byVote.get(vote_id ?? '') ?? []
      const { closesAt, extensions } = times.get(vote_id ?? '') ?? { closesAt: now, extensions: 0 }
      const isRecused = recusals.get(id)?.has(ctx.viewer.id) ?? false
      const extend =
        closesAt > now && extensions < MOST_EXTENSIONS && policy.extend(ctx.viewer, { phase, role }, isRecused)
      return {
        id,
        name,
        done: own.filter(({ has_voted }) => has_voted).length,
        jurors: own.length,
        closesAt: closesAt.toISOString(),
        can: { extend },
        people: own.map(({ person_id, name: called, portrait_key, has_voted }) => ({
          person:
            person_id !== null && called !== null ? presentAuthor({ id: person_id, name: called, portrait_key }) : null,
          state: has_voted ? ('done' as const) : ('waiting' as const),
        })),
      }
    }),
  }
}

/** When each jury closes, and how often it was given more time. */
export async function timesOf(
  db: Db,
  voteIds: readonly string[],
): Promise<Map<string, { closesAt: Date; extensions: number }>> {
  if (voteIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('vote')
    .select(['id', 'closes_at', 'extensions'])
    .where('id', 'in', [...voteIds])
    .execute()
  return new Map(
    rows.map(({ id, closes_at, extensions }) => [
      id,
      { closesAt: closes_at, extensions: Array.isArray(extensions) ? extensions.length : 0 },
    ]),
  )
}
