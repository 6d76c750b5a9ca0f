import type { ImportAnswer, ImportFault } from '@cenacle/contract/import'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/space.ts'
import { invalidField, Problem } from '../../problem.ts'
import { after, DAY_MS } from '../../time.ts'
import { factsOf, getSpace, type SpaceRow } from '../spaces/queries.ts'
import type { Planned } from './plan.ts'
import { forgetImages, getImport, type ImportRow, isPageOf } from './queries.ts'
import {
  brokenIn,
  faultOf,
  nearestAbove,
  type Outlined,
  outlinePages,
  placesOf,
  type Targets,
  targetsOf,
} from './source.ts'
import { type Unpacked, unpack, type Upload } from './uploads.ts'

export const RUN_JOB = 'import.run'
export const EXPIRE_JOB = 'import.expire'
/** Imports of one person that wait to be started; older ones go. */
const WAITING_MAX = 5

/** Where an address leads, as it is kept until the import runs. */
export type KeptTarget = { page: number; hash: string } | { image: string }
interface Draft {
  outlined: readonly Outlined[]
  links: readonly Record<string, KeptTarget>[]
  images: ReadonlyMap<string, Uint8Array>
  faults: readonly ImportFault[]
}

/** Asked before anything is received. @throws Problem not-found, forbidden */
export async function allowImport(ctx: PersonContext, idOrSlug: string): Promise<SpaceRow> {
  const space = await getSpace(ctx, idOrSlug)
  allow(policy.write(factsOf(space)))
  return space
}

/**
 * Takes apart what somebody sent, and keeps it for a day so that it can be looked at and started. Nothing comes into the space.
 * @throws Problem not-found, forbidden, and what `unpack` throws
 */
export async function draftImport(
  ctx: PersonContext,
  idOrSlug: string,
  uploads: readonly Upload[],
): Promise<ImportAnswer> {
  const space = await allowImport(ctx, idOrSlug)
  const unpacked = await unpack(ctx, uploads)
  const draft = await plan(ctx, unpacked)
  const id = ctx.newId()
  await inTx(ctx, async (ctx) => {
    const at = ctx.now()
    const expires_at = after(at, DAY_MS)
    const row = { id, space_id: space.id, person_id: ctx.viewer.id, name: unpacked.name, state: 'preview' } as const
    const faults = JSON.stringify(draft.faults)
    await ctx.db
      .insertInto('import')
      .values({ ...row, faults, created_at: at, expires_at })
      .execute()
    await ctx.db.insertInto('import_page').values(pageRows(id, draft)).execute()
    for (const [path, bytes] of draft.images) {
      const image = { import_id: id, path, bytes: Buffer.from(bytes) }
      await ctx.db.insertInto('import_image').values(image).execute()
    }
    await forgetOldest(ctx)
    await enqueue(ctx, EXPIRE_JOB, {}, expires_at)
  })
  return getImport(ctx, id)
}

async function plan(ctx: PersonContext, unpacked: Unpacked): Promise<Draft> {
  const faults = [...unpacked.faults]
  const outlined = await outlinePages(ctx, unpacked, (path, code) => faults.push({ path, code }))
  if (!outlined.some(({ page }) => page.path !== null)) throw new Problem('import-empty')
  const places = placesOf(outlined, unpacked.images)
  const numbers = new Map(outlined.map(({ page }, n) => [page.path, n]))
  const targets = outlined.map((one) => targetsOf(one, places))
  faults.push(...targets.flatMap((found, n) => brokenIn(found, outlined[n]?.page.path ?? '')))
  const images = new Map<string, Uint8Array>()
  for (const path of new Set(targets.flatMap(imagesIn))) {
    try {
      images.set(path, await unpacked.image(path))
    } catch (error) {
      if (error instanceof Problem && error.code === 'archive-bomb') throw error
      faults.push({ path, code: faultOf(error) })
    }
  }
  return { outlined, links: targets.map((found) => keptTargets(found, numbers, images)), images, faults }
}

const imagesIn = (targets: Targets): string[] =>
  [...targets.values()].flatMap((target) => (target.kind === 'image' ? [target.path] : []))

function keptTargets(
  targets: Targets,
  numbers: ReadonlyMap<string | null, number>,
  images: ReadonlyMap<string, unknown>,
): Record<string, KeptTarget> {
  const kept: Record<string, KeptTarget> = {}
  for (const [address, target] of targets) {
    const page = target.kind === 'page' ? numbers.get(target.path) : undefined
    if (target.kind === 'page' && page !== undefined) kept[address] = { page, hash: target.hash }
    else if (target.kind === 'image' && images.has(target.path)) kept[address] = { image: target.path }
  }
  return kept
}

function pageRows(import_id: string, { outlined, links }: Draft) {
  const numbers = new Map<Planned, number>()
  return outlined.map(({ page, id, text, outline }, n) => {
    const parent = nearestAbove(page, numbers) ?? null
    numbers.set(page, n)
    const title = outline.title ?? page.fallbackTitle
    return { import_id, n, id, parent, path: page.path, title, text, links: JSON.stringify(links[n] ?? {}) }
  })
}

async function forgetOldest(ctx: PersonContext): Promise<void> {
  const waiting = ctx.db.selectFrom('import').where('person_id', '=', ctx.viewer.id).where('state', '=', 'preview')
  await ctx.db
    .deleteFrom('import')
    .where('id', 'in', waiting.select('id').orderBy('created_at', 'desc').orderBy('id', 'desc').offset(WAITING_MAX))
    .execute()
}

/**
 * Starts an import that was looked at; started again, it goes on.
 * @param parentId the page under which it goes
 * @throws Problem not-found, forbidden, invalid (unknown parent), conflict (it ended)
 */
export async function startImport(
  ctx: PersonContext,
  importId: string,
  parentId: string | null,
): Promise<ImportAnswer> {
  await inTx(ctx, async (ctx) => {
    const row = await lockImport(ctx, importId)
    const space = await getSpace(ctx, row.space_id)
    allow(policy.write(factsOf(space)))
    if (row.state === 'running' || row.state === 'done') return
    if (row.state !== 'preview') throw new Problem('conflict')
    if (parentId !== null && !(await isPageOf(ctx, row.space_id, parentId)))
      throw invalidField('/parentId', 'not-found')
    await ctx.db
      .updateTable('import')
      .set({ state: 'running', parent_id: parentId })
      .where('id', '=', importId)
      .execute()
    await enqueue(ctx, RUN_JOB, { importId })
  })
  return getImport(ctx, importId)
}

/**
 * Gives an import up: nothing of it is in the space. One that is done is only forgotten; its pages stay.
 * @throws Problem not-found
 */
export async function dropImport(ctx: PersonContext, importId: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const { state } = await lockImport(ctx, importId)
    if (state !== 'done') await forgetImages(ctx, importId)
    await ctx.db.deleteFrom('import').where('id', '=', importId).execute()
  })
}

async function lockImport(ctx: PersonContext, importId: string): Promise<ImportRow> {
  const row = await ctx.db
    .selectFrom('import')
    .selectAll()
    .where('id', '=', importId)
    .where('person_id', '=', ctx.viewer.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found')
  return row
}
