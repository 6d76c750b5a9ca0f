import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import * as policy from '../../../policy/vote.ts'
import { invalidField, Problem } from '../../../problem.ts'
import { fewestLeft, leftOf, withdrawnIds } from '../queries/rules.ts'
import type { VoteRow, Withdrawal } from '../queries/types.ts'
import { appendEvent } from './log.ts'
import { announce } from './mails.ts'
import { type Hold, hold, type Managing, tell } from './manage.ts'

/**
 * Withdraws an option of an open vote, for good, with a reason that everybody on the roll is told. Ballots stay as they were cast: the
 * count drops it from each.
 * @throws Problem not-found, forbidden, vote-closed, vote-cancelled, option-withdrawn, options-too-few; invalid for an unknown option
 */
export const withdrawOption = (
  ctx: PersonContext,
  voteId: string,
  { optionId, reason }: { optionId: string; reason: string },
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await withdrawHeld(ctx, await hold(ctx, voteId, policy.withdraw), { optionId, reason })
  })

/** The same, by whom a rule of their own allows it. @param held with the vote's lock, and open */
export async function withdrawHeld(
  ctx: Managing,
  { vote, now, actor }: Hold,
  { optionId, reason }: { optionId: string; reason: string },
): Promise<void> {
  if (!vote.options.some(({ id }) => id === optionId)) throw invalidField('/optionId', 'not-found')
  if (withdrawnIds(vote).includes(optionId)) throw new Problem('option-withdrawn')
  if (leftOf(vote).length <= fewestLeft(vote)) throw new Problem('options-too-few', { detail: instead(vote) })
  const body = { option: optionId, reason }
  const { seq } = await appendEvent(ctx.db, vote.id, { type: 'option.withdrawn', actor, body }, now)
  const withdrawal: Withdrawal = { ...body, at: now.toISOString(), seq }
  await ctx.db
    .updateTable('vote')
    .set({ withdrawn: JSON.stringify([...vote.withdrawn, withdrawal]) })
    .where('id', '=', vote.id)
    .execute()
  await announce(ctx, vote.id, 'withdrawn', seq)
  await tell(ctx, vote)
}

/** What one does where nothing may be withdrawn any more. */
const instead = ({ kind }: Pick<VoteRow, 'kind'>): string =>
  kind === 'award'
    ? 'C’est le dernier dossier de ce jury\u202f: laissez-le juger, et n’attribuez pas la distinction en délibération.'
    : 'Un choix se fait entre deux options au moins\u202f: annulez plutôt ce vote, et ouvrez-en un autre.'
