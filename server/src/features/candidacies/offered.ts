import type { College } from '@cenacle/tally/seats'
import type { Db } from '../../database/types.ts'
import { readSeats } from './seats.ts'
import { readSituation } from './situation.ts'

/** The seats that are on offer at an instant, by college: nobody sits there yet, and nobody else can. */
export async function countOffered(db: Db, now: Date): Promise<Record<College, number>> {
  const { seats: taken } = await readSituation(db, now)
  const { seats } = await readSeats(db)
  return {
    woman: taken.women - seats.women,
    man: taken.men - seats.men,
    undeclared: (taken.undeclared ?? 0) - (seats.undeclared ?? 0),
  }
}
