import type { DraftAnswer, draftBody } from '@cenacle/contract/decision'
import type { z } from 'zod'
import { wholeOf } from '../ballots/ballot-draft.ts'
import { hourAfter, instantOf } from '../../../i18n/field-date.ts'
import { type Majority, majorityOf, type Quorum, quorumOf, quorums, thresholdOf } from './decision-rules.ts'

export type DraftBody = z.input<typeof draftBody>
export type Method = DraftAnswer['method']
/** What one wants to know, in everyday words; each is counted in one way unless one chooses another. */
export type Need = 'yesNo' | 'choose' | 'number' | 'approve' | 'rank'
export const needs: readonly Need[] = ['yesNo', 'choose', 'number', 'approve', 'rank']

/** A question while it is written. Numbers and dates are as they were typed. */
export interface Asking {
  question: string
  text: string
  need: Need
  /** Of `choose`: points instead of mentions; of `rank`: rounds instead of duels. */
  isOther: boolean
  options: readonly string[]
  majority: Majority
  percent: string
  base: 'expressed' | 'voters' | 'roll'
  quorum: Quorum
  veto: boolean
  secret: boolean
  /** One mention per line, the best first; empty for the usual seven. */
  mentions: string
  points: string
  approvals: string
  min: string
  max: string
  unit: string
  isLater: boolean
  opensAt: string
  closesAt: string
}

const FEWEST_OPTIONS = 2

/** A question before anything is written. */
export const emptyAsking = (now: Date): Asking => ({
  question: '',
  text: '',
  need: 'yesNo',
  isOther: false,
  options: ['', ''],
  majority: 'simple',
  percent: '70',
  base: 'expressed',
  quorum: 'none',
  veto: false,
  secret: false,
  mentions: '',
  points: '5',
  approvals: '',
  min: '0',
  max: '',
  unit: '',
  isLater: false,
  opensAt: hourAfter(1, 9, now),
  closesAt: hourAfter(7, 18, now),
})

export const methodOf = ({ need, isOther }: Pick<Asking, 'need' | 'isOther'>): Method => {
  if (need === 'choose') return isOther ? 'score' : 'majority-judgment'
  if (need === 'rank') return isOther ? 'irv' : 'schulze'
  return ({ yesNo: 'threshold', number: 'median', approve: 'approval' } as const)[need]
}

const needOf: Record<Method, Pick<Asking, 'need' | 'isOther'>> = {
  threshold: { need: 'yesNo', isOther: false },
  'majority-judgment': { need: 'choose', isOther: false },
  score: { need: 'choose', isOther: true },
  median: { need: 'number', isOther: false },
  approval: { need: 'approve', isOther: false },
  schulze: { need: 'rank', isOther: false },
  irv: { need: 'rank', isOther: true },
}

/** Whether a question has options that one writes. */
export const hasOptions = ({ need }: Pick<Asking, 'need'>): boolean => need !== 'yesNo' && need !== 'number'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The options that say something, in their order. */
export const optionsOf = ({ options }: Pick<Asking, 'options'>): string[] =>
  options.map((option) => option.trim()).filter((option) => option !== '')

/** How it will be counted. What a method does not ask for is left out; an unreadable number is sent for the server to refuse. */
export const rulesOf = (asking: Asking) => {
  const method = methodOf(asking)
  const mentions = linesOf(asking.mentions).toReversed()
  const most = wholeOf(asking.approvals)
  return {
    ...thresholdOf(asking.majority, wholeOf(asking.percent) ?? 0),
    base: asking.base,
    quorum: quorums[asking.quorum],
    veto: asking.veto && !asking.secret,
    ...(method === 'majority-judgment' && mentions.length > 0 && { grades: mentions }),
    ...(method === 'score' && { points: { max: wholeOf(asking.points) ?? 0 } }),
    ...(method === 'approval' && most !== undefined && { approvals: { min: 1, max: most } }),
    ...(method === 'median' && {
      number: { min: wholeOf(asking.min) ?? 0, max: wholeOf(asking.max) ?? -1, unit: asking.unit.trim() },
    }),
  }
}

/** A question as it is sent. @param source from where it is put to the vote */
export const bodyOf = (asking: Asking, spaceId: string, source: DraftBody['source']) => ({
  spaceId,
  question: asking.question,
  text: asking.text,
  method: methodOf(asking),
  options: hasOptions(asking) ? optionsOf(asking) : [],
  rules: rulesOf(asking),
  secret: asking.secret,
  closesAt: instantOf(asking.closesAt) ?? null,
  source: source ?? null,
})

const pad = (value: number): string => String(value).padStart(2, '0')
const localOf = (iso: string | null, otherwise: string): string => {
  if (iso === null) return otherwise
  const at = new Date(iso)
  return `${hourAfter(0, at.getHours(), at).slice(0, -2)}${pad(at.getMinutes())}`
}

/** A kept draft as it is written on. */
export const askingOf = (draft: DraftAnswer, now: Date): Asking => {
  const empty = emptyAsking(now)
  const { rules } = draft
  return {
    ...empty,
    ...needOf[draft.method],
    ...majorityOf(rules),
    question: draft.question,
    text: draft.text,
    options: draft.options.length >= FEWEST_OPTIONS ? draft.options : [...draft.options, ...empty.options].slice(0, 2),
    base: rules.base,
    quorum: quorumOf(rules.quorum),
    veto: rules.veto,
    secret: draft.secret,
    mentions: rules.grades?.toReversed().join('\n') ?? '',
    points: String(rules.points?.max ?? empty.points),
    approvals: String(rules.approvals?.max ?? ''),
    min: String(rules.number?.min ?? empty.min),
    max: String(rules.number?.max ?? ''),
    unit: rules.number?.unit ?? '',
    isLater: draft.opensAt !== null,
    opensAt: localOf(draft.opensAt, empty.opensAt),
    closesAt: localOf(draft.closesAt, empty.closesAt),
  }
}

/** What was kept on this device, as far as it can be read. */
export const readAsking = (kept: string, now: Date): Asking => {
  const empty = emptyAsking(now)
  try {
    const found: unknown = JSON.parse(kept)
    return typeof found === 'object' && found !== null ? { ...empty, ...found } : empty
  } catch {
    return empty
  }
}
