import { sql } from 'kysely'
import type { AnnouncementAnswer, ArchiveAnswer, PalmaresAnswer } from '@cenacle/contract/award-jury'
import type { Context } from '../../context.ts'
import * as policy from '../../policy/award.ts'
import { Problem } from '../../problem.ts'
import { exportClosed, type VoteFile } from '../votes/queries/export.ts'
import { databaseClock } from '../votes/queries/rows.ts'
import { isRecused } from './deliberation.ts'
import { committeeRole } from './rows.ts'
import { listVersions } from './versions.ts'

const isPublic = sql<boolean>`coalesce(published_at <= cenacle_clock(), false)`

const findEdition = (ctx: Pick<Context, 'db'>, id: string) =>
  ctx.db.selectFrom('award_edition').selectAll().select(isPublic.as('public')).where('id', '=', id).executeTakeFirst()

/**
 * A palmarès, to anybody, from the instant of its publication on: the database's clock says so at the moment of reading, whether or
 * not anything has run.
 * @param version an earlier one than the last
 * @throws Problem not-found for an edition that nobody outside knows of yet, or a version that it does not have; embargo before that instant
 */
export async function readPalmares(ctx: Context, editionId: string, version?: number): Promise<PalmaresAnswer> {
  const edition = await findEdition(ctx, editionId)
  if (!edition?.called_at) throw new Problem('not-found')
  if (!edition.public) throw new Problem('embargo')
  const versions = await listVersions(ctx.db, edition)
  const found = version === undefined ? versions[0] : versions.find((one) => one.version === version)
  if (!found) throw new Problem('not-found')
  return { ...found, versions, can: { correct: await mayCorrect(ctx, edition) } }
}

const mayCorrect = async (ctx: Context, edition: Parameters<typeof isRecused>[1]['edition']): Promise<boolean> => {
  const { viewer } = ctx
  if (viewer.kind !== 'person') return false
  const role = await committeeRole(ctx)
  return (
    policy.run(viewer, role) && policy.deliberate(viewer, { role }, await isRecused({ ...ctx, viewer }, { edition }))
  )
}

/** When a palmarès opens: what anybody may know of it before. @throws Problem not-found */
export async function announcePalmares(ctx: Context, editionId: string): Promise<AnnouncementAnswer> {
  const now = await databaseClock(ctx.db)
  const edition = await findEdition(ctx, editionId)
  if (!edition?.called_at) throw new Problem('not-found')
  const { id, name, year, partner, published_at, embargo_at } = edition
  const opensAt = (published_at ?? embargo_at)?.toISOString() ?? null
  return { id, name, year, partner, opensAt, isPublic: edition.public, now: now.toISOString() }
}

/** The counts of one category, with which anybody recounts its order. @throws Problem as above */
export async function exportCounts(
  ctx: Context,
  { editionId, categoryId }: { editionId: string; categoryId: string },
  format: 'options' | 'summary',
): Promise<VoteFile> {
  const { palmares } = await readPalmares(ctx, editionId)
  const category = palmares.categories.find(({ id }) => id === categoryId)
  if (!category) throw new Problem('not-found')
  return exportClosed(ctx, category.voteId, format)
}

/** Published palmarès, the newest first; and those that will be. */
export async function listPalmares(ctx: Context): Promise<ArchiveAnswer> {
  const rows = await ctx.db
    .selectFrom('award_edition')
    .select(['id', 'name', 'year', 'published_at', 'embargo_at', isPublic.as('public')])
    .where('called_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .orderBy('year', 'desc')
    .execute()
  const items = rows.filter((row) => row.public)
  const coming = rows.filter((row) => !row.public)
  return {
    items: items.map(({ id, name, year, published_at }) => ({
      id,
      name,
      year,
      publishedAt: published_at?.toISOString() ?? '',
    })),
    coming: coming.map(({ id, name, year, published_at, embargo_at }) => ({
      id,
      name,
      year,
      opensAt: (published_at ?? embargo_at)?.toISOString() ?? null,
    })),
  }
}
