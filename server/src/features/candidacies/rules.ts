import type { Db } from '../../database/types.ts'
import { candidacyRules } from '../votes/queries/rules.ts'
import { DAY_MS } from '../../time.ts'
import type { FrozenRules } from '../votes/queries/types.ts'

/** How the committee admits. The setting `admissions` holds what differs from these defaults. */
export interface AdmissionRules {
  rules: FrozenRules
  /** The shortest time that a vote may be open, and the longest from any moment on, in days. */
  minDays: number
  maxDays: number
  /** The time that it is open when nobody says how long, in days. */
  days: number
  /** Nobody puts a candidacy to the vote that has no sponsor. */
  sponsorRequired: boolean
  delays: Delays
}

/** What follows a vote, in milliseconds. */
export interface Delays {
  /** How long a candidacy waits for somebody to open the vote on it. */
  opening: number
  /** How much longer a vote is open, once, that too few took part in. */
  prolonged: number
  /** Until when after a veto a second reading may be opened, and how long it lasts. */
  secondReadingWithin: number
  secondReading: number
  /** How long an offered seat waits for its answer. */
  offer: number
  /** How long one waits for a seat, and how long before the end one is asked. */
  waiting: number
  askBefore: number
  /** After how long the file of somebody who got no seat is forgotten. */
  kept: number
}

/** The same as the setting has it, in days. */
const delayDays: Delays = {
  opening: 180,
  prolonged: 7,
  secondReadingWithin: 30,
  secondReading: 3,
  offer: 14,
  waiting: 365,
  askBefore: 30,
  kept: 365,
}

const inMilliseconds = (days: Delays): Delays => ({
  opening: days.opening * DAY_MS,
  prolonged: days.prolonged * DAY_MS,
  secondReadingWithin: days.secondReadingWithin * DAY_MS,
  secondReading: days.secondReading * DAY_MS,
  offer: days.offer * DAY_MS,
  waiting: days.waiting * DAY_MS,
  askBefore: days.askBefore * DAY_MS,
  kept: days.kept * DAY_MS,
})

/** The setting as it was written, in its own words: delays in days. */
export async function readOwnRules(db: Db): Promise<OwnRules> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'admissions').executeTakeFirst()
  return row?.value ?? {}
}

type OwnRules = Partial<Omit<AdmissionRules, 'rules' | 'delays'>> & {
  rules?: Partial<FrozenRules>
  delays?: Partial<Delays>
}

/** The rules of today, which the next opening freezes; votes already open keep theirs. */
export async function readAdmissionRules(db: Db): Promise<AdmissionRules> {
  const own = await readOwnRules(db)
  const { minDays = 7, maxDays = 60, days = 10, sponsorRequired = false } = own
  const delays = { ...delayDays, ...own.delays }
  const { prolonged, secondReadingWithin, secondReading } = delays
  // Absent where everybody reads: what a vote does not have is absent from its hash.
  const { vetoReaders, ...rules }: Partial<FrozenRules> = own.rules ?? {}
  // The shortest time is frozen with the rules: nobody closes the vote before it is over.
  return {
    rules: {
      ...candidacyRules,
      ...rules,
      ...(vetoReaders === 'bureau' && { vetoReaders }),
      minDays,
      maxDays,
      after: { prolonged, secondReadingWithin, secondReading },
    },
    minDays,
    maxDays,
    days: Math.max(days, minDays),
    sponsorRequired,
    delays: inMilliseconds(delays),
  }
}

/** The delays of today, with those that a vote has frozen: what follows its close was settled at its opening. */
export function delaysOf(vote: { rules: Pick<FrozenRules, 'after'> } | undefined, delays: Delays): Delays {
  const frozen = vote?.rules.after
  if (!frozen) return delays
  const { prolonged, secondReadingWithin, secondReading } = frozen
  return {
    ...delays,
    prolonged: prolonged * DAY_MS,
    secondReadingWithin: secondReadingWithin * DAY_MS,
    secondReading: secondReading * DAY_MS,
  }
}
