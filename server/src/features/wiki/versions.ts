import type { VersionItem } from '@cenacle/contract/page'
import type { List } from '@cenacle/contract/paging'
import type { Context } from '../../context.ts'
import { decodeCursor, encodeCursor } from '../../database/paging.ts'
import { HOUR_MS, MINUTE_MS } from '../../time.ts'
import { presentAuthor } from '../accounts/present.ts'
import { listNames } from './history-names.ts'
import { NOBODY } from './nobody.ts'
import { getPage } from './rows.ts'

/** A pause longer than this ends a stretch of work, and so does the hour: the same as compaction respects, or finer. */
const PAUSE_MS = 5 * MINUTE_MS
const CHUNK = 2_000

interface Row {
  seq: number
  person_id: string
  at: Date
}
interface Version {
  seq: number
  at: Date
  personId: string
  edits: number
  /** Newest seq of its stretch: where reading starts again for what follows. */
  top: number
}

/**
 * The history of a page, newest first: within each stretch of work, one version for each person who wrote, at their last edit.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function listVersions(
  ctx: Context,
  pageId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<List<VersionItem>> {
  await getPage(ctx, pageId)
  const [top, below] = cursor ? decodeCursor(cursor, ['number', 'number']) : [Number.MAX_SAFE_INTEGER, undefined]
  const names = new Map((await listNames(ctx, pageId)).map(({ seq, name }) => [seq, name]))
  const versions = await readVersions(ctx, pageId, { top, below, count: limit + 1, names })
  const shown = versions.slice(0, limit)
  const last = shown.at(-1)
  const people = await peopleOf(ctx, shown)
  return {
    items: shown.map(({ seq, at, personId, edits }) => ({
      seq,
      at: at.toISOString(),
      author: people.get(personId) ?? null,
      edits,
      name: names.get(seq) ?? null,
    })),
    next: versions.length > limit && last ? encodeCursor([last.top, last.seq]) : null,
  }
}

async function readVersions(
  ctx: Context,
  pageId: string,
  {
    top,
    below,
    count,
    names,
  }: { top: number; below: number | undefined; count: number; names: ReadonlyMap<number, string> },
): Promise<Version[]> {
  const found: Version[] = []
  const take = (stretch: readonly Row[]): void => {
    found.push(...versionsOf(stretch).filter(({ seq }) => below === undefined || seq < below))
  }
  let stretch: Row[] = []
  for (let at = top; ; ) {
    const rows = await rowsDown(ctx, pageId, at)
    for (const row of rows) {
      const last = stretch.at(-1)
      if (last && (names.has(row.seq) || endsBetween(row, last))) {
        take(stretch)
        stretch = []
        if (found.length >= count) return found
      }
      stretch.push(row)
    }
    if (rows.length < CHUNK) break
    at = (rows.at(-1)?.seq ?? 1) - 1
  }
  take(stretch)
  return found
}

const rowsDown = (ctx: Context, pageId: string, from: number): Promise<Row[]> =>
  ctx.db
    .selectFrom('page_update')
    .select(['seq', 'person_id', 'at'])
    .where('page_id', '=', pageId)
    .where('seq', '<=', from)
    .where('person_id', '!=', NOBODY)
    .orderBy('seq', 'desc')
    .limit(CHUNK)
    .execute()

const hourOf = ({ at }: Row): number => Math.floor(at.getTime() / HOUR_MS)
const endsBetween = (older: Row, newer: Row): boolean =>
  newer.at.getTime() - older.at.getTime() > PAUSE_MS || hourOf(older) !== hourOf(newer)

/** @param stretch newest first */
function versionsOf(stretch: readonly Row[]): Version[] {
  const top = stretch[0]?.seq ?? 0
  return [...Map.groupBy(stretch, (row) => row.person_id)].map(([personId, rows]) => {
    const [last] = rows
    if (!last) throw new Error('a group has at least one row')
    return { seq: last.seq, at: last.at, personId, edits: rows.length, top }
  })
}

async function peopleOf(ctx: Context, versions: readonly Version[]) {
  const ids = [...new Set(versions.map(({ personId }) => personId))]
  if (ids.length === 0) return new Map<string, ReturnType<typeof presentAuthor>>()
  const rows = await ctx.db.selectFrom('person').select(['id', 'name', 'portrait_key']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, presentAuthor(row)]))
}
