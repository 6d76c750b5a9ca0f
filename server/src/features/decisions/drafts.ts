import type { Rooms } from '@cenacle/collab/rooms'
import type { z } from 'zod'
import type { draftBody, draftChanges } from '@cenacle/contract/decision'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Tx } from '../../database/types.ts'
import { allow, hidden } from '../../policy/allow.ts'
import type { SpaceFacts } from '../../policy/space.ts'
import * as policy from '../../policy/vote.ts'
import { Problem } from '../../problem.ts'
import { instantOf } from '../../time.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
import { renderText } from './commands.ts'
import { type DraftRow, getDraft, isOwn, lockDraft } from './rows.ts'
import { readSource } from './source.ts'

export type TxContext = Omit<PersonContext, 'db'> & { db: Tx }

/**
 * Writes a question down, to be opened later. What is put to the vote is taken as it is now: a page may change meanwhile.
 * @returns its id, which will be the vote's
 * @throws Problem not-found, forbidden; invalid for a source that is not of this space
 */
export async function createDraft(ctx: PersonContext, rooms: Rooms, body: z.output<typeof draftBody>): Promise<string> {
  allow(policy.openDecision(ctx.viewer, factsOf(await getSpace(ctx, body.spaceId))))
  const sourced = await readSource(ctx, rooms, body.source, body.spaceId)
  const { source } = sourced ?? {}
  const revised = source?.kind === 'page' ? source.revises : undefined
  const id = ctx.newId()
  await ctx.db
    .insertInto('vote_draft')
    .values({
      id,
      space_id: body.spaceId,
      author_id: ctx.viewer.id,
      question: body.question,
      text: body.text,
      html: await renderText(ctx, body.text),
      method: body.method,
      options: JSON.stringify(body.options),
      rules: JSON.stringify(body.rules),
      secret: body.secret,
      opens_at: body.opensAt && instantOf(body.opensAt),
      closes_at: body.closesAt && instantOf(body.closesAt),
      topic_id: source?.kind === 'topic' ? source.id : null,
      page_id: source?.kind === 'page' ? source.id : null,
      page_version: source?.kind === 'page' ? source.version : null,
      source_title: source?.title ?? null,
      source_at: source?.kind === 'topic' ? source.at : null,
      source_html: sourced?.html ?? null,
      revises_id: revised?.id ?? null,
      revises_version: revised?.version ?? null,
      proposal: revised?.proposal ?? null,
      comparison: revised ? JSON.stringify({ ...revised.comparison, base: revised.baseHash }) : null,
      changed_at: ctx.now(),
    })
    .execute()
  return id
}

type Changes = z.output<typeof draftChanges>

/** The columns that a body names; what it does not name is absent. */
function columnsOf(body: Changes) {
  const { question, text, method, options, rules, secret, opensAt, closesAt } = body
  return {
    ...(question !== undefined && { question }),
    ...(text !== undefined && { text }),
    ...(method !== undefined && { method }),
    ...(options !== undefined && { options: JSON.stringify(options) }),
    ...(rules !== undefined && { rules: JSON.stringify(rules) }),
    ...(secret !== undefined && { secret }),
    ...(opensAt !== undefined && { opens_at: opensAt && instantOf(opensAt) }),
    ...(closesAt !== undefined && { closes_at: closesAt && instantOf(closesAt) }),
  }
}

/**
 * Locks a draft for somebody who may change it.
 * @throws Problem not-found, forbidden, already-open
 */
export async function holdDraft(ctx: TxContext, id: string): Promise<{ draft: DraftRow; space: SpaceFacts }> {
  const { draft: seen, space } = await getDraft(ctx, id)
  allow(policy.changeDraft(ctx.viewer, space, { own: isOwn(ctx, seen) }))
  const draft = await lockDraft(ctx.db, id)
  // It went while we waited for it: thrown away, or opened, and then the vote has its id.
  if (!draft) throw (await isOpen(ctx, id)) ? new Problem('already-open') : hidden(ctx.viewer)
  return { draft, space }
}

async function isOpen({ db }: TxContext, id: string): Promise<boolean> {
  return (await db.selectFrom('vote').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Changes a draft; one that would open by itself no longer does. @throws Problem not-found, forbidden */
export async function changeDraft(ctx: PersonContext, id: string, changes: Changes): Promise<void> {
  const html = changes.text === undefined ? undefined : await renderText(ctx, changes.text)
  await inTx(ctx, async (ctx) => {
    await holdDraft(ctx, id)
    const values = { ...columnsOf(changes), ...(html !== undefined && { html }) }
    await ctx.db
      .updateTable('vote_draft')
      .set({ ...values, scheduled: false, scheduled_by: null, changed_at: ctx.now() })
      .where('id', '=', id)
      .execute()
  })
}

/** Throws a draft away. @throws Problem not-found, forbidden */
export const removeDraft = (ctx: PersonContext, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await holdDraft(ctx, id)
    await ctx.db.deleteFrom('vote_draft').where('id', '=', id).execute()
  })
