import type { RankingsAnswer, ShortlistVote } from '@cenacle/contract/award-score'
import type { Ranking } from '@cenacle/tally/ranking'
import type { PersonContext } from '../../../context.ts'
import type { Db } from '../../../database/types.ts'
import * as policy from '../../../policy/award.ts'
import { Problem } from '../../../problem.ts'
import { listParticipation } from '../../votes/queries/participation.ts'
import { votesWithStatus, type VoteStanding } from '../../votes/queries/standing.ts'
import { recusalsOf } from '../conflicts-found.ts'
import { allowRunning, committeeRole, getCategory, getEdition, type Held } from '../rows.ts'
import { writeScore } from '../score/exact.ts'
import { listVersions, scoresOf } from '../score/read.ts'
import { findShortlistVote, type ShortlistVoteRow } from './vote-rows.ts'

type Category = { id: string; edition_id: string }

/** The orders of a category from which its shortlist can be taken. @throws Problem not-found, forbidden */
export async function readRankings(ctx: PersonContext, categoryId: string): Promise<RankingsAnswer> {
  await allowRunning(ctx)
  const category = await getCategory(ctx.db, categoryId)
  const held = await getEdition(ctx, category.edition_id)
  const eligible = await eligibleOf(ctx.db, categoryId)
  const found = await findShortlistVote(ctx.db, category)
  const vote = found ? await presentVote(ctx, held, found, eligible) : null
  const role = await committeeRole(ctx)
  const isOpen = policy.shortlist(ctx.viewer, { phase: held.phase, role }, await isRecusedFrom(ctx, held, categoryId))
  return {
    score: await scoreOrder(ctx.db, category, eligible),
    vote,
    can: {
      openVote: isOpen && vote?.status !== 'open' && eligible.length > 1,
      cancelVote: isOpen && vote?.status === 'open',
    },
  }
}

/** Eligible entries of a category in the order in which they came. */
export async function eligibleOf(db: Db, categoryId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('award_entry')
    .select('id')
    .where('category_id', '=', categoryId)
    .where('verdict', '=', 'eligible')
    .orderBy('submitted_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** By the current version of the score: those exactly level share a place. */
export async function scoreOrder(
  db: Db,
  category: Category,
  eligible: readonly string[],
): Promise<RankingsAnswer['score']> {
  const version = (await listVersions(db, category.edition_id)).at(-1)
  if (!version) return null
  const scores = (await scoresOf(db, version)).filter(({ entryId }) => eligible.includes(entryId))
  const groups = [...Map.groupBy(scores, ({ points }) => points)].toSorted(([a], [b]) => b - a)
  return {
    version,
    ranking: groups.map(([points, level]) =>
      level.map(({ entryId }) => ({ entryId, value: writeScore(points, version.decimals) })),
    ),
    unranked: eligible.filter((id) => !scores.some(({ entryId }) => entryId === id)),
  }
}

async function presentVote(
  ctx: PersonContext,
  held: Held,
  found: ShortlistVoteRow,
  eligible: readonly string[],
): Promise<ShortlistVote> {
  const isRecused = await isRecusedFrom(ctx, held, found.category_id)
  const standing = (await votesWithStatus(ctx.db, [found.vote_id], held.now)).get(found.vote_id)
  const places = await listParticipation(ctx.db, [found.vote_id])
  const mayRead = policy.readPreference(ctx.viewer, { role: await committeeRole(ctx) }, isRecused)
  const ranking = mayRead ? voteOrder(found, standing, eligible) : null
  return {
    id: found.vote_id,
    method: found.method,
    most: found.rules.approvals?.max ?? found.rules.points?.max ?? 1,
    status: standing?.evaluation ? 'closed' : 'open',
    closesAt: found.closes_at.toISOString(),
    roll: places.length,
    voters: places.filter(({ has_voted }) => has_voted).length,
    ranking,
    recused: isRecused,
    unranked: eligible.filter((id) => !Object.values(found.options).includes(id)),
  }
}

/** The viewer has a conflict of interest about an entry of the category, or about all of it. */
export const isRecusedFrom = async (
  ctx: Pick<PersonContext, 'db' | 'viewer'>,
  { edition }: Pick<Held, 'edition'>,
  categoryId: string,
): Promise<boolean> => (await recusalsOf(ctx.db, edition, false)).get(categoryId)?.has(ctx.viewer.id) === true

/** Nothing of a shortlist is decided by who has a conflict of interest in its category. @throws Problem recused */
export async function refuseRecused(
  ctx: Pick<PersonContext, 'db' | 'viewer'>,
  held: Pick<Held, 'edition'>,
  categoryId: string,
): Promise<void> {
  if (await isRecusedFrom(ctx, held, categoryId)) throw new Problem('recused')
}

/**
 * What a vote says of the entries that are still eligible: who was rejected or moved meanwhile is dropped, and the others stay as they
 * are. Null before it has closed; nobody is ranked by no ballot.
 */
export function voteOrder(
  { options }: Pick<ShortlistVoteRow, 'options'>,
  standing: VoteStanding | undefined,
  eligible: readonly string[],
): ShortlistVote['ranking'] {
  if (!standing?.evaluation) return null
  const { tally, expressed } = standing.evaluation
  if (expressed === 0 || (tally?.method !== 'approval' && tally?.method !== 'score')) return []
  const counted = new Map(
    tally.method === 'approval'
      ? tally.scores.map(({ id, votes }) => [id, { sum: votes, of: expressed }])
      : tally.scores.map(({ id, sum, ballots }) => [id, { sum, of: ballots }]),
  )
  return tally.ranking.flatMap((group) => {
    const left = group.flatMap((option) => {
      const entryId = options[option] ?? ''
      return eligible.includes(entryId) ? [{ entryId, ...(counted.get(option) ?? { sum: 0, of: 0 }) }] : []
    })
    return left.length > 0 ? [left] : []
  })
}

/** Groups of entries, as the shortlist is taken from them. */
export const asRanking = (groups: readonly (readonly { entryId: string }[])[]): Ranking =>
  groups.map((group) => group.map(({ entryId }) => entryId))
