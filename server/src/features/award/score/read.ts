import type { ScoresAnswer, ScoreVersion } from '@cenacle/contract/award-score'
import type { PersonContext } from '../../../context.ts'
import type { Db } from '../../../database/types.ts'
import * as policy from '../../../policy/award.ts'
import { Problem } from '../../../problem.ts'
import { asAuthor } from '../../votes/queries/people.ts'
import { recusedIn } from '../conflicts-found.ts'
import { allowRunning, committeeRole, getEdition } from '../rows.ts'
import { writeScore } from './exact.ts'
import { templateOf } from './template.ts'

/**
 * The versions of an edition's score, with their formulas, for the whole committee: no formula is secret. The scores themselves are
 * those who run the award's, until the palmarès is public: a jury does not read them before it votes.
 * @param number of the version whose scores are read; the current one when not said
 * @throws Problem not-found
 */
export async function readScores(ctx: PersonContext, editionId: string, number?: number): Promise<ScoresAnswer> {
  const { edition, phase } = await getEdition(ctx, editionId)
  const role = await committeeRole(ctx)
  const runs = policy.run(ctx.viewer, role)
  const isRecused = (await recusedIn(ctx.db, edition)).has(ctx.viewer.id)
  const versions = await listVersions(ctx.db, editionId)
  const version = number === undefined ? versions.at(-1) : versions.find((one) => one.number === number)
  if (number !== undefined && !version) throw new Problem('not-found')
  const isOpen = policy.readScores(ctx.viewer, { phase, runs })
  const scores = version && isOpen ? await scoresOf(ctx.db, version) : []
  return {
    versions,
    scores: isOpen
      ? scores.map(({ entryId, points }) => ({ entryId, value: writeScore(points, version?.decimals ?? 0) }))
      : null,
    can: { import: policy.importScores(ctx.viewer, { phase, role }, isRecused) },
  }
}

/** The versions of an edition, the current one last. */
export async function listVersions(db: Db, editionId: string): Promise<ScoreVersion[]> {
  const rows = await db
    .selectFrom('award_score_version as s')
    .leftJoin('person as p', 'p.id', 's.imported_by')
    .selectAll('s')
    .select((eb) => [
      'p.id as person_id',
      'p.name',
      'p.portrait_key',
      eb
        .selectFrom('award_score as o')
        .select((count) => count.fn.countAll().as('entries'))
        .whereRef('o.version_id', '=', 's.id')
        .as('entries'),
    ])
    .where('s.edition_id', '=', editionId)
    .orderBy('s.number')
    .execute()
  return rows.map(({ person_id, name, portrait_key, ...row }) => ({
    id: row.id,
    number: row.number,
    version: row.label,
    formula: row.formula,
    decimals: row.decimals,
    entries: Number(row.entries),
    hash: row.hash,
    fileHash: row.file_hash,
    by: asAuthor({ id: person_id, name, portrait_key }),
    at: row.imported_at.toISOString(),
  }))
}

/** The scores of one version, the highest first. */
export async function scoresOf(db: Db, version: { id: string }): Promise<{ entryId: string; points: number }[]> {
  const rows = await db
    .selectFrom('award_score')
    .select(['entry_id', 'points'])
    .where('version_id', '=', version.id)
    .orderBy('points', 'desc')
    .orderBy('entry_id')
    .execute()
  return rows.map(({ entry_id: entryId, points }) => ({ entryId, points }))
}

/** The file to fill in: every entry that takes part, by category. @throws Problem not-found, forbidden */
export async function writeTemplate(ctx: PersonContext, editionId: string): Promise<string> {
  await allowRunning(ctx)
  await getEdition(ctx, editionId)
  const entries = await ctx.db
    .selectFrom('award_entry as e')
    .innerJoin('award_category as c', 'c.id', 'e.category_id')
    .select(['e.id', 'e.title', 'e.organisation', 'c.name as category'])
    .where('e.edition_id', '=', editionId)
    .where('e.verdict', '<>', 'rejected')
    .orderBy('c.position')
    .orderBy('e.submitted_at')
    .orderBy('e.id')
    .execute()
  return templateOf(entries)
}
