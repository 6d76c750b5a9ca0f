import type { College } from '@cenacle/contract/person'
import type { Db } from '../../database/types.ts'
import { type Delays, readAdmissionRules } from './rules.ts'
import { readSeats, type Seating } from './seats.ts'

/** What the status of every candidacy depends on besides its own: the seats, those on offer counted as taken, and the delays. */
export interface Situation extends Seating {
  delays: Delays
}

/** As it is at an instant: nobody else is given a seat that is on offer. */
export async function readSituation(db: Db, now: Date): Promise<Situation> {
  const { seats, parity } = await readSeats(db)
  const { delays } = await readAdmissionRules(db)
  const offers = await db
    .selectFrom('candidacy')
    .select(['college', (eb) => eb.fn.countAll<number>().as('count')])
    .where('offer_until', '>', now)
    .where('admitted_at', 'is', null)
    .where('ended', 'is', null)
    .groupBy('college')
    .execute()
  const count = (college: College): number => Number(offers.find((row) => row.college === college)?.count ?? 0)
  return {
    seats: {
      cap: seats.cap,
      women: seats.women + count('woman'),
      men: seats.men + count('man'),
      undeclared: (seats.undeclared ?? 0) + count('undeclared'),
    },
    parity,
    delays,
  }
}
