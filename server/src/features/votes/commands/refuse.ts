import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Db } from '../../../database/types.ts'
import * as policy from '../../../policy/vote.ts'
import { Problem } from '../../../problem.ts'
import { after, DAY_MS } from '../../../time.ts'
import { phaseOf } from '../queries/rules.ts'
import { getVote, lockVote, type SeenVote } from '../queries/rows.ts'
import { appendEvent, pseudonym } from './log.ts'

const CODE = 'vote-closed'
/** Later than this it is no late ballot any more, but an old page or a script: the log of a vote that is over is left in peace. */
const TOLD_FOR_MS = DAY_MS

/**
 * Does what may be refused, and tells the log of the one refusal that betrays nobody: a ballot of a named vote that came after
 * the close, once for each place on the roll. Why this one alone: docs/decisions/0025.
 * @throws what `work` throws, once the log has been told
 */
export async function tellingRefusal<Done>(
  ctx: PersonContext,
  voteId: string,
  work: () => Promise<Done>,
): Promise<Done> {
  try {
    return await work()
  } catch (error) {
    // What was refused left its transaction without a trace: this is another one.
    if (error instanceof Problem && error.code === CODE) await tellLate(ctx, voteId)
    throw error
  }
}

async function tellLate(ctx: PersonContext, voteId: string): Promise<void> {
  const seen = await getVote(ctx, voteId)
  const { number } = seen
  if (number === null || !isTold(seen) || !policy.vote(ctx.viewer, seen)) return
  // Asked without the lock first: whoever repeats a late ballot a thousand times makes nobody wait.
  if (await wasTold(ctx.db, voteId, number)) return
  await inTx(ctx, async ({ db }) => {
    const { vote, now } = await lockVote(db, voteId)
    if (phaseOf(vote, now) !== 'closed' || now >= after(vote.closes_at, TOLD_FOR_MS)) return
    if (await wasTold(db, voteId, number)) return
    await appendEvent(db, voteId, { type: 'ballot.refused', actor: number, body: { code: CODE } }, now)
  })
}

/** Of a secret vote, an attempt is a moment; of a jury, it would tell its other members who had not voted yet. */
const isTold = ({ secret, kind }: Pick<SeenVote, 'secret' | 'kind'>): boolean => !secret && kind !== 'award'

async function wasTold(db: Db, voteId: string, number: number): Promise<boolean> {
  const told = await db
    .selectFrom('vote_event')
    .select('seq')
    .where('vote_id', '=', voteId)
    .where('type', '=', 'ballot.refused')
    .where('actor', '=', pseudonym(number))
    .executeTakeFirst()
  return told !== undefined
}
