import type { PublishedAnswer } from '@cenacle/contract/vote-result'
import type { Context } from '../../../context.ts'
import type { Db } from '../../../database/types.ts'
import { Problem } from '../../../problem.ts'
import { settleVote } from '../commands/settle.ts'
import { getVote } from '../queries/rows.ts'
import { resultOf } from '../queries/standing.ts'
import { publishedOf } from './count.ts'

type Content = PublishedAnswer['lines'][number]['content']

/** Whether a vote is secret; an unknown one is not. */
export async function isSecret(db: Db, voteId: string): Promise<boolean> {
  const row = await db.selectFrom('vote').select('secret').where('id', '=', voteId).executeTakeFirst()
  return row?.secret ?? false
}

/**
 * The list of a secret vote by receipts, for those who may read its result, once it has closed. Whoever reads first closes it:
 * what is read is what the log keeps the root of, with no scheduler running.
 * @throws Problem not-found for a named vote too, not-closed, vote-cancelled
 */
export async function readPublished(ctx: Context, id: string): Promise<PublishedAnswer> {
  const vote = await getVote(ctx, id)
  if (!vote.secret) throw new Problem('not-found')
  await settleFirst(ctx, id)
  const { root, lines } = await publishedOf(ctx.db, vote)
  return { voteId: id, root, lines: lines.map(({ receipt, content }) => ({ receipt, content: content as Content })) }
}

/**
 * Closes a vote whose time has come, if nobody has.
 * @throws Problem not-closed, vote-cancelled
 */
export async function settleFirst(ctx: Context, voteId: string): Promise<void> {
  const { vote } = await resultOf(ctx, voteId)
  if (!vote.settled_at) await settleVote(ctx, { voteId })
}
