import type { Choice, CountableVote, VoteRules } from './vote.ts'

export type FaultCode =
  | 'required'
  | 'wrong-type'
  | 'not-allowed'
  | 'not-found'
  | 'duplicate'
  | 'out-of-range'
  | 'equal-ranks'
  | 'too-few-options'
  | 'too-many-options'

/** What is wrong with a ballot, and where (a JSON pointer, RFC 6901, from the ballot). `values`: the limits that it broke. */
export type Fault = {
  readonly pointer: string
  readonly code: FaultCode
  readonly values?: { readonly min?: number; readonly max?: number }
}

type Vote = Pick<CountableVote, 'method' | 'rules' | 'options'>

/**
 * Whether a ballot fits its vote: its choice the method, its value the options and the limits. What it says is not trusted at all.
 * @returns the first fault, or null; never throws
 */
export function checkBallot(
  asked: Vote,
  ballot: { readonly choice: string; readonly value?: unknown; readonly recused?: readonly string[] | undefined },
): Fault | null {
  const { choice, value, recused = [] } = ballot
  // What they do not judge is no option of theirs.
  const vote = { ...asked, options: asked.options.filter((id) => !recused.includes(id)) }
  if (!choicesOf(vote).some((allowed) => allowed === choice)) return { pointer: '/choice', code: 'not-allowed' }
  if (choice === 'cast') return checkValue(vote, value)
  return value === undefined || value === null ? null : { pointer: '/value', code: 'not-allowed' }
}

/** What a ballot of this vote may choose. */
export function choicesOf({ method, rules }: Pick<Vote, 'method' | 'rules'>): Choice[] {
  const own: Choice[] = method === 'threshold' ? ['yes', 'no'] : ['cast']
  return [...own, 'abstain', 'blank', ...(rules.veto ? (['veto'] as const) : [])]
}

function checkValue(vote: Vote, value: unknown): Fault | null {
  if (value === undefined || value === null) return { pointer: '/value', code: 'required' }
  const member = {
    'majority-judgment': 'grades',
    score: 'grades',
    schulze: 'ranking',
    irv: 'ranking',
    approval: 'approved',
    grid: 'grid',
  }
  const name = vote.method === 'median' || vote.method === 'threshold' ? 'number' : member[vote.method]
  const keys = isRecord(value) ? Object.keys(value) : []
  if (!isRecord(value) || keys.length !== 1 || keys[0] !== name) return { pointer: '/value', code: 'not-allowed' }
  const said = value[name]
  if (name === 'grades') return checkGrades(vote, said)
  if (name === 'grid') return checkGrid(vote, said)
  if (name === 'ranking') return checkRanking(vote, said)
  return name === 'approved' ? checkApproved(vote, said) : checkNumber(vote, said)
}

function checkGrades({ method, rules, options }: Vote, said: unknown): Fault | null {
  if (!isRecord(said)) return { pointer: '/value/grades', code: 'wrong-type' }
  const known = new Set(options)
  const max = method === 'score' ? (rules.points?.max ?? 0) : (rules.grades?.length ?? 1) - 1
  for (const [id, grade] of Object.entries(said)) {
    const pointer = `/value/grades/${token(id)}`
    if (!known.has(id)) return { pointer, code: 'not-found' }
    if (!Number.isSafeInteger(grade)) return { pointer, code: 'wrong-type' }
    if (Number(grade) < 0 || Number(grade) > max) return { pointer, code: 'out-of-range', values: { min: 0, max } }
  }
  const missing = options.find((id) => !Object.hasOwn(said, id))
  if (missing !== undefined) return { pointer: `/value/grades/${token(missing)}`, code: 'required' }
  return options.length === 0 ? { pointer: '/value/grades', code: 'too-few-options', values: { min: 1 } } : null
}

