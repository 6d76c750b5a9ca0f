import type { Db, Tx } from '../../../database/types.ts'
import { databaseClock } from '../../votes/queries/rows.ts'
import type { FrozenRules } from '../../votes/queries/types.ts'

/** A vote on a category's shortlist. `options`: entries by option. */
export interface ShortlistVoteRow {
  vote_id: string
  category_id: string
  method: 'approval' | 'score'
  options: Record<string, string>
  rules: FrozenRules
  closes_at: Date
}

const select = (db: Db) =>
  db
    .selectFrom('award_shortlist_vote as s')
    .innerJoin('vote as v', 'v.id', 's.vote_id')
    .innerJoin('award_category as c', 'c.id', 's.category_id')
    .where('v.cancelled_at', 'is', null)

/** The votes on shortlists of an edition that were not cancelled, in the order of their openings. */
export async function listShortlistVotes(db: Db, editionId: string): Promise<ShortlistVoteRow[]> {
  const rows = await select(db)
    .select(['s.vote_id', 's.category_id', 's.options', 'v.method', 'v.rules', 'v.closes_at'])
    .where('c.edition_id', '=', editionId)
    .orderBy('s.opened_at')
    .orderBy('s.vote_id')
    .execute()
  return rows as unknown as ShortlistVoteRow[]
}

/** The one that counts for a category: the last that was not cancelled. */
export const findShortlistVote = async (
  db: Db,
  { id, edition_id }: { id: string; edition_id: string },
): Promise<ShortlistVoteRow | undefined> =>
  (await listShortlistVotes(db, edition_id)).findLast(({ category_id }) => category_id === id)

/** Whether one of some votes is open, after whoever moves a close at this moment. */
export async function isVoting(db: Tx, votes: readonly Pick<ShortlistVoteRow, 'vote_id'>[]): Promise<boolean> {
  if (votes.length === 0) return false
  const rows = await db
    .selectFrom('vote')
    .select('closes_at')
    .where(
      'id',
      'in',
      votes.map(({ vote_id }) => vote_id),
    )
    .orderBy('id')
    .forShare()
    .execute()
  const now = await databaseClock(db)
  return rows.some(({ closes_at }) => closes_at > now)
}
