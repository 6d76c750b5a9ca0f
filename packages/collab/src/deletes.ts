import * as encoding from 'lib0/encoding'
import { Reader } from './reader.ts'

/** What an update deletes: for each Yjs client, ranges by clock without overlaps. */
export type Deletes = Map<number, DeletedRange[]>
export interface DeletedRange {
  clock: number
  len: number
}

/** Reads and joins sets of deletions, as they stand at the end of updates. @throws Malformed */
export function readDeletes(sets: readonly Uint8Array[]): Deletes {
  const deletes: Deletes = new Map()
  for (const set of sets) {
    const reader = new Reader(set)
    for (let clients = reader.uint(); clients > 0; clients -= 1) {
      const client = reader.uint()
      const ranges = deletes.get(client) ?? []
      deletes.set(client, ranges)
      for (let count = reader.uint(); count > 0; count -= 1) ranges.push({ clock: reader.uint(), len: reader.uint() })
    }
  }
  for (const [client, ranges] of deletes) deletes.set(client, sortedRanges(ranges))
  return deletes
}

/** By clock, without overlaps, as Yjs wants them. */
function sortedRanges(ranges: readonly DeletedRange[]): DeletedRange[] {
  const sorted: DeletedRange[] = []
  for (const { clock, len } of ranges.toSorted((a, b) => a.clock - b.clock)) {
    const last = sorted.at(-1)
    if (last && last.clock + last.len >= clock) last.len = Math.max(last.len, clock + len - last.clock)
    else sorted.push({ clock, len })
  }
  return sorted
}

/** What is in `all` and not in `some`. */
export function deletesWithout(all: Deletes, some: Deletes): Deletes {
  const left: Deletes = new Map()
  for (const [client, ranges] of all) {
    const rest = ranges.flatMap((range) => rangeWithout(range, some.get(client) ?? []))
    if (rest.length > 0) left.set(client, rest)
  }
  return left
}

/** The parts of a range that are in none of `others`, which are sorted. */
export function rangeWithout({ clock, len }: DeletedRange, others: readonly DeletedRange[]): DeletedRange[] {
  const parts: DeletedRange[] = []
  const end = clock + len
  let at = clock
  for (const other of others) {
    if (other.clock + other.len <= at) continue
    if (other.clock >= end) break
    if (other.clock > at) parts.push({ clock: at, len: other.clock - at })
    at = Math.max(at, other.clock + other.len)
  }
  if (at < end) parts.push({ clock: at, len: end - at })
  return parts
}

/** Writes a set of deletions as Yjs does, the highest client first. */
export function writeDeletes(encoder: encoding.Encoder, deletes: Deletes): void {
  encoding.writeVarUint(encoder, deletes.size)
  for (const [client, ranges] of [...deletes].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
}
