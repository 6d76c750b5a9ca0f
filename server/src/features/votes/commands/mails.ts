import type { World } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { enqueue, type Handler } from '../../../jobs/jobs.ts'
import { queueMails } from '../../../jobs/mail-job.ts'
import { letters } from '../letters.ts'
import { headAt } from '../queries/head.ts'
import { lockVote } from '../queries/rows.ts'
import { listEnrolled, listVoters } from '../queries/voters.ts'

type Queueing = Parameters<typeof enqueue>[0]

export const ANNOUNCE_JOB = 'vote.announce'

type Said = keyof typeof letters

/** Queues that everybody on the roll is written to. @param seq number of the event that they are told of */
export const announce = (ctx: Queueing, voteId: string, what: Said, seq: number): Promise<void> =>
  enqueue(ctx, ANNOUNCE_JOB, { voteId, what, seq })

/**
 * Writes to everybody on the roll: the head of the log when a vote opens, for the first time or again, and when it has closed,
 * so that whoever keeps these mails can tell a log that was written anew; and that a vote was extended, or cancelled.
 */
export const announceVote: Handler = (world, { voteId, what, seq }) =>
  inTx(world, async (ctx) => {
    const { vote, now } = await lockVote(ctx.db, String(voteId))
    if (!(await noteSent(ctx.db, vote.id, `${String(what)}-${String(seq)}`, now))) return
    const letter = letters[what as Said]
    const head = await headAt(ctx.db, vote.id, Number(seq))
    // Whoever gave up the seat is invited to nothing any more, but can still tell whether the log was changed.
    const voters = await (what === 'closed' ? listEnrolled : listVoters)(ctx.db, vote, ctx.now())
    const link = linkTo(ctx, vote.id)
    await queueMails(
      ctx,
      voters.map((voter) => letter({ voter, vote, head, link, seq: Number(seq) })),
    )
  })

/** @returns false when this was sent before: a job that is run again writes to nobody twice */
export async function noteSent(db: Tx, voteId: string, what: string, now: Date): Promise<boolean> {
  const row = await db
    .insertInto('vote_notice')
    .values({ vote_id: voteId, what, sent_at: now })
    .onConflict((oc) => oc.doNothing())
    .returning('what')
    .executeTakeFirst()
  return row !== undefined
}

/** Where a vote is read. */
export const linkTo = ({ baseUrl }: Pick<World, 'baseUrl'>, voteId: string): string => `${baseUrl}/votes/${voteId}`
