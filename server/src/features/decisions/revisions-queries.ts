import type { RevisionsAnswer, RevisionVote } from '@cenacle/contract/revision'
import type { Context } from '../../context.ts'
import * as policy from '../../policy/vote.ts'
import { asVote, judgedInstant } from '../votes/queries/rows.ts'
import { knownStandings } from '../votes/queries/standing.ts'
import { readRevised } from '../wiki/queries/revised.ts'

/** More than anybody reads at once. */
const MOST = 50

/**
 * What is proposed for a page, and the votes on it; of a revision, its page and the votes that it went through.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function readRevisions(ctx: Context, pageId: string): Promise<RevisionsAnswer> {
  const { isRevision, of, items, mayPropose: propose, space, spaceId } = await readRevised(ctx, pageId)
  const column = isRevision ? 'page_id' : 'revises_id'
  return {
    of,
    items,
    votes: ctx.viewer.kind === 'person' ? await listVotesOn(ctx, { column, pageId, spaceId }) : [],
    can: { propose, decide: isRevision && policy.openDecision(ctx.viewer, space) },
  }
}

/** Votes on a text, the newest first: whoever reads the space reads its votes. */
async function listVotesOn(
  ctx: Context,
  { column, pageId, spaceId }: { column: 'page_id' | 'revises_id'; pageId: string; spaceId: string },
): Promise<RevisionVote[]> {
  const rows = await ctx.db
    .selectFrom('vote')
    .selectAll()
    .where(column, '=', pageId)
    .where('space_id', '=', spaceId)
    .where('revises_version', 'is not', null)
    .orderBy('opens_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  const standings = await knownStandings(ctx.db, rows.map(asVote), await judgedInstant(ctx))
  return rows.map((vote) => {
    const standing = standings.get(vote.id)
    return {
      id: vote.id,
      question: vote.question,
      status: standing?.status ?? 'closed',
      outcome: standing?.evaluation?.outcome ?? null,
      closesAt: vote.closes_at.toISOString(),
      adoptedAt: vote.adopted_at?.toISOString() ?? null,
      adoptedSeq: vote.adopted_seq,
      replacedSeq: vote.replaced_seq,
    }
  })
}
