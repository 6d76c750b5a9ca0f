import type { AdmissionsAnswer, AdmissionsBody } from '@cenacle/contract/admissions'

type Ratio = AdmissionsBody['rules']['threshold']

const named = {
  none: { numerator: 0, denominator: 1 },
  third: { numerator: 1, denominator: 3 },
  half: { numerator: 1, denominator: 2 },
  twoThirds: { numerator: 2, denominator: 3 },
  threeQuarters: { numerator: 3, denominator: 4 },
} as const satisfies Record<string, Ratio>
export type ShareName = keyof typeof named | 'percent'

/** A share as the form has it: by its name, or as a whole percentage. */
export interface ShareDraft {
  name: ShareName
  percent: string
}

const names = Object.keys(named) as (keyof typeof named)[]
const isSame = (a: Ratio, b: Ratio): boolean => a.numerator * b.denominator === b.numerator * a.denominator

/** A share of the wire, to be changed. */
export function shareDraftOf(ratio: Ratio): ShareDraft {
  const name = names.find((each) => isSame(named[each], ratio)) ?? 'percent'
  return { name, percent: String(Math.round((100 * ratio.numerator) / ratio.denominator)) }
}

/** The same backwards; what is not a number yet counts as nothing. */
export const shareOf = ({ name, percent }: ShareDraft): Ratio =>
  name === 'percent' ? { numerator: wholeOf(percent), denominator: 100 } : named[name]

/** A whole number as it was typed; 0 for what is none, which the field refuses by itself. */
export const wholeOf = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0)

const DAYS_A_YEAR = 365
const MONTHS_A_YEAR = 12
const monthsOf = (days: number): number => Math.round((days * MONTHS_A_YEAR) / DAYS_A_YEAR)
const daysOf = (months: number): number => Math.round((months * DAYS_A_YEAR) / MONTHS_A_YEAR)

/** The rules as the form has them: numbers as they are typed. */
export interface AdmissionDraft {
  days: string
  minDays: string
  threshold: ShareDraft
  comparator: '>' | '>='
  base: AdmissionsBody['rules']['base']
  quorum: ShareDraft
  vetoReaders: AdmissionsBody['rules']['vetoReaders']
  leaver: 'lapses' | 'stands'
  windowHours: string
  remainHours: string
  sponsorRequired: boolean
  secondReadingWithin: string
  secondReading: string
  offer: string
  months: string
}

export function draftOf({ days, minDays, rules, sponsorRequired, delays }: AdmissionsAnswer): AdmissionDraft {
  return {
    days: String(days),
    minDays: String(minDays),
    threshold: shareDraftOf(rules.threshold),
    comparator: rules.comparator,
    base: rules.base,
    quorum: shareDraftOf(rules.quorum),
    vetoReaders: rules.vetoReaders,
    leaver: rules.vetoLapses ? 'lapses' : 'stands',
    windowHours: String(rules.lateVeto.windowHours),
    remainHours: String(rules.lateVeto.remainHours),
    sponsorRequired,
    secondReadingWithin: String(delays.secondReadingWithin),
    secondReading: String(delays.secondReading),
    offer: String(delays.offer),
    months: String(monthsOf(delays.waiting)),
  }
}

/** What is sent. Months that were not touched stay the days that they were. */
export function bodyOf(draft: AdmissionDraft, before: AdmissionsAnswer): AdmissionsBody {
  const { threshold, comparator, base, quorum, vetoReaders, leaver, windowHours, remainHours } = draft
  const isSameWait = wholeOf(draft.months) === monthsOf(before.delays.waiting)
  return {
    days: wholeOf(draft.days),
    minDays: wholeOf(draft.minDays),
    rules: {
      base,
      threshold: shareOf(threshold),
      comparator,
      quorum: shareOf(quorum),
      vetoLapses: leaver === 'lapses',
      lateVeto: { windowHours: wholeOf(windowHours), remainHours: wholeOf(remainHours) },
      vetoReaders,
    },
    sponsorRequired: draft.sponsorRequired,
    delays: {
      secondReadingWithin: wholeOf(draft.secondReadingWithin),
      secondReading: wholeOf(draft.secondReading),
      offer: wholeOf(draft.offer),
      waiting: isSameWait ? before.delays.waiting : daysOf(wholeOf(draft.months)),
    },
  }
}
