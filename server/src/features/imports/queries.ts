import { type Selectable, sql } from 'kysely'
import type { ImportAnswer, ImportFault, ImportItem } from '@cenacle/contract/import'
import type { List } from '@cenacle/contract/paging'
import type { PersonContext, World } from '../../context.ts'
import type { ImportTable } from '../../database/schema.gen.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/space.ts'
import { Problem } from '../../problem.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'

export type ImportRow = Selectable<ImportTable>
type Counts = { pages: number; images: number; done: number; total: number }

/** How much there is to do in an import, and how much is done: a step for each page and each image. */
const counts = sql<Counts>`(select json_build_object(
    'pages', (select count(*) from import_page where import_id = import.id and not failed),
    'images', (select count(*) from import_image where import_id = import.id and not failed),
    'done', (select count(*) from import_page where import_id = import.id and (failed or seed_update is not null))
      + (select count(*) from import_image where import_id = import.id and (failed or key is not null)),
    'total', (select count(*) from import_page where import_id = import.id)
      + (select count(*) from import_image where import_id = import.id)))`

/** The viewer's imports into a space, the newest first. @throws Problem not-found, forbidden */
export async function listImports(ctx: PersonContext, idOrSlug: string): Promise<List<ImportItem>> {
  const space = await getSpace(ctx, idOrSlug)
  allow(policy.write(factsOf(space)))
  const rows = await ctx.db
    .selectFrom('import')
    .selectAll()
    .select(counts.as('counts'))
    .where('space_id', '=', space.id)
    .where('person_id', '=', ctx.viewer.id)
    .where('expires_at', '>', ctx.now())
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()
  return { items: rows.map(present), next: null }
}

/** An import of the viewer's. @throws Problem not-found, also of somebody else's */
export async function getImport(ctx: PersonContext, importId: string): Promise<ImportAnswer> {
  const row = await ctx.db
    .selectFrom('import')
    .selectAll()
    .select(counts.as('counts'))
    .where('id', '=', importId)
    .where('person_id', '=', ctx.viewer.id)
    .where('expires_at', '>', ctx.now())
    .executeTakeFirst()
  if (!row) throw new Problem('not-found')
  await getSpace(ctx, row.space_id)
  const pages = await ctx.db
    .selectFrom('import_page as page')
    .leftJoin('import_page as above', (join) =>
      join.onRef('above.import_id', '=', 'page.import_id').onRef('above.n', '=', 'page.parent'),
    )
    .select(['page.id', 'page.title', 'page.path', 'above.id as parentId'])
    .where('page.import_id', '=', importId)
    .where('page.failed', '=', false)
    .orderBy('page.n')
    .execute()
  const faults = row.faults as ImportFault[]
  return { ...present(row), parentId: row.parent_id, pages, faults, failure: row.failure }
}

const present = (row: ImportRow & { counts: Counts }): ImportItem => ({
  id: row.id,
  spaceId: row.space_id,
  name: row.name,
  state: row.state,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  pageCount: row.counts.pages,
  imageCount: row.counts.images,
  progress: row.state === 'done' ? { done: row.counts.total, total: row.counts.total } : row.counts,
})

/** Whether a page is there, in that space. */
export async function isPageOf(ctx: Pick<World, 'db'>, spaceId: string, pageId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('page')
    .select('id')
    .where('id', '=', pageId)
    .where('space_id', '=', spaceId)
    .where('revision_of', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes the images away that an import has stored, when its pages do not come in. */
export async function forgetImages(ctx: Pick<World, 'db' | 'files'>, importId: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('import_image')
    .select('key')
    .where('import_id', '=', importId)
    .where('key', 'is not', null)
    .execute()
  const keys = rows.flatMap(({ key }) => key ?? [])
  if (keys.length === 0) return
  await ctx.db.deleteFrom('file').where('key', 'in', keys).execute()
  for (const key of keys) await ctx.files.remove(key)
}
