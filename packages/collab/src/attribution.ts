import * as Y from 'yjs'
import type { LogRow } from './log-port.ts'
import type { ClockRange } from './update-scan.ts'

/** Who brought a piece of text. */
export interface Authored extends ClockRange {
  personId: string
  /** It came under a client id of somebody else (« transmis par »): who brought it answers for it, the other is not named. */
  transmitted: boolean
  seq: number
}

/** Who took a piece of text away. */
export interface Erased extends ClockRange {
  personId: string
  seq: number
}

/**
 * Who wrote what, per character: the person whom the server stamped on the first row that brought it. No client can choose it.
 * @param rows the page's log, by seq
 * @param owners Yjs client id → first person who used it
 * @param stretchOf what was typed on and on is one piece, but for rows of different stretches
 */
export function authorsOf(
  rows: Iterable<LogRow>,
  owners: ReadonlyMap<number, string>,
  stretchOf: (row: LogRow) => number = () => 0,
): { wrote: Authored[]; erased: Erased[] } {
  const wrote: Authored[] = []
  const erased: Erased[] = []
  const known = new Map<number, ClockRange[]>()
  const gone = new Map<number, ClockRange[]>()
  let writtenIn = 0
  for (const row of rows) {
    const { seq, personId, bytes } = row
    const stretch = stretchOf(row)
    const { structs, ds } = Y.decodeUpdate(bytes)
    for (const range of rangesOf(structs)) {
      const transmitted = (owners.get(range.client) ?? personId) !== personId
      for (const part of firstSeen(known, range)) {
        addTo(wrote, { ...part, personId, transmitted, seq }, stretch === writtenIn)
        writtenIn = stretch
      }
    }
    for (const [client, deletes] of ds.clients) {
      for (const { clock, len } of deletes) {
        for (const part of firstSeen(gone, { client, from: clock, to: clock + len }))
          erased.push({ ...part, personId, seq })
      }
    }
  }
  return { wrote, erased }
}

function rangesOf(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): ClockRange[] {
  const ranges: ClockRange[] = []
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const last = ranges.at(-1)
    if (last && last.client === client && last.to === clock) last.to += struct.length
    else ranges.push({ client, from: clock, to: clock + struct.length })
  }
  return ranges
}

/** The parts of a range that were not seen before; they are seen from now on. */
function firstSeen(seen: Map<number, ClockRange[]>, range: ClockRange): ClockRange[] {
  const ranges = seen.get(range.client) ?? []
  seen.set(range.client, ranges)
  const parts: ClockRange[] = []
  let { from } = range
  let index = firstEndingAfter(ranges, from)
  const start = index
  for (let old = ranges[index]; old && old.from <= range.to; old = ranges[++index]) {
    if (from < old.from) parts.push({ client: range.client, from, to: old.from })
    from = Math.max(from, old.to)
  }
  if (from < range.to) parts.push({ client: range.client, from, to: range.to })
  const touched = ranges.slice(start, index)
  const merged = {
    client: range.client,
    from: Math.min(range.from, touched[0]?.from ?? range.from),
    to: Math.max(range.to, touched.at(-1)?.to ?? range.to),
  }
  ranges.splice(start, touched.length, merged)
  return parts
}

/** Index of the first range that ends at `from` or later, so that neighbours are joined. */
function firstEndingAfter(ranges: readonly ClockRange[], from: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.to ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

function addTo(wrote: Authored[], part: Authored, mayContinue: boolean): void {
  const last = wrote.at(-1)
  const continues =
    mayContinue &&
    last?.client === part.client &&
    last.to === part.from &&
    last.personId === part.personId &&
    last.transmitted === part.transmitted
  if (last && continues) {
    last.to = part.to
    last.seq = part.seq
  } else wrote.push(part)
}
