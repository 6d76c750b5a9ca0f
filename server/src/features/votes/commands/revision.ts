import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { enqueue } from '../../../jobs/jobs.ts'
import { Problem } from '../../../problem.ts'
import { ADOPT_JOB } from '../../wiki/commands/adopt-job.ts'
import type { VoteOutcome, VoteRow } from '../queries/types.ts'

type Writing = { db: Tx; now(): Date; newId(): string }
type Pages = Pick<VoteRow, 'space_id' | 'page_id' | 'revises_id'>

/**
 * Whether a revision can be put to the vote: no other one of its page is, and none was adopted since the comparison was made. Otherwise one
 * decision would silently take another back. The index `vote_one_revision` settles who comes first.
 * @throws Problem conflict
 */
export async function checkRevised({ db }: { db: Tx }, revised: { id: string; version: number }): Promise<void> {
  const votes = await db
    .selectFrom('vote')
    .select('revision_pending')
    .where('revises_id', '=', revised.id)
    .where((eb) => eb.or([eb('revision_pending', '=', true), eb('adopted_seq', '>', revised.version)]))
    .execute()
  if (votes.some((vote) => vote.revision_pending))
    throw new Problem('conflict', { detail: 'Une révision de cette page est déjà au vote.' })
  if (votes.length > 0)
    throw new Problem('conflict', {
      detail: 'Une autre révision de cette page a été adoptée depuis : préparez la question à nouveau.',
    })
}

/** After the close: the text waits to become the page's, or stays a draft. @param vote locked by the caller */
export async function followRevision(ctx: Writing, vote: VoteRow, outcome: VoteOutcome): Promise<void> {
  if (!vote.revision_pending) return
  if (outcome === 'adopted' && vote.revises_id !== null) await enqueue(ctx, ADOPT_JOB, { pageId: vote.revises_id })
  else await endRevision(ctx, vote.id)
  await tellPages(ctx, vote)
}

/** Its page may be put to the vote again. */
export async function endRevision({ db }: { db: Tx }, voteId: string): Promise<void> {
  await db.updateTable('vote').set({ revision_pending: false }).where('id', '=', voteId).execute()
}

/** Tells whoever reads a revision or its page that something changed about their vote. */
export async function tellPages(
  ctx: Pick<Writing, 'db' | 'now'>,
  { space_id, page_id, revises_id }: Pages,
): Promise<void> {
  if (revises_id === null) return
  for (const pageId of [revises_id, page_id])
    if (pageId !== null)
      await record(ctx, { type: 'page.changed', spaceId: space_id, ids: { pageId, spaceId: space_id } })
}
