import { compact } from '@cenacle/collab/compaction'
import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import type { DatabaseLog } from './log.ts'

interface Needs {
  database: Database
  log: DatabaseLog
  now: () => Date
  versionsOf: (pageId: string) => Promise<number[]>
  onError: (error: unknown) => void
}

const EVERY_MS = 10 * 60_000
/** Rows younger than this may still be asked for by a retry or by another process. */
const OLD_MS = 15 * 60_000
/** A page with fewer raw rows is left alone. */
const MANY = 100
const PAGES_AT_ONCE = 20
/** Rows read at a time, so that a long log does not fill the memory. */
const CHUNK = 50_000

/** Puts old rows together now and then, page by page. @returns what stops it */
export function startCompaction(needs: Needs): () => void {
  const timer = setInterval(() => void compactOldPages(needs).catch(needs.onError), EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Raw rows carry a nonce; what was put together carries 0. */
async function compactOldPages(needs: Needs): Promise<void> {
  const before = new Date(needs.now().getTime() - OLD_MS)
  const { rows } = await sql<{ page_id: string }>`
    select page_id from page_update where nonce <> 0 and at < ${before} group by page_id having count(*) >= ${MANY}
    order by count(*) desc limit ${PAGES_AT_ONCE}`.execute(needs.database.db)
  for (const { page_id } of rows) await compactPage(needs, page_id, before)
}

/**
 * Puts the rows of one page together that are older than `before` and within its newest snapshot.
 * @returns how many rows there were and are
 */
export async function compactPage(
  { database, log, versionsOf }: Needs,
  pageId: string,
  before: Date,
): Promise<{ from: number; to: number }> {
  const versions = new Set(await versionsOf(pageId))
  const newest = await database.db
    .selectFrom('page_snapshot')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('page_id', '=', pageId)
    .executeTakeFirst()
  const last = Number(newest?.seq ?? 0)
  const counts = { from: 0, to: 0 }
  for (let at = 0; at < last; ) {
    const rows = await log.rows(pageId, at, Math.min(at + CHUNK, last))
    at = Math.min(at + CHUNK, last)
    const old = rows.filter((row) => row.at < before.getTime())
    counts.from += rows.length
    counts.to += rows.length
    for (const stretch of compact(old, versions)) {
      await log.compact(pageId, stretch)
      counts.to += stretch.merged.length - stretch.count
    }
    if (old.length < rows.length) break
  }
  return counts
}
