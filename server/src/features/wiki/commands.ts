import type { z } from 'zod'
import type { Rooms } from '@cenacle/collab/rooms'
import type { createPageBody, updatePageBody } from '@cenacle/contract/page'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Seed } from '../../documents/jobs.ts'
import { record } from '../../events/record.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/page.ts'
import * as spacePolicy from '../../policy/space.ts'
import { invalidField } from '../../problem.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
import { editPage } from './edit.ts'
import { storeLinks } from './links.ts'
import { derivedColumns, getPage, indexPage, type TxContext } from './rows.ts'
import { textOfTemplate } from './templates.ts'
import { checkParent, lastPosition, lockTree, place } from './tree.ts'

/**
 * Creates a page from Markdown or from a template, as the last of its siblings. The viewer is its author.
 * @returns its id
 * @throws Problem not-found, forbidden, invalid (unknown parent or template), too-large, text-too-costly
 */
export async function createPage(
  ctx: PersonContext,
  idOrSlug: string,
  body: z.output<typeof createPageBody> & { id?: string },
): Promise<string> {
  allow(spacePolicy.write(factsOf(await getSpace(ctx, idOrSlug))))
  const markdown = body.templateId ? await textOfTemplate(ctx, body.templateId) : body.markdown
  const seed = await ctx.documents.run('seed', { title: body.title, markdown })
  return insertPage(ctx, idOrSlug, { id: body.id ?? ctx.newId(), parentId: body.parentId, seed })
}

/**
 * Creates a page from a document that is ready. Document, texts and place are one transaction, under an id that nobody knows before: a page
 * is seeded once or not at all.
 * @returns its id
 */
export async function insertPage(
  ctx: PersonContext,
  idOrSlug: string,
  { id, parentId, seed }: { id: string; parentId: string | null; seed: Seed },
): Promise<string> {
  return inTx(ctx, async (ctx) => {
    const space = await getSpace(ctx, idOrSlug)
    allow(spacePolicy.write(factsOf(space)))
    await lockTree(ctx, space.id)
    await checkParent(ctx, space.id, parentId)
    const at = ctx.now()
    const position = await lastPosition(ctx, space.id, parentId)
    const place = { id, space_id: space.id, parent_id: parentId, position, author_id: ctx.viewer.id }
    await ctx.db
      .insertInto('page')
      .values({ ...place, ...derivedColumns(seed.derived), derived_seq: 1, created_at: at, updated_at: at })
      .execute()
    await writeFirstRow(ctx, id, seed)
    await storeLinks(ctx, id, seed.derived.html)
    await indexPage(ctx, id)
    await record(ctx, { type: 'page.created', spaceId: space.id, ids: { pageId: id, spaceId: space.id } })
    return id
  })
}

/**
 * Creates a revision of a page from a document that is ready. It is in no tree.
 * @returns its id
 * @throws Problem not-found, forbidden
 */
export async function insertRevision(
  ctx: TxContext,
  { id, of, base, seed }: { id: string; of: string; base: number; seed: Seed },
): Promise<string> {
  const page = await getPage(ctx, of)
  allow(policy.propose(page.facts))
  const at = ctx.now()
  const place = { id, space_id: page.space_id, revision_of: of, revision_base: base, author_id: ctx.viewer.id }
  await ctx.db
    .insertInto('page')
    .values({ ...place, ...derivedColumns(seed.derived), derived_seq: 1, created_at: at, updated_at: at })
    .execute()
  await writeFirstRow(ctx, id, seed)
  await storeLinks(ctx, id, seed.derived.html)
  await indexPage(ctx, id)
  await record(ctx, { type: 'page.changed', spaceId: page.space_id, ids: { pageId: of, spaceId: page.space_id } })
  return id
}

/** The page's document as the first row of its log; nobody can be in its room yet. */
async function writeFirstRow(ctx: TxContext, pageId: string, seed: Seed): Promise<void> {
  const person_id = ctx.viewer.id
  await ctx.db.updateTable('page_head').set({ seq: 1 }).where('page_id', '=', pageId).execute()
  await ctx.db
    .insertInto('page_update')
    .values({ page_id: pageId, seq: 1, person_id, nonce: 0, bytes: Buffer.from(seed.update), at: ctx.now() })
    .execute()
  await ctx.db.insertInto('page_client').values({ page_id: pageId, client_id: seed.clientId, person_id }).execute()
}

/**
 * Renames a page, through its room, or moves it in the tree of its space.
 * @throws Problem not-found, forbidden, invalid (a parent that is in another space, or below the page)
 */
export async function updatePage(
  ctx: PersonContext,
  rooms: Rooms,
  pageId: string,
  { title, parentId, position }: z.output<typeof updatePageBody>,
): Promise<void> {
  const page = await getPage(ctx, pageId)
  const moves = parentId !== undefined || position !== undefined
  // A title is text of the page: whoever runs the space moves a frozen page, and writes nothing in it.
  allow(policy.write(page.facts) || (title === undefined && policy.manage(ctx.viewer, page.facts)))
  if (moves) {
    await inTx(ctx, async (ctx) => {
      await lockTree(ctx, page.space_id)
      const now = await getPage(ctx, pageId)
      allow(policy.manage(ctx.viewer, now.facts))
      if (now.revision_of !== null) throw invalidField('/parentId', 'not-allowed')
      const under = parentId === undefined ? now.parent_id : parentId
      await checkParent(ctx, now.space_id, under)
      await place(ctx, now, under, position ?? (await lastPosition(ctx, now.space_id, under)))
      await record(ctx, { type: 'page.changed', spaceId: now.space_id, ids: { pageId, spaceId: now.space_id } })
    })
  }
  if (title !== undefined) await editPage(ctx, rooms, pageId, (state) => ctx.documents.run('edit', { state, title }))
}
