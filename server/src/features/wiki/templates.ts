import { sql } from 'kysely'
import type { z } from 'zod'
import type {
  createTemplateBody,
  PreviewAnswer,
  TemplateAnswer,
  TemplatesAnswer,
  updateTemplateBody,
} from '@cenacle/contract/template'
import type { Context, PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db } from '../../database/types.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/template.ts'
import { invalidField, Problem } from '../../problem.ts'
import type { TxContext } from './rows.ts'

/** All templates, in their order. */
export async function listTemplates({ db }: Context): Promise<TemplatesAnswer> {
  const items = await db
    .selectFrom('page_template')
    .select(['id', 'name', 'hint'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return { items }
}

/** A template with its text, and how a page made from it begins. @throws Problem not-found */
export async function readTemplate(ctx: Context, templateId: string): Promise<TemplateAnswer> {
  const { id, name, hint, markdown, updated_at } = await getTemplate(ctx, templateId)
  const { html } = await renderPreview(ctx, markdown)
  return { id, name, hint, markdown, html, updatedAt: updated_at.toISOString() }
}

/** How a text looks as a page. @throws Problem text-too-costly */
export async function renderPreview(ctx: Context, markdown: string): Promise<PreviewAnswer> {
  const { derived } = await ctx.documents.run('seed', { title: '', markdown })
  return { html: derived.html }
}

/** The text that a new page begins with. @throws Problem invalid when there is no such template any more */
export async function textOfTemplate({ db }: { db: Db }, templateId: string): Promise<string> {
  const row = await db.selectFrom('page_template').select('markdown').where('id', '=', templateId).executeTakeFirst()
  if (!row) throw invalidField('/templateId', 'not-found')
  return row.markdown
}

async function getTemplate({ db }: { db: Db }, templateId: string) {
  const row = await db.selectFrom('page_template').selectAll().where('id', '=', templateId).executeTakeFirst()
  if (!row) throw new Problem('not-found')
  return row
}

/** Adds a template after the others. @returns its id @throws Problem forbidden, text-too-costly */
export async function createTemplate(ctx: PersonContext, body: z.output<typeof createTemplateBody>): Promise<string> {
  allow(policy.manage(ctx.viewer))
  const markdown = await canonical(ctx, body.markdown)
  const id = ctx.newId()
  await inTx(ctx, async (ctx) => {
    const ids = await lockOrder(ctx)
    const { name, hint } = body
    const by = { updated_at: ctx.now(), updated_by: ctx.viewer.id }
    await ctx.db
      .insertInto('page_template')
      .values({ id, position: ids.length, name, hint, markdown, ...by })
      .execute()
    await renumber(ctx, [...ids, id])
  })
  return id
}

/** Changes what a template says, or its place. Pages made from it stay as they are. @throws Problem not-found, forbidden, text-too-costly */
export async function updateTemplate(
  ctx: PersonContext,
  id: string,
  { position, markdown, ...rest }: z.output<typeof updateTemplateBody>,
): Promise<void> {
  allow(policy.manage(ctx.viewer))
  const text = markdown === undefined ? {} : { markdown: await canonical(ctx, markdown) }
  await inTx(ctx, async (ctx) => {
    const ids = await lockOrder(ctx)
    if (!ids.includes(id)) throw new Problem('not-found')
    const by = { updated_at: ctx.now(), updated_by: ctx.viewer.id }
    await ctx.db
      .updateTable('page_template')
      .set({ ...rest, ...text, ...by })
      .where('id', '=', id)
      .execute()
    if (position !== undefined) await renumber(ctx, ids.filter((one) => one !== id).toSpliced(position, 0, id))
  })
}

/** @throws Problem not-found, forbidden */
export async function deleteTemplate(ctx: PersonContext, id: string): Promise<void> {
  allow(policy.manage(ctx.viewer))
  const { numDeletedRows } = await ctx.db.deleteFrom('page_template').where('id', '=', id).executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new Problem('not-found')
}

/** As the product writes it back, so that nothing in it surprises a page. */
const canonical = async (ctx: Context, markdown: string): Promise<string> =>
  (await ctx.documents.run('seed', { title: '', markdown })).derived.markdown

/** All templates in their order, theirs alone until the end of the transaction. */
async function lockOrder(ctx: TxContext): Promise<string[]> {
  await sql`lock table page_template in share row exclusive mode`.execute(ctx.db)
  const rows = await ctx.db.selectFrom('page_template').select('id').orderBy('position').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

async function renumber(ctx: TxContext, ids: readonly string[]): Promise<void> {
  await sql`update page_template set position = place.n - 1 from unnest(${ids}::uuid[]) with ordinality as place (id, n)
    where page_template.id = place.id`.execute(ctx.db)
}
