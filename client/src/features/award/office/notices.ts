import type { Edition, Phase } from './api.ts'
import { isOver } from './phases.ts'

/** An edition that everybody hears of: its call was opened, and its results are not out. */
export type Running = Edition & { phase: Exclude<Phase, 'prepared' | 'published' | 'archived'> }
const isRunning = (edition: Edition): edition is Running => !isOver(edition) && edition.phase !== 'prepared'

/** What other screens say of an edition: that ballots are awaited, that the office is, that one is up to date, or where it is. */
export type Notice = { edition: Running } & (
  | { says: 'ballots'; count: number }
  | { says: 'office'; phase: 'eligibility' | 'shortlist' | 'deliberation' }
  | { says: 'upToDate' | 'phase' }
)

const isDue = ({ says }: Notice): boolean => says === 'ballots' || says === 'office'

/** What the reader has to do in an edition, else how it is with them; null where its juries vote without them. @param waiting the votes that await their ballot */
function noticeOf(edition: Running, waiting: ReadonlySet<string>): Notice | null {
  const { phase, can } = edition
  if (phase === 'jury') {
    const own = edition.categories.flatMap(({ voteId }) => voteId ?? [])
    const count = own.filter((voteId) => waiting.has(voteId)).length
    if (count > 0) return { edition, says: 'ballots', count }
    // Who runs it reads of all of them, with a ballot or without.
    if (can.run) return { edition, says: 'phase' }
    return own.length > 0 ? { edition, says: 'upToDate' } : null
  }
  if (phase === 'deliberation' && can.deliberate) return { edition, says: 'office', phase }
  if ((phase === 'eligibility' || phase === 'shortlist') && can.advance.length > 0)
    return { edition, says: 'office', phase }
  return { edition, says: 'phase' }
}

/** All the editions in which something is to be done by the reader, and nothing else besides; where that is none, how the others stand. */
export function noticesOf(editions: readonly Edition[], waiting: ReadonlySet<string>): Notice[] {
  const all = editions.filter(isRunning).flatMap((edition) => noticeOf(edition, waiting) ?? [])
  const due = all.filter(isDue)
  return due.length > 0 ? due : all
}
