import type { ImportFault } from '@cenacle/contract/import'
import { posix } from 'node:path'
import { sql } from 'kysely'
import type { PersonContext, World } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Derived } from '../../documents/derive.ts'
import type { Links, Seed } from '../../documents/jobs.ts'
import { enqueue, type Handler, type Handlers } from '../../jobs/jobs.ts'
import { Problem } from '../../problem.ts'
import { storeImage } from '../files/commands.ts'
import { insertPage } from '../wiki/commands.ts'
import { EXPIRE_JOB, type KeptTarget, RUN_JOB } from './commands.ts'
import { forgetImages, type ImportRow, isPageOf } from './queries.ts'
import { BUDGET_MS, faultOf } from './source.ts'

/** After this long a job makes room for the others, and goes on behind them, ms. */
const SLICE_MS = 8_000

/**
 * Goes on with an import: an image or a page at a time, each kept once it is ready, so that it can be cut off anywhere and done twice. In
 * the end all pages come into being in one transaction: a space has the whole of an import, or nothing.
 */
const runImport: Handler = async (world, { importId }) => {
  const until = performance.now() + SLICE_MS
  for (;;) {
    const run = await openRun(world, String(importId))
    if (!run) return
    try {
      if (!(await step(run.ctx, run.row))) return await finish(run.ctx, run.row)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // Rights that were taken meanwhile.
      return fail(world, run.row.id, error.code)
    }
    if (performance.now() > until) return enqueue(world, RUN_JOB, { importId })
  }
}

interface Run {
  ctx: PersonContext
  row: ImportRow
}

async function openRun(world: World, importId: string): Promise<Run | undefined> {
  const row = await world.db
    .selectFrom('import')
    .selectAll()
    .where('id', '=', importId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (!row) return undefined
  const person = await world.db
    .selectFrom('person')
    .select(['id', 'name', 'role', 'is_administrator', 'created_at'])
    .where('id', '=', row.person_id)
    .where('suspended_at', 'is', null)
    .executeTakeFirst()
  if (!person) {
    await fail(world, importId, 'forbidden')
    return undefined
  }
  const { id, name, role, is_administrator: administrator, created_at: confirmedAt } = person
  return {
    ctx: { ...world, viewer: { kind: 'person', id, name, role, administrator, sessionId: '', confirmedAt } },
    row,
  }
}

/** Does one piece of work. @returns false when there is none left */
async function step(ctx: PersonContext, row: ImportRow): Promise<boolean> {
  return (await stepImage(ctx, row)) || stepPage(ctx, row)
}

async function stepImage(ctx: PersonContext, { id, space_id }: ImportRow): Promise<boolean> {
  const image = await ctx.db
    .selectFrom('import_image')
    .select(['path', 'bytes'])
    .where('import_id', '=', id)
    .where('key', 'is', null)
    .where('failed', '=', false)
    .limit(1)
    .executeTakeFirst()
  if (!image) return false
  const set = (values: { key: string } | { failed: true }) =>
    ctx.db
      .updateTable('import_image')
      .set(values)
      .where('import_id', '=', id)
      .where('path', '=', image.path)
      .where('key', 'is', null)
      .returning('path')
      .executeTakeFirst()
  try {
    const { key } = await storeImage(ctx, space_id, posix.basename(image.path), image.bytes, { imported: true })
    // Somebody else was faster, or it was given up.
    if (!(await set({ key }))) await forgetFile(ctx, key)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'unsupported-image') throw error
    await set({ failed: true })
    await addFault(ctx, id, { path: image.path, code: 'image-unreadable' })
  }
  return true
}

async function forgetFile(ctx: PersonContext, key: string): Promise<void> {
  await ctx.db.deleteFrom('file').where('key', '=', key).execute()
  await ctx.files.remove(key)
}

async function stepPage(ctx: PersonContext, { id }: ImportRow): Promise<boolean> {
  const page = await ctx.db
    .selectFrom('import_page')
    .select(['n', 'title', 'text', 'path', 'links'])
    .where('import_id', '=', id)
    .where('seed_update', 'is', null)
    .where('failed', '=', false)
    .orderBy('n')
    .limit(1)
    .executeTakeFirst()
  if (!page) return false
  const links = await linksOf(ctx, id, page.links as Record<string, KeptTarget>)
  const set = (values: { failed: true } | ReturnType<typeof seedColumns>) =>
    ctx.db.updateTable('import_page').set(values).where('import_id', '=', id).where('n', '=', page.n).execute()
  const seed = await ctx.documents
    .run('seedFile', { title: page.title, text: page.text, links }, BUDGET_MS)
    .catch((error: unknown) => ({ code: faultOf(error) }))
  if ('update' in seed) await set(seedColumns(seed))
  else {
    await set({ failed: true })
    await addFault(ctx, id, { path: page.path ?? page.title, code: seed.code })
  }
  return true
}

