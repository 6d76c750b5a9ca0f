import type { z } from 'zod'
import type { rulesBody } from '@cenacle/contract/decision'
import type { VoteMethod } from '@cenacle/contract/vote'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { enqueue } from '../../jobs/jobs.ts'
import type { SpaceFacts } from '../../policy/space.ts'
import { invalidField, Problem } from '../../problem.ts'
import type { NewSource, Revised } from '../votes/commands/open.ts'
import type { FrozenComparison } from '../votes/queries/types.ts'
import { holdDraft, type TxContext } from './drafts.ts'
import { openDecision } from './open.ts'
import { rulesOf } from './question.ts'
import type { DraftRow } from './rows.ts'

export const OPEN_JOB = 'decision.open'

/**
 * Opens a draft now: what it says is frozen, the vote takes its id, and the draft is gone. Whoever comes second finds it open.
 * @throws Problem not-found, forbidden, already-open, roll-too-small; invalid for what is missing
 */
export const openDraft = (ctx: PersonContext, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { draft, space } = await holdDraft(ctx, id)
    await openHeld(ctx, draft, space)
  })

/** The same, with the draft's lock. */
export async function openHeld(ctx: TxContext, draft: DraftRow, space: SpaceFacts): Promise<void> {
  if (!draft.closes_at) throw invalidField('/closesAt', 'required')
  await openDecision(ctx, space, {
    ...questionOf(draft),
    id: draft.id,
    spaceId: draft.space_id,
    question: draft.question,
    text: draft.text,
    html: draft.html + (draft.source_html ?? ''),
    closesAt: draft.closes_at,
    source: sourceOf(draft),
    authorId: draft.author_id,
  })
  await ctx.db.deleteFrom('vote_draft').where('id', '=', draft.id).execute()
}

const questionOf = (draft: DraftRow) => ({
  method: draft.method as VoteMethod,
  options: draft.options as string[],
  rules: draft.rules as z.output<typeof rulesBody>,
  secret: draft.secret,
})

function sourceOf(draft: DraftRow): NewSource | null {
  const { topic_id, page_id, page_version, source_title, source_at } = draft
  const title = source_title ?? ''
  if (topic_id) return { kind: 'topic', id: topic_id, title, at: source_at }
  // Without its page, or without itself, a revision can be voted on no more.
  if (draft.proposal !== null && (page_id === null || draft.revises_id === null)) throw new Problem('not-found')
  const revises = revisedOf(draft)
  return page_id ? { kind: 'page', id: page_id, title, version: page_version ?? 0, ...(revises && { revises }) } : null
}

function revisedOf({ revises_id: id, revises_version: version, proposal, comparison }: DraftRow): Revised | undefined {
  if (id === null || version === null || proposal === null) return undefined
  const { base: baseHash, ...compared } = comparison as FrozenComparison
  return { id, version, proposal, baseHash, comparison: compared }
}

/**
 * Lets a draft open by itself at its instant, if it could be opened today.
 * @throws Problem not-found, forbidden, already-open; invalid for what is missing
 */
export const scheduleDraft = (ctx: PersonContext, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { draft } = await holdDraft(ctx, id)
    const { opens_at, closes_at } = draft
    rulesOf(questionOf(draft))
    if (!opens_at) throw invalidField('/opensAt', 'required')
    if (!closes_at) throw invalidField('/closesAt', 'required')
    if (opens_at <= ctx.now()) throw invalidField('/opensAt', 'date-past')
    if (closes_at <= opens_at) throw invalidField('/closesAt', 'date-too-soon')
    await ctx.db
      .updateTable('vote_draft')
      .set({ scheduled: true, scheduled_by: ctx.viewer.id, changed_at: ctx.now() })
      .where('id', '=', id)
      .execute()
    await enqueue(ctx, OPEN_JOB, { draftId: id }, opens_at)
  })

/** It opens when somebody opens it. @throws Problem not-found, forbidden, already-open */
export const unscheduleDraft = (ctx: PersonContext, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await holdDraft(ctx, id)
    await ctx.db.updateTable('vote_draft').set({ scheduled: false, scheduled_by: null }).where('id', '=', id).execute()
  })
