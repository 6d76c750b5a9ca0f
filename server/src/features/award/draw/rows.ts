import { randomBytes } from 'node:crypto'
import { drawCommit } from '@cenacle/tally/draw'
import type { Db, Tx } from '../../../database/types.ts'
import { sha256 } from '../../../ids.ts'
import type { CategoryRow } from '../rows.ts'

/**
 * Draws a nonce for each category and keeps it, unknown to everybody, until its team is drawn.
 * @returns by category what the journal promises, SHA-256 of each
 */
export async function promiseDraws(db: Tx, categories: readonly CategoryRow[]): Promise<Record<string, string>> {
  const rows = categories.map(({ id }) => ({ category_id: id, nonce: randomBytes(16).toString('hex') }))
  await db.insertInto('award_draw').values(rows).execute()
  return Object.fromEntries(rows.map(({ category_id, nonce }) => [category_id, drawCommit(sha256, nonce)]))
}

/** By category how many were drawn, null where nobody was yet; nothing for one whose call opened before draws were promised. */
export async function drawnTeams(
  db: Db,
  categories: readonly Pick<CategoryRow, 'id'>[],
): Promise<Map<string, { places: number | null }>> {
  if (categories.length === 0) return new Map()
  const rows = await db
    .selectFrom('award_draw')
    .select(['category_id', 'places'])
    .where(
      'category_id',
      'in',
      categories.map(({ id }) => id),
    )
    .execute()
  return new Map(rows.map(({ category_id, places }) => [category_id, { places }]))
}

/** Whether the team of a category was drawn, so that nobody chooses it. */
export const wasDrawn = async (db: Db, categoryId: string): Promise<boolean> =>
  ((await drawnTeams(db, [{ id: categoryId }])).get(categoryId)?.places ?? null) !== null

/** Those of some people who have a seat, and are not suspended. */
export async function stillJudge(db: Db, people: readonly { id: string }[]): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where(
      'id',
      'in',
      people.map(({ id }) => id),
    )
    .where('role', '=', 'member')
    .where('suspended_at', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
