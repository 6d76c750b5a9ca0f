import { sql } from 'kysely'
import type { PersonContext, World } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { sha256 } from '../../../ids.ts'
import { enqueue, type Handler } from '../../../jobs/jobs.ts'
import { queueMails } from '../../../jobs/mail-job.ts'
import { allow } from '../../../policy/allow.ts'
import { readersOf } from '../../../policy/readers.ts'
import { implicitRoles } from '../../../policy/roles.ts'
import * as policy from '../../../policy/vote.ts'
import { Problem } from '../../../problem.ts'
import { after, latest, SECOND_MS } from '../../../time.ts'
import { reviewDue } from '../letters.ts'
import { isOwn } from '../present.ts'
import { reviewTime } from '../queries/review-time.ts'
import { getVote, lockVote } from '../queries/rows.ts'
import type { VoteRow } from '../queries/types.ts'
import { appendEvent, audienceOf } from './log.ts'
import { linkTo, noteSent } from './mails.ts'

export const REVIEW_JOB = 'vote.review'

/**
 * Tells on the day of the review, once for each date, who wrote the outcome, who opened the vote and who runs its space. A job
 * that comes before its time, since the date was changed, waits for it; one for a date that is gone tells nobody.
 */
export const tellReview: Handler = (world, { voteId }) =>
  inTx(world, async (ctx) => {
    const { vote, now } = await lockVote(ctx.db, String(voteId))
    if (vote.review_on === null || vote.reviewed_at !== null) return
    const at = reviewTime(vote.review_on)
    if (at > now) return enqueue(ctx, REVIEW_JOB, { voteId }, latest(at, after(ctx.now(), SECOND_MS)))
    if (!(await noteSent(ctx.db, vote.id, `review-${vote.review_on}`, now))) return
    const body = { from: 'outcome_published', to: 'review_due', reviewOn: vote.review_on }
    await appendEvent(ctx.db, vote.id, { type: 'review.due', actor: 'system', body }, now)
    const link = linkTo(ctx, vote.id)
    const people = await listReviewers(ctx, vote)
    await queueMails(
      ctx,
      people.map((person) => reviewDue(person, vote, link)),
    )
    await tell(ctx, vote)
  })

/** Those whom a review concerns and who still read the vote: its author, the outcome's, and who runs the space. */
async function listReviewers(ctx: Omit<World, 'db'> & { db: Tx }, vote: VoteRow) {
  const space = await ctx.db
    .selectFrom('space')
    .select(['id', 'kind', 'open'])
    .where('id', '=', vote.space_id)
    .executeTakeFirstOrThrow()
  const runsIt = sql`exists (select from space_person f where f.space_id = ${space.id}::uuid and f.person_id = p.id
    and f.role = 'facilitator' and (f.until is null or f.until > ${ctx.now()}::timestamptz))`
  const byOffice =
    implicitRoles[space.kind][space.open ? 'open' : 'closed'].administrator === 'facilitator'
      ? sql`or p.is_administrator`
      : sql``
  const { rows } = await sql<{ name: string; email: string }>`select p.name, p.email from person p
    where ${readersOf(space, ctx.now())} and (p.id = any(${[vote.opened_by, vote.outcome_by].flatMap((id) => id ?? [])}::uuid[])
      or ${runsIt} ${byOffice})
    order by p.id`.execute(ctx.db)
  return rows
}

/**
 * Closes the review of an outcome with a sentence: what one found. Once for each date; another date opens another review.
 * @throws Problem not-found, forbidden; conflict where nothing is to be reviewed, or somebody else just did
 */
export const reviewOutcome = (ctx: PersonContext, voteId: string, text: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const seen = await getVote(ctx, voteId)
    allow(policy.writeOutcome(ctx.viewer, { ...seen, own: isOwn(ctx.viewer, seen) }))
    const { vote, now } = await lockVote(ctx.db, voteId)
    if (vote.review_on === null) throw new Problem('conflict', { detail: 'Aucune date n’est fixée pour en reparler.' })
    if (vote.reviewed_at !== null) throw new Problem('conflict', { detail: 'Cette revue vient d’être faite.' })
    await ctx.db
      .updateTable('vote')
      .set({ reviewed_at: ctx.now(), reviewed_by: ctx.viewer.id, review_text: text })
      .where('id', '=', voteId)
      .execute()
    const body = { from: 'review_due', to: 'reviewed', reviewOn: vote.review_on, text: sha256(text) }
    await appendEvent(ctx.db, voteId, { type: 'outcome.reviewed', actor: seen.number ?? 'bureau', body }, now)
    await tell(ctx, vote)
  })

const tell = (ctx: { db: Tx; now(): Date }, vote: Pick<VoteRow, 'id' | 'space_id' | 'kind'>): Promise<void> =>
  record(ctx, {
    type: 'vote.changed',
    spaceId: vote.space_id,
    ids: { voteId: vote.id },
    audience: audienceOf(vote.kind),
  })
