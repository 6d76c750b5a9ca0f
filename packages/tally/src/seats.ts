import { wholeNumber } from './rational.ts'

/** The parity college that a person declared. */
export type College = 'woman' | 'man' | 'undeclared'

/** Who is seated, and how many seats there are. */
export type Seats = { readonly cap: number; readonly women: number; readonly men: number; readonly undeclared?: number }

/**
 * How parity binds: `quota`: half of the cap for each college (the default); `tolerance`: besides, at most `difference` between
 * them after the admission; `shown`: the cap alone counts.
 */
export type Parity =
  | { readonly mode: 'quota' }
  | { readonly mode: 'tolerance'; readonly difference: number }
  | { readonly mode: 'shown' }

export type Seating = 'admitted' | 'waiting_parity' | 'waiting_seats'

/** Seats of each college, ⌊cap / 2⌋: with an odd cap the last seat stays empty. */
export function quotaOf(cap: number): number {
  // exact: the dividend is even
  return (wholeNumber(cap, 'cap') - (cap % 2)) / 2
}

/**
 * Whether an admissible candidate takes a seat now, and else what he or she waits for (voting.md 2.5).
 * Who declared no college waits for parity unless parity is only shown: what to do then is for the committee to say.
 * @throws RangeError on counts that are not whole numbers
 */
export function seatFor(seats: Seats, college: College, parity: Parity = { mode: 'quota' }): Seating {
  const quota = quotaOf(seats.cap)
  const women = wholeNumber(seats.women, 'women')
  const men = wholeNumber(seats.men, 'men')
  const seated = women + men + wholeNumber(seats.undeclared ?? 0, 'undeclared')
  if (seated >= seats.cap) return 'waiting_seats'
  if (parity.mode === 'shown') return 'admitted'
  if (women >= quota && men >= quota) return 'waiting_seats'
  if (college === 'undeclared') return 'waiting_parity'
  const [own, other] = college === 'woman' ? [women, men] : [men, women]
  if (own >= quota) return 'waiting_parity'
  if (parity.mode === 'tolerance' && own + 1 - other > parity.difference) return 'waiting_parity'
  return 'admitted'
}

/** A place in the waiting list. Instants are ISO 8601 in UTC; `draw` is the hash that breaks exact ties. */
export type Waiting = {
  readonly id: string
  readonly college: College
  readonly admissibleAt: string
  readonly submittedAt: string
  readonly draw: string
}

/** Order of the waiting list: earliest admissible, then earliest submitted, then the public draw (voting.md 2.3, 5). */
export function waitingOrder(a: Waiting, b: Waiting): number {
  return (
    Date.parse(a.admissibleAt) - Date.parse(b.admissibleAt) ||
    Date.parse(a.submittedAt) - Date.parse(b.submittedAt) ||
    (a.draw < b.draw ? -1 : Number(a.draw > b.draw))
  )
}

/**
 * Replays the waiting list over the free seats: each in turn is seated or passed over, until nobody fits.
 * With a tolerance a seat taken can free the way for somebody passed over before, hence the start over.
 * @returns who is admitted, in the order of admission
 */
export function replayWaiting(
  seats: Seats,
  waiting: readonly Waiting[],
  parity: Parity = { mode: 'quota' },
): Waiting[] {
  const admitted: Waiting[] = []
  const left = waiting.toSorted(waitingOrder)
  let now = seats
  for (;;) {
    const index = left.findIndex((person) => seatFor(now, person.college, parity) === 'admitted')
    const [next] = index === -1 ? [] : left.splice(index, 1)
    if (next === undefined) return admitted
    admitted.push(next)
    now = seated(now, next.college)
  }
}

function seated(seats: Seats, college: College): Seats {
  if (college === 'woman') return { ...seats, women: seats.women + 1 }
  if (college === 'man') return { ...seats, men: seats.men + 1 }
  return { ...seats, undeclared: (seats.undeclared ?? 0) + 1 }
}
