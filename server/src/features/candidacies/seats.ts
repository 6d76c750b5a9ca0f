import type { College } from '@cenacle/contract/person'
import type { Parity, Seats } from '@cenacle/tally/seats'
import type { Db } from '../../database/types.ts'

export { lockSeats } from '../accounts/queries.ts'

/** The setting `seats`: {cap, parity: quota | tolerance | shown, difference}. Read by the database's own check too. */
export interface Seating {
  seats: Seats
  parity: Parity
}

const DEFAULT_CAP = 50

/** Who sits, and how many may. A suspended member keeps the seat. */
export async function readSeats(db: Db): Promise<Seating> {
  const { cap, parity, difference } = await readSetting(db)
  const rows = await db
    .selectFrom('person')
    .select(['college', (eb) => eb.fn.countAll<number>().as('count')])
    .where('role', '=', 'member')
    .groupBy('college')
    .execute()
  const count = (college: College): number => Number(rows.find((row) => row.college === college)?.count ?? 0)
  return {
    seats: { cap, women: count('woman'), men: count('man'), undeclared: count('undeclared') },
    parity: parity === 'tolerance' ? { mode: parity, difference } : { mode: parity },
  }
}

export interface SeatsSetting {
  cap: number
  parity: Parity['mode']
  difference: number
}

/** The setting as it holds, with what is not said in it. */
export async function readSetting(db: Db): Promise<SeatsSetting> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'seats').executeTakeFirst()
  return { cap: DEFAULT_CAP, parity: 'quota', difference: 0, ...(row?.value as Partial<SeatsSetting> | undefined) }
}
