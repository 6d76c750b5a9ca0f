import type { EditionPhase } from '@cenacle/contract/award'

/** The instants from which an edition's phase follows. */
export interface EditionTimes {
  called_at: Date | null
  call_closes_at: Date | null
  eligible_at: Date | null
  jury_at: Date | null
  /** When the last of its juries closes; null before they open. */
  jury_closes: Date | null
  sealed_at: Date | null
  published_at: Date | null
  archived_at: Date | null
}

/**
 * Where an edition is at an instant: what was done says so, and the clock, so that no job can be late.
 * @param now by the database's clock where something depends on it
 */
export function phaseAt(edition: EditionTimes, now: Date): EditionPhase {
  if (edition.published_at && edition.published_at <= now) return edition.archived_at ? 'archived' : 'published'
  if (edition.sealed_at) return 'sealed'
  if (edition.jury_at) return edition.jury_closes && edition.jury_closes <= now ? 'deliberation' : 'jury'
  if (edition.eligible_at) return 'shortlist'
  if (!edition.called_at) return 'prepared'
  return edition.call_closes_at && edition.call_closes_at > now ? 'call' : 'eligibility'
}
