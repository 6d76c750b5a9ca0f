import type { BallotValue } from '@cenacle/contract/vote'
import type { Vote } from '../api.ts'
import { gridField, missingCriteria } from './grid-points.ts'

/** What somebody is about to vote, before it is sent. Each method reads its own part. */
export interface BallotDraft {
  kind: 'value' | 'blank' | 'abstain'
  /** Grades, or points, by option. */
  grades: Readonly<Record<string, number>>
  /** Best first; options of one group are ex æquo. */
  ranking: readonly (readonly string[])[]
  approved: readonly string[]
  /** As it was typed. */
  number: string
  /** Points by option and criterion. */
  grid: Readonly<Record<string, Readonly<Record<string, number>>>>
}

type Voted = Pick<Vote, 'myBallot'>
type Asked = Pick<Vote, 'method' | 'options' | 'rules'>

/** The ballot to begin with: the one that is kept, or an empty one. */
export const draftOf = ({ myBallot }: Voted): BallotDraft => {
  const value = myBallot?.value ?? null
  const kind = myBallot?.choice === 'blank' || myBallot?.choice === 'abstain' ? myBallot.choice : 'value'
  return {
    kind,
    grades: value && 'grades' in value ? value.grades : {},
    ranking: value && 'ranking' in value ? value.ranking : [],
    approved: value && 'approved' in value ? value.approved : [],
    number: value && 'number' in value ? String(value.number) : '',
    grid: value && 'grid' in value ? value.grid : {},
  }
}

/** The vote as it is one's own: without the options from which one is recused. */
export const judgedPart = (vote: Vote): Vote =>
  vote.recused ? { ...vote, options: vote.options.filter(({ id }) => !vote.recused?.includes(id)) } : vote

/** How many options one approves of: no more than are left. */
export const limitsOf = ({ rules, options }: Pick<Asked, 'rules' | 'options'>): { min: number; max: number } => {
  const { min, max } = rules.approvals ?? { min: 1, max: options.length }
  return { min: Math.min(min, options.length), max: Math.min(max, options.length) }
}

/** A ballot that is being filled in while an option is withdrawn: without it, and with all the rest. */
export const leftDraft = (vote: Asked & Voted, draft: BallotDraft): BallotDraft => {
  const isLeft = (id: string): boolean => vote.options.some((option) => option.id === id)
  if ([...draft.ranking.flat(), ...draft.approved].every(isLeft)) return draft
  const ranking = draft.ranking.map((group) => group.filter(isLeft)).filter((group) => group.length > 0)
  const approved = draft.approved.filter(isLeft)
  return ranking.length + approved.length > 0 ? { ...draft, ranking, approved } : draftOf(vote)
}

/** A whole number as one types it, « 12 000 »; undefined when it is none. */
export const wholeOf = (typed: string): number | undefined => {
  const digits = typed.replace(/[\s\u00a0\u202f]/gu, '')
  if (!/^[-−]?\d{1,15}$/.test(digits)) return undefined
  return Number(digits.replace('−', '-'))
}

/**
 * Points as they are typed, before the field is left: what stands below would else move under a press on the button that takes
 * the focus away, which is then missed.
 * @returns NaN for none; undefined for what is not yet, or no longer, points
 */
export const typedPoints = (typed: string, max: number): number | undefined => {
  if (typed.trim() === '') return Number.NaN
  const points = wholeOf(typed)
  return points !== undefined && points >= 0 && points <= max ? points : undefined
}

export type FaultCode =
  | 'grade'
  | 'points'
  | 'criterion'
  | 'rank'
  | 'approve'
  | 'approveMore'
  | 'approveFewer'
  | 'number'
  | 'bounds'
/** What is missing, by field: an option, or one of its criteria; under '' what concerns the whole ballot. */
export type Faults = Readonly<Record<string, FaultCode>>

const ungraded = (options: Asked['options'], draft: BallotDraft, code: FaultCode): Faults =>
  Object.fromEntries(options.filter(({ id }) => draft.grades[id] === undefined).map(({ id }) => [id, code]))

const criteriaOf = ({ rules }: Pick<Asked, 'rules'>) => rules.criteria ?? []