/** Whole points for each option by each criterion: a grid counts only when it is complete, so that none else is taken. */
function checkGrid({ rules, options }: Vote, said: unknown): Fault | null {
  if (!isRecord(said)) return { pointer: '/value/grid', code: 'wrong-type' }
  const stranger = Object.keys(said).find((id) => !options.includes(id))
  if (stranger !== undefined) return { pointer: `/value/grid/${token(stranger)}`, code: 'not-found' }
  for (const id of options) {
    const pointer = `/value/grid/${token(id)}`
    if (!Object.hasOwn(said, id)) return { pointer, code: 'required' }
    const fault = checkRow(rules, said[id], pointer)
    if (fault) return fault
  }
  return options.length === 0 ? { pointer: '/value/grid', code: 'too-few-options', values: { min: 1 } } : null
}

function checkRow(rules: VoteRules, row: unknown, pointer: string): Fault | null {
  if (!isRecord(row)) return { pointer, code: 'wrong-type' }
  const criteria = (rules.criteria ?? []).map(({ id }) => id)
  const max = rules.points?.max ?? 0
  for (const [id, points] of Object.entries(row)) {
    const at = `${pointer}/${token(id)}`
    if (!criteria.includes(id)) return { pointer: at, code: 'not-found' }
    if (!Number.isSafeInteger(points)) return { pointer: at, code: 'wrong-type' }
    if (Number(points) < 0 || Number(points) > max)
      return { pointer: at, code: 'out-of-range', values: { min: 0, max } }
  }
  const missing = criteria.find((id) => !Object.hasOwn(row, id))
  return missing === undefined ? null : { pointer: `${pointer}/${token(missing)}`, code: 'required' }
}

function checkRanking({ method, options }: Vote, said: unknown): Fault | null {
  if (!Array.isArray(said)) return { pointer: '/value/ranking', code: 'wrong-type' }
  // Who ranks nothing chooses « blank », and says so.
  if (said.length === 0) return { pointer: '/value/ranking', code: 'too-few-options', values: { min: 1 } }
  const seen = new Set<string>()
  for (const [rank, group] of said.entries()) {
    const pointer = `/value/ranking/${rank}`
    if (!Array.isArray(group)) return { pointer, code: 'wrong-type' }
    if (group.length === 0) return { pointer, code: 'too-few-options', values: { min: 1 } }
    const fault = checkIds(options, group, pointer, seen)
    if (fault) return fault
    if (method === 'irv' && group.length > 1) return { pointer, code: 'equal-ranks' }
  }
  return null
}

function checkApproved({ rules, options }: Vote, said: unknown): Fault | null {
  const pointer = '/value/approved'
  if (!Array.isArray(said)) return { pointer, code: 'wrong-type' }
  const fault = checkIds(options, said, pointer, new Set())
  if (fault) return fault
  // Nobody approves of more than are left.
  const min = Math.max(1, Math.min(rules.approvals?.min ?? 1, options.length))
  const max = rules.approvals?.max ?? options.length
  if (said.length < min) return { pointer, code: 'too-few-options', values: { min } }
  return said.length > max ? { pointer, code: 'too-many-options', values: { max } } : null
}

function checkNumber({ rules }: Vote, said: unknown): Fault | null {
  const pointer = '/value/number'
  if (!Number.isSafeInteger(said)) return { pointer, code: 'wrong-type' }
  const { min, max } = rules.number ?? { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }
  return Number(said) < min || Number(said) > max ? { pointer, code: 'out-of-range', values: { min, max } } : null
}

/** @param seen ids named so far; those of `ids` are added */
function checkIds(options: readonly string[], ids: readonly unknown[], at: string, seen: Set<string>): Fault | null {
  for (const [index, id] of ids.entries()) {
    const pointer = `${at}/${index}`
    if (typeof id !== 'string') return { pointer, code: 'wrong-type' }
    if (!options.includes(id)) return { pointer, code: 'not-found' }
    if (seen.has(id)) return { pointer, code: 'duplicate' }
    seen.add(id)
  }
  return null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One token of a JSON pointer. */
const token = (id: string): string => id.replaceAll('~', '~0').replaceAll('/', '~1')
