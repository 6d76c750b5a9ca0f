import type { z } from 'zod'
import type { importScoresForm, ScoreReport } from '@cenacle/contract/award-score'
import type { FieldError } from '@cenacle/contract/problems'
import { foldName } from '@cenacle/contract/text'
import { canonical } from '@cenacle/tally/canonical'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Db } from '../../../database/types.ts'
import { sha256 } from '../../../ids.ts'
import { Problem } from '../../../problem.ts'
import { recusedIn } from '../conflicts-found.ts'
import { allowPhase, allowRunning, type ActingInTx, getEdition, type Held, noteDone, runEdition } from '../rows.ts'
import { writeScore } from './exact.ts'
import { lookAt, type Scorable } from './report.ts'

/** When there are entries to score, and no jury yet. */
const PHASES = ['eligibility', 'shortlist'] as const

const MOST_VERSIONS = 100

/** Whether somebody may import now, before their file is taken in. @throws Problem not-found, forbidden, edition-frozen, recused */
export async function allowImport(ctx: PersonContext, editionId: string): Promise<void> {
  await allowRunning(ctx)
  await allowHeld(ctx, await getEdition(ctx, editionId))
}

/** A score is of every entry: whoever has a conflict of interest about one imports none. */
async function allowHeld({ db, viewer }: Pick<PersonContext, 'db' | 'viewer'>, held: Held): Promise<void> {
  allowPhase(held, ...PHASES)
  if ((await recusedIn(db, held.edition)).has(viewer.id)) throw new Problem('recused')
}

/** What a file would import, line by line; nothing is kept of it. @throws Problem not-found, forbidden, edition-frozen, recused */
export async function checkScores(
  ctx: PersonContext,
  editionId: string,
  bytes: Uint8Array,
  decimals: number,
): Promise<ScoreReport> {
  await allowImport(ctx, editionId)
  return lookAt(bytes, await scorables(ctx.db, editionId), decimals).report
}

/**
 * Imports scores as a new version, whole or not at all; the versions before stay as they are.
 * @throws Problem not-found, forbidden, edition-frozen, recused; scores-refused for a file with any fault; scores-stale when another version
 * came meanwhile; score-version-taken
 */
export const importScores = (
  ctx: PersonContext,
  editionId: string,
  bytes: Uint8Array,
  form: z.output<typeof importScoresForm>,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const held = await runEdition(ctx, editionId)
    await allowHeld(ctx, held)
    const before = await ctx.db
      .selectFrom('award_score_version')
      .select(['number', 'label_key'])
      .where('edition_id', '=', editionId)
      .orderBy('number')
      .execute()
    if (before.length >= MOST_VERSIONS) throw new Problem('conflict', { detail: 'Il y a déjà trop de versions.' })
    const number = before.at(-1)?.number ?? 0
    if (number !== form.after) throw new Problem('scores-stale')
    if (before.some(({ label_key }) => label_key === foldName(form.version))) throw new Problem('score-version-taken')
    const { report, points } = lookAt(bytes, await scorables(ctx.db, editionId), form.decimals)
    if (!report.ok) throw refusal(report)
    const hash = await store(ctx, { editionId, number: number + 1, bytes, form, points, at: held.now })
    await noteDone(ctx, held.edition, 'scores.imported', {
      version: form.version,
      number: number + 1,
      hash,
      entries: points.size,
    })
  })

interface NewVersion {
  editionId: string
  number: number
  bytes: Uint8Array
  form: z.output<typeof importScoresForm>
  points: ReadonlyMap<string, number>
  at: Date
}

/** @returns the version's hash */
async function store(ctx: ActingInTx, { editionId, number, bytes, form, points, at }: NewVersion): Promise<string> {
  const { version, formula, decimals } = form
  const hash = hashOf({ edition: editionId, version, formula, decimals }, points)
  const id = ctx.newId()
  await ctx.db
    .insertInto('award_score_version')
    .values({
      id,
      edition_id: editionId,
      number,
      label: version,
      label_key: foldName(version),
      formula,
      decimals,
      hash,
      file_hash: sha256(bytes),
      imported_by: ctx.viewer.id,
      imported_at: at,
    })
    .execute()
  await ctx.db
    .insertInto('award_score')
    .values([...points].map(([entry_id, value]) => ({ version_id: id, entry_id, points: value })))
    .execute()
  return hash
}

/** What a version is known by: its formula and its scores, by entry. */
export function hashOf(
  version: { edition: string; version: string; formula: string; decimals: number },
  points: ReadonlyMap<string, number>,
): string {
  const scores = Object.fromEntries([...points].map(([id, value]) => [id, writeScore(value, version.decimals)]))
  return sha256(canonical({ ...version, scores }))
}

async function scorables(db: Db, editionId: string): Promise<Scorable[]> {
  const rows = await db
    .selectFrom('award_entry')
    .select(['id', 'title', 'verdict'])
    .where('edition_id', '=', editionId)
    .orderBy('submitted_at')
    .orderBy('id')
    .execute()
  // Of one that was rejected a score may be there: the file may be older than the verdict.
  return rows.map(({ id, title, verdict }) => ({ id, title, needed: verdict !== 'rejected' }))
}

/** The same report for who sends a file without having looked at it: as many faults as fit, by line and column. */
function refusal({ faults, faultCount }: ScoreReport): Problem {
  const errors = faults.slice(0, 50).map(
    ({ line, column, code, value }): FieldError => ({
      pointer: `/lines/${line ?? '-'}${column ? `/${column}` : ''}`,
      code,
      detail: [line === null ? 'Tout le fichier' : `Ligne ${line}`, column, value && `« ${value} »`]
        .filter(Boolean)
        .join(', '),
    }),
  )
  const detail = `${faultCount} ${faultCount > 1 ? 'points sont' : 'point est'} à corriger dans ce fichier.`
  return new Problem('scores-refused', { detail, errors })
}