const incomplete = (vote: Asked, draft: BallotDraft): Faults =>
  Object.fromEntries(
    vote.options.flatMap(({ id }) =>
      missingCriteria(criteriaOf(vote), draft.grid[id]).map((criterion) => [gridField(id, criterion.id), 'criterion']),
    ),
  )

/** The fields of a ballot that may lack something, in the order of the screen. */
export const fieldsOf = (vote: Asked): string[] =>
  vote.options.flatMap(({ id }) =>
    vote.method === 'grid' ? criteriaOf(vote).map((criterion) => gridField(id, criterion.id)) : [id],
  )

const numberFault = ({ rules }: Asked, typed: string): FaultCode | undefined => {
  const number = wholeOf(typed)
  if (number === undefined) return 'number'
  return rules.number && (number < rules.number.min || number > rules.number.max) ? 'bounds' : undefined
}

const approvalFault = ({ rules, options }: Asked, count: number): FaultCode | undefined => {
  const { min, max } = limitsOf({ rules, options })
  if (count === 0) return 'approve'
  if (count < min) return 'approveMore'
  return count > max ? 'approveFewer' : undefined
}

const whole = (code: FaultCode | undefined): Faults => (code === undefined ? {} : { '': code })

/** What a ballot still lacks before it can be sent; empty when it is complete. A blank one and an abstention are. */
export const faultsOf = (vote: Asked, draft: BallotDraft): Faults => {
  if (draft.kind !== 'value') return {}
  switch (vote.method) {
    case 'majority-judgment':
      return ungraded(vote.options, draft, 'grade')
    case 'score':
      return ungraded(vote.options, draft, 'points')
    case 'schulze':
    case 'irv':
      return whole(draft.ranking.length === 0 ? 'rank' : undefined)
    case 'approval':
      return whole(approvalFault(vote, draft.approved.length))
    case 'median':
      return whole(numberFault(vote, draft.number))
    case 'grid':
      return incomplete(vote, draft)
    case 'threshold':
      return {}
  }
}

/** The points of a ballot in the order of the vote: two that say the same are written alike. */
const gridOf = ({ options, rules }: Asked, draft: BallotDraft) =>
  Object.fromEntries(
    options.map(({ id }) => {
      const points = draft.grid[id] ?? {}
      const given = criteriaOf({ rules }).flatMap((one) => {
        const value = points[one.id]
        return value === undefined ? [] : [[one.id, value] as const]
      })
      return [id, Object.fromEntries(given)]
    }),
  )

/** The ballot as it is sent, once it is complete. */
export const valueOf = (vote: Asked, draft: BallotDraft): BallotValue => {
  const { method, options } = vote
  if (method === 'grid') return { grid: gridOf(vote, draft) }
  if (method === 'median') return { number: wholeOf(draft.number) ?? 0 }
  if (method === 'approval') return { approved: [...draft.approved] }
  if (method === 'schulze' || method === 'irv') return { ranking: draft.ranking.map((group) => [...group]) }
  const given = options.flatMap(({ id }) => {
    const grade = draft.grades[id]
    return grade === undefined ? [] : [[id, grade] as const]
  })
  return { grades: Object.fromEntries(given) }
}

/**
 * The field that an error of the server points at, by its name: `value.grades.<id>`, `value.ranking.0.1`, `value.approved.2`,
 * `value.grid.<id>.<criterion>`. Under '' what belongs to no option.
 */
export const faultyOption = (field: string, draft: BallotDraft): string => {
  const [, part, first = '', second] = field.split('.')
  if (part === 'grades') return first
  if (part === 'grid') return second === undefined ? first : gridField(first, second)
  if (part === 'approved') return draft.approved[Number(first)] ?? ''
  if (part === 'ranking') return draft.ranking[Number(first)]?.[Number(second ?? 0)] ?? ''
  return ''
}

/** True when both say the same, whatever was picked on the way. */
export const isSame = (vote: Asked, a: BallotDraft, b: BallotDraft): boolean =>
  a.kind === b.kind && (a.kind !== 'value' || sorted(valueOf(vote, a)) === sorted(valueOf(vote, b)))

const sorted = (value: BallotValue): string =>
  JSON.stringify(
    'ranking' in value
      ? value.ranking.map((group) => group.toSorted())
      : 'approved' in value
        ? value.approved.toSorted()
        : value,
  )
