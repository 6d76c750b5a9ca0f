import type { CandidacyStatus } from '@cenacle/contract/candidacy'
import { seatFor } from '@cenacle/tally/seats'
import type { VoteStanding } from '../votes/queries/standing.ts'
import type { CandidacyRow } from './rows.ts'
import { delaysOf } from './rules.ts'
import type { Seating } from './seats.ts'
import type { Situation } from './situation.ts'
import { after } from '../../time.ts'

type Facts = Pick<
  CandidacyRow,
  | 'admitted_at'
  | 'college'
  | 'ended'
  | 'prolonged_at'
  | 'submitted_at'
  | 'second_reading_at'
  | 'waiting_since'
  | 'waiting_until'
  | 'offer_until'
>
export type StandingVote = Pick<VoteStanding, 'evaluation' | 'closesAt' | 'cancelled' | 'rules'>

/**
 * Where a candidacy stands, derived from its vote, its times and the seats. Stored are only things that happen once: an
 * admission, an end, an offer.
 * @param vote undefined without one
 * @param situation with the seats that are on offer counted as taken
 */
export function candidacyStatus(
  candidacy: Facts,
  vote: StandingVote | undefined,
  situation: Situation,
  now: Date,
): CandidacyStatus {
  if (candidacy.admitted_at) return 'admitted'
  if (candidacy.ended) return candidacy.ended
  if (!vote) return after(candidacy.submitted_at, situation.delays.opening) <= now ? 'expired' : 'submitted'
  if (vote.cancelled) return 'submitted'
  if (!vote.evaluation) return 'open'
  const { outcome } = vote.evaluation
  if (outcome === 'rejected') return 'not_adopted'
  if (outcome === 'vetoed') {
    const { secondReadingWithin } = delaysOf(vote, situation.delays)
    const isOver = candidacy.second_reading_at !== null || after(vote.closesAt, secondReadingWithin) <= now
    return isOver ? 'refused' : 'vetoed'
  }
  if (outcome !== 'adopted') return candidacy.prolonged_at ? 'expired' : outcome
  return waitingStatus(candidacy, situation, now)
}

function waitingStatus(candidacy: Facts, { seats, parity }: Seating, now: Date): CandidacyStatus {
  if (candidacy.offer_until) return candidacy.offer_until > now ? 'offered' : 'lapsed'
  if (candidacy.waiting_until && candidacy.waiting_until <= now) return 'expired'
  const seating = seatFor(seats, candidacy.college, parity)
  if (seating !== 'admitted') return seating
  // A seat is free: it is given, or offered to who has waited, with the next run of the job.
  return candidacy.waiting_since ? 'waiting_seats' : 'admissible'
}
