import { z } from 'zod'
import { shareBody } from './decision.ts'
import { rules } from './vote.ts'

/** No vote on a candidacy is shorter, whatever the setting says. */
export const LEAST_DAYS = 7
const MOST_DAYS = 60
const MOST_HOURS = 336

const days = (least: number, most: number) => z.number().int().min(least).max(most)

/** Who reads why somebody vetoes: everybody who reads the vote, or only those who run its space (and the author). */
export const vetoReaders = z.enum(['committee', 'bureau'])
export type VetoReaders = z.infer<typeof vetoReaders>

/** How the committee admits: what the screen changes of the setting `admissions`, in its own words. Delays are in days. */
export const admissionsBody = z.strictObject({
  days: days(LEAST_DAYS, MOST_DAYS),
  minDays: days(LEAST_DAYS, MOST_DAYS),
  rules: z.strictObject({
    base: rules.shape.base,
    threshold: shareBody,
    comparator: rules.shape.comparator,
    quorum: shareBody,
    vetoLapses: z.boolean(),
    lateVeto: z.strictObject({ windowHours: days(0, MOST_HOURS), remainHours: days(0, MOST_HOURS) }),
    vetoReaders,
  }),
  sponsorRequired: z.boolean(),
  delays: z.strictObject({
    secondReadingWithin: days(1, 180),
    secondReading: days(1, 30),
    offer: days(1, 90),
    /** At least two months: who waits is asked a month before the end. */
    waiting: days(60, 1_096),
  }),
})
export type AdmissionsBody = z.output<typeof admissionsBody>
const ratio = rules.shape.threshold
/** As it holds. It may have been written by hand: the answer takes whatever a vote would be opened with. */
export const admissionsAnswer = z.object({
  days: z.number(),
  minDays: z.number(),
  maxDays: z.number(),
  rules: z.object({
    base: rules.shape.base,
    threshold: ratio,
    comparator: rules.shape.comparator,
    quorum: ratio,
    vetoLapses: z.boolean(),
    lateVeto: z.object({ windowHours: z.number(), remainHours: z.number() }),
    vetoReaders,
  }),
  sponsorRequired: z.boolean(),
  delays: z.object({
    secondReadingWithin: z.number(),
    secondReading: z.number(),
    offer: z.number(),
    waiting: z.number(),
  }),
})
export type AdmissionsAnswer = z.infer<typeof admissionsAnswer>
