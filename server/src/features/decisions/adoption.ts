import type { Rooms } from '@cenacle/collab/rooms'
import type { World } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Tx } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import type { Handlers } from '../../jobs/jobs.ts'
import { type Adopted, adoptText, nameIt } from '../wiki/commands/adopt.ts'
import { ADOPT_JOB } from '../wiki/commands/adopt-job.ts'
import { textHash } from '../wiki/queries/proposal.ts'
import type { FrozenComparison } from '../votes/queries/types.ts'

/** As long as the name of a version may be. */
const NAME = 120

const waitingOf = ({ db }: World, pageId: string) =>
  db
    .selectFrom('vote')
    .select(['id', 'question', 'opened_by', 'space_id', 'page_id', 'proposal', 'source_title', 'comparison'])
    .where('revises_id', '=', pageId)
    // Settled and still pending is adopted: every other outcome ends it at the close.
    .where('revision_pending', '=', true)
    .where('settled_at', 'is not', null)
    .executeTakeFirst()

type Waiting = NonNullable<Awaited<ReturnType<typeof waitingOf>>>

/**
 * Makes an adopted revision the page, once: the vote is claimed in the transaction that appends the text. A page in the trash waits, and
 * takes it when it comes back.
 */
async function adopt(world: World, rooms: Rooms, pageId: string): Promise<void> {
  const vote = await waitingOf(world, pageId)
  if (!vote || vote.proposal === null) return
  const { opened_by: personId, page_id: revisionId, proposal: markdown } = vote
  const adoption = {
    pageId,
    personId,
    revisionId,
    name: nameOf(vote.question),
    title: vote.source_title ?? '',
    markdown,
  }
  const adopted = await adoptText(world, rooms, adoption, (ctx, adopted) => claim(ctx, vote, pageId, adopted))
  if (!adopted) return
  const { id: voteId, space_id: spaceId } = vote
  await inTx(world, (ctx) => record(ctx, { type: 'vote.changed', spaceId, ids: { voteId } }))
}

/** Ends the vote's wait, and notes whether something was written since what was voted on; that stays in the history under a name. */
async function claim(
  ctx: Omit<World, 'db'> & { db: Tx },
  vote: Waiting,
  pageId: string,
  { seq, before }: Adopted,
): Promise<boolean> {
  const wasWritten = textHash(before) !== (vote.comparison as FrozenComparison).base
  const replaced_seq = wasWritten && seq !== before.seq ? before.seq : null
  const claimed = await ctx.db
    .updateTable('vote')
    .set({ revision_pending: false, adopted_seq: seq, adopted_at: ctx.now(), replaced_seq })
    .where('id', '=', vote.id)
    .where('revision_pending', '=', true)
    .returning('id')
    .executeTakeFirst()
  if (!claimed) return false
  const name = 'Avant la révision adoptée'
  if (replaced_seq !== null) await nameIt(ctx, pageId, { seq: replaced_seq, name, personId: vote.opened_by })
  return true
}

/** « Adoptée par le vote « … » », cut where it would be too long. */
function nameOf(question: string): string {
  const around = 'Adoptée par le vote : '
  const rest = NAME - around.length
  return around + (question.length > rest ? `${question.slice(0, rest - 1).trimEnd()}…` : question)
}

/** @param rooms in which whoever is in the page sees the text arrive */
export const revisionJobs = (rooms: Rooms): Handlers => ({
  [ADOPT_JOB]: (world, { pageId }) => adopt(world, rooms, String(pageId)),
})
