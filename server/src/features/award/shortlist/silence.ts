import { cancelHeld } from '../../votes/commands/manage.ts'
import { recuseVoter } from '../../votes/commands/recuse.ts'
import { recusedFrom } from '../../votes/queries/recusals.ts'
import { lockVote } from '../../votes/queries/rows.ts'
import { type Recused, recusalsOf } from '../conflicts-found.ts'
import { type ActingInTx, type Held, noteDone } from '../rows.ts'
import { listShortlistVotes, type ShortlistVoteRow } from './vote-rows.ts'

/**
 * Approvals are compared as they are counted: an entry that one juror may not approve of would start behind the others. Who has a
 * conflict about one entry leaves such a vote as a whole; points are compared by their means.
 */
export const leavesWhole = (method: 'approval' | 'score', { category, entries }: Recused): boolean =>
  category || (method === 'approval' && entries.size > 0)

/**
 * Takes those out of the edition's votes on shortlists who have a conflict of interest by now: their ballots are void, open or closed,
 * until the jury opens. A vote in which nobody is left is cancelled, so that no conflict, and nothing by which one is found, is ever
 * refused because of it. The edition is locked by the caller.
 */
export async function silenceRecused(ctx: ActingInTx, held: Held): Promise<void> {
  if (held.phase !== 'shortlist') return
  const votes = await listShortlistVotes(ctx.db, held.edition.id)
  if (votes.length === 0) return
  const recusals = await recusalsOf(ctx.db, held.edition, false)
  for (const vote of votes) await silence(ctx, held, vote, recusals.get(vote.category_id) ?? new Map<string, Recused>())
}

async function silence(
  ctx: ActingInTx,
  held: Held,
  vote: ShortlistVoteRow,
  recused: ReadonlyMap<string, Recused>,
): Promise<void> {
  const { vote_id, method, options } = vote
  for (const [personId, one] of recused) {
    const about = Object.keys(options).filter((option) => one.entries.has(options[option] ?? ''))
    if (!one.category && about.length === 0) continue
    const isOneEntry = !leavesWhole(method, one)
    const place = await placeOf(ctx, vote_id, personId)
    if (!isOneEntry && place !== undefined && (await endEmptied(ctx, held, vote, place))) return
    const actor = personId === ctx.viewer.id ? (place ?? 'bureau') : 'bureau'
    await recuseVoter(ctx, vote_id, { personId, actor, ...(isOneEntry && { options: about }) })
  }
}

const EMPTIED = 'Plus personne ne peut y voter : un conflit d’intérêts a été trouvé pour chaque personne de sa liste.'

/** Cancels a vote whose last voice is that of this place, open or closed. @returns whether it did */
async function endEmptied(
  ctx: ActingInTx,
  { edition }: Held,
  { vote_id: voteId, category_id: categoryId }: ShortlistVoteRow,
  place: number,
): Promise<boolean> {
  const { vote, now } = await lockVote(ctx.db, voteId)
  if (vote.roll_size > 1 || (await recusedFrom(ctx.db, voteId, place)) === null) return false
  await ctx.db.updateTable('vote').set({ counted: null }).where('id', '=', voteId).execute()
  await cancelHeld(ctx, { vote, now, actor: 'system' }, EMPTIED)
  await noteDone(ctx, edition, 'shortlist.vote.emptied', { categoryId, voteId })
  return true
}

async function placeOf({ db }: ActingInTx, voteId: string, personId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('vote_roll')
    .select('number')
    .where('vote_id', '=', voteId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.number
}