const seedColumns = ({ update, clientId, derived }: Seed) => ({
  seed_update: Buffer.from(update),
  seed_client: clientId,
  seed_derived: JSON.stringify(derived),
})

async function linksOf(ctx: PersonContext, importId: string, kept: Record<string, KeptTarget>): Promise<Links> {
  const pages = await ctx.db.selectFrom('import_page').select(['n', 'id']).where('import_id', '=', importId).execute()
  const images = await ctx.db
    .selectFrom('import_image')
    .select(['path', 'key'])
    .where('import_id', '=', importId)
    .execute()
  const ids = new Map(pages.map(({ n, id }) => [n, id]))
  const keys = new Map(images.map(({ path, key }) => [path, key]))
  const links: Links = {}
  for (const [address, target] of Object.entries(kept)) {
    if ('page' in target) links[address] = `/pages/${ids.get(target.page)}${target.hash}`
    else if (keys.get(target.image)) links[address] = `/api/files/${keys.get(target.image)}`
    // What could not be read is not shown as if it were there; its description stays.
    else links[address] = null
  }
  return links
}

async function finish(ctx: PersonContext, { id }: ImportRow): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const row = await ctx.db
      .selectFrom('import')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'running')
      .forUpdate()
      .executeTakeFirst()
    if (!row) return
    const under = row.parent_id !== null && (await isPageOf(ctx, row.space_id, row.parent_id)) ? row.parent_id : null
    const pages = await ctx.db.selectFrom('import_page').selectAll().where('import_id', '=', id).orderBy('n').execute()
    for (const page of pages) {
      if (page.failed || !page.seed_update || page.seed_client === null || page.seed_derived === null) continue
      const derived = JSON.parse(page.seed_derived) as Derived
      const seed = { update: page.seed_update, clientId: page.seed_client, derived }
      await insertPage(ctx, row.space_id, { id: page.id, parentId: parentOf(page, pages) ?? under, seed })
    }
    await ctx.db.updateTable('import').set({ state: 'done', parent_id: under }).where('id', '=', id).execute()
    const empty = { text: '', seed_update: null, seed_derived: null }
    await ctx.db.updateTable('import_page').set(empty).where('import_id', '=', id).execute()
    await ctx.db
      .updateTable('import_image')
      .set({ bytes: Buffer.alloc(0) })
      .where('import_id', '=', id)
      .execute()
  })
}

interface Placed {
  n: number
  id: string
  parent: number | null
  failed: boolean
}

/** The nearest page above that came in. */
function parentOf(page: Placed, pages: readonly Placed[]): string | undefined {
  for (let { parent } = page; parent !== null; ) {
    const above: Placed | undefined = pages[parent]
    if (!above) return undefined
    if (!above.failed) return above.id
    parent = above.parent
  }
  return undefined
}

async function fail(world: World, importId: string, failure: string): Promise<void> {
  await inTx(world, async (ctx) => {
    await ctx.db.updateTable('import').set({ state: 'failed', failure }).where('id', '=', importId).execute()
    await forgetImages(ctx, importId)
  })
}

const addFault = (ctx: PersonContext, importId: string, fault: ImportFault) =>
  sql`update import set faults = faults || ${JSON.stringify([fault])}::jsonb where id = ${importId}::uuid`.execute(
    ctx.db,
  )

/** Forgets the imports of which the day is over. Due once for each, it does the work of all that are. */
const expireImports: Handler = async (world) => {
  const over = await world.db
    .selectFrom('import')
    .select(['id', 'state'])
    .where('expires_at', '<=', world.now())
    .execute()
  for (const { id, state } of over) {
    await inTx(world, async (ctx) => {
      if (state !== 'done') await forgetImages(ctx, id)
      await ctx.db.deleteFrom('import').where('id', '=', id).execute()
    })
  }
}

export const importJobs: Handlers = { [RUN_JOB]: runImport, [EXPIRE_JOB]: expireImports }
