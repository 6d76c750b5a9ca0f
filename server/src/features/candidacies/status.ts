import type { CandidacyAnswer } from '@cenacle/contract/vote'
import { seatFor } from '@cenacle/tally/seats'
import type { Evaluation } from '@cenacle/tally/threshold'
import type { CandidacyRow } from './rows.ts'
import type { Seating } from './seats.ts'

type CandidacyStatus = CandidacyAnswer['status']

/**
 * Where a candidacy stands, derived from its vote and the seats; only an admission is stored, since it happens once.
 * @param evaluation of its vote; null while that is open, undefined without one
 */
export function candidacyStatus(
  candidacy: Pick<CandidacyRow, 'admitted_at' | 'college'>,
  evaluation: Evaluation | null | undefined,
  { seats, parity }: Seating,
): CandidacyStatus {
  if (candidacy.admitted_at) return 'admitted'
  if (evaluation === undefined) return 'submitted'
  if (evaluation === null) return 'open'
  if (evaluation.outcome === 'rejected') return 'not_adopted'
  if (evaluation.outcome !== 'adopted') return evaluation.outcome
  const seating = seatFor(seats, candidacy.college, parity)
  // A seat is free: the admission is due and follows with the next run of the job.
  return seating === 'admitted' ? 'admissible' : seating
}
