import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import { record } from '../../../events/record.ts'
import { sha256 } from '../../../ids.ts'
import { enqueue } from '../../../jobs/jobs.ts'
import { allow } from '../../../policy/allow.ts'
import * as policy from '../../../policy/vote.ts'
import { Problem } from '../../../problem.ts'
import { isOwn } from '../present.ts'
import { phaseOf } from '../queries/rules.ts'
import { reviewTime } from '../queries/review-time.ts'
import { getVote, lockVote } from '../queries/rows.ts'
import { appendEvent, audienceOf } from './log.ts'
import { REVIEW_JOB } from './review.ts'
import { settleHeld } from './settle.ts'

/**
 * Writes in words what follows from a closed decision, and when it is looked at again. What was counted stands above it and does
 * not change; each wording is in the log by its hash.
 * @throws Problem not-found, forbidden, not-closed, vote-cancelled
 */
export async function writeOutcome(
  ctx: PersonContext,
  voteId: string,
  { text, reviewOn }: { text: string; reviewOn: string | null },
): Promise<void> {
  const html = await ctx.renderPost(text)
  await inTx(ctx, async (ctx) => {
    const seen = await getVote(ctx, voteId)
    allow(policy.writeOutcome(ctx.viewer, { ...seen, own: isOwn(ctx.viewer, seen) }))
    const { vote, now } = await lockVote(ctx.db, voteId)
    const phase = phaseOf(vote, now)
    if (phase === 'cancelled') throw new Problem('vote-cancelled')
    allow(phase === 'closed', 'not-closed')
    await settleHeld(ctx, vote, now)
    await ctx.db
      .updateTable('vote')
      .set({
        outcome_text: text,
        outcome_html: html,
        outcome_by: ctx.viewer.id,
        outcome_at: ctx.now(),
        review_on: reviewOn,
        // Another date is another review.
        ...(reviewOn !== vote.review_on && { reviewed_at: null, reviewed_by: null, review_text: null }),
      })
      .where('id', '=', voteId)
      .execute()
    const body = { text: sha256(text), ...(reviewOn !== null && { reviewOn }) }
    await appendEvent(ctx.db, voteId, { type: 'outcome.written', actor: seen.number ?? 'bureau', body }, now)
    if (reviewOn !== null) await enqueue(ctx, REVIEW_JOB, { voteId }, reviewTime(reviewOn))
    await record(ctx, {
      type: 'vote.changed',
      spaceId: vote.space_id,
      ids: { voteId },
      audience: audienceOf(vote.kind),
    })
  })
}
