import type { LogRow, Stretch } from './log-port.ts'
import { squashUpdates } from './update-merge.ts'

/** A pause longer than this ends a stretch of work, ms; so does this much time altogether. */
const PAUSE_MS = 5 * 60_000
const STRETCH_MS = 30 * 60_000

/**
 * A compact form of old rows: within a stretch of work, one row per person, each with the seq and time of the last that it replaces. Nothing is
 * lost for attribution (rows keep their person) nor for history at the end of each stretch; deleted text stays readable.
 * @param rows by seq, old enough that no retry concerns them
 * @param versions seqs that have a name: a stretch ends there, so that the version stays exact
 */
export function compact(rows: readonly LogRow[], versions: ReadonlySet<number>): Stretch[] {
  return stretches(rows, versions)
    .map((stretch) => ({
      from: stretch[0]?.seq ?? 0,
      to: stretch.at(-1)?.seq ?? 0,
      merged: [...Map.groupBy(stretch, ({ personId }) => personId).values()]
        .map(mergeRows)
        .sort((a, b) => a.seq - b.seq),
      count: stretch.length,
    }))
    .filter(({ merged, count }) => merged.length < count)
}

function stretches(rows: readonly LogRow[], versions: ReadonlySet<number>): LogRow[][] {
  const all: LogRow[][] = []
  let current: LogRow[] = []
  for (const row of rows) {
    const last = current.at(-1)
    const first = current[0]
    const ends =
      last && first && (row.at - last.at > PAUSE_MS || row.at - first.at > STRETCH_MS || versions.has(last.seq))
    if (ends) {
      all.push(current)
      current = []
    }
    current.push(row)
  }
  return current.length > 0 ? [...all, current] : all
}

function mergeRows(rows: readonly LogRow[]): LogRow {
  const last = rows.at(-1)
  if (!last) throw new Error('no rows to merge')
  return { ...last, bytes: squashUpdates(rows.map(({ bytes }) => bytes)) }
}
