import { canonical, type Json, type Sha256 } from './canonical.ts'
import { receiptOf } from './draw.ts'
import type { BallotValue, Choice, Method } from './vote.ts'
import { rankingWithout } from './withdraw.ts'

/**
 * What turns a secret ballot into lines: the vote's id, its method, the ids of its options in their order, and those of them that were
 * withdrawn while it was open.
 */
export type SecretVote = {
  readonly poll: string
  readonly method: Method
  readonly options: readonly string[]
  readonly withdrawn?: readonly string[] | undefined
}

/** A ballot that may be secret: there is no veto among its choices, since a veto is named by its nature. */
export type SecretBallot =
  | { readonly choice: Exclude<Choice, 'veto' | 'cast'> }
  | { readonly choice: 'cast'; readonly value: BallotValue }

/** One line as it is published: canonical JSON that names the poll and no voter. */
export type Line = { readonly [key: string]: Json }

/** The name of the only line of a ballot that is published whole. */
export const WHOLE = 'ballot'

/**
 * The lines of a ballot by name, as voter's browser and server both make them (voting.md section 3): one for each option where
 * grades, points or approvals alone decide, so that no pattern over several options tells one voter from another; else the
 * whole ballot as one line. Abstention and blank are one line each.
 * @throws RangeError when the ballot is none of this vote's method, or does not speak of each option
 */
export function linesOf(asked: SecretVote, ballot: SecretBallot): ReadonlyMap<string, Line> {
  const vote = left(asked)
  const { poll } = vote
  if (ballot.choice !== 'cast') {
    const takesPart = ballot.choice === 'abstain' || ballot.choice === 'blank'
    if (!takesPart && vote.method !== 'threshold') throw wrong(vote, ballot.choice)
    return new Map([[WHOLE, { choice: ballot.choice, poll }]])
  }
  const { value } = ballot
  const whole = wholeLine(vote, value)
  if (whole) return new Map([[WHOLE, whole]])
  return new Map(vote.options.map((option) => [option, optionLine(vote, value, option)]))
}

/** Receipts of a ballot, by the names of its lines. @param draw gives 128 random bits in hexadecimal, anew each time */
export function receiptsOf(
  sha256: Sha256,
  lines: ReadonlyMap<string, Line>,
  draw: () => string,
): { readonly line: string; readonly content: Line; readonly r: string; readonly receipt: string }[] {
  return [...lines].map(([line, content]) => {
    const r = draw()
    return { line, content, r, receipt: receiptOf(sha256, content, r) }
  })
}

/**
 * Ballots that count exactly as those that the lines came from. Where options are published one by one, nobody can tell which
 * lines were one ballot; any ballots with the same lines give the same result, so these put them together as they come, with
 * approvals spread evenly, so that none exceeds what the rules allow. Lines are those that were stored, or those that are published.
 * @throws RangeError on a line that is none of this vote, or when options differ in how many ballots speak of them
 */
export function ballotsOfLines(asked: SecretVote, contents: readonly Line[]): SecretBallot[] {
  const vote = left(asked)
  const whole: SecretBallot[] = []
  const byOption = new Map<string, Line[]>(vote.options.map((option) => [option, []]))
  for (const stored of contents) {
    const content = countedLine(asked, stored)
    if (content === null) continue
    const ballot = readLine(vote, content)
    if (ballot !== null) whole.push(ballot)
    else byOption.get(content['option'] as string)?.push(content)
  }
  const columns = [...byOption]
  const [count = 0] = columns.map(([, lines]) => lines.length)
  if (columns.some(([, lines]) => lines.length !== count)) throw new RangeError('options differ in their lines')
  return [...whole, ...(vote.method === 'approval' ? spread(columns, count) : zipped(columns, count))]
}

/**
 * A line as it counts, and as it is published: where options were withdrawn a ranking closes up, so that nobody tells from what it
 * names that it was cast before.
 * @returns null for a line about a withdrawn option, of which the receipt alone is published
 */
export function countedLine({ poll, withdrawn = [] }: SecretVote, content: Line): Line | null {
  const { option, ranking } = content
  if (withdrawn.length === 0) return content
  if (typeof option === 'string' && withdrawn.includes(option)) return null
  if (!isRanking(ranking)) return content
  const closed = rankingWithout(ranking, withdrawn)
  return closed.length === 0 ? { choice: 'blank', poll } : { ...content, ranking: closed }
}

/** The vote as it is from the last withdrawal on. */
const left = ({ withdrawn = [], ...vote }: SecretVote): SecretVote => ({
  ...vote,
  options: vote.options.filter((option) => !withdrawn.includes(option)),
})

/**
 * Reads one line of a vote.
 * @returns the ballot that it is by itself; null when it speaks of one option alone
 * @throws RangeError when it is not exactly a line of this vote
 */
export function readLine(vote: SecretVote, content: Line): SecretBallot | null {
  const ballot = ballotOf(content)
  const lines = ballot === null ? [oneOption(vote, content)] : [...linesOf(vote, ballot).values()]
  const [line] = lines
  if (lines.length !== 1 || line === undefined || canonical(line) !== canonical(content))
    throw new RangeError(`no line of this vote: ${canonical(content)}`)
  return ballot
}

function wholeLine({ poll, method, options }: SecretVote, value: BallotValue): Line | null {
  if (method === 'median' && 'number' in value) return { number: value.number, poll }
  if ((method !== 'schulze' && method !== 'irv') || !('ranking' in value)) return null
  const ranked = value.ranking.flat()
  if (new Set(ranked).size !== ranked.length || ranked.some((id) => !options.includes(id)))
    throw new RangeError('a ranking of other options')
  // Equal ranks have no order: two equal rankings are one line.
  return { poll, ranking: value.ranking.map((group) => group.toSorted()) }
}

function optionLine(vote: SecretVote, value: BallotValue, option: string): Line {
  const { poll, method } = vote
  if (method === 'approval' && 'approved' in value) {
    const { approved } = value
    if (approved.length === 0) throw new RangeError('who approves of nothing casts a blank ballot')
    if (approved.some((id) => !vote.options.includes(id)) || new Set(approved).size !== approved.length)
      throw new RangeError('an approval of other options')
    return { approved: approved.includes(option), option, poll }
  }
  if ((method !== 'majority-judgment' && method !== 'score') || !('grades' in value)) throw wrong(vote, 'this ballot')
  const grade = value.grades[option]
  if (grade === undefined || Object.keys(value.grades).length !== vote.options.length)
    throw new RangeError('a grade is missing, or is for no option')
  return { grade, option, poll }
}

const wrong = ({ method }: SecretVote, what: string): RangeError => new RangeError(`no ${method} takes ${what}`)

/** A line that is a ballot by itself, whatever the vote; null for a line of one option. */
function ballotOf(content: Line): SecretBallot | null {
  const { choice, number, ranking } = content
  if (choice === 'yes' || choice === 'no' || choice === 'abstain' || choice === 'blank') return { choice }
  if (typeof number === 'number') return { choice: 'cast', value: { number } }
  if (isRanking(ranking)) return { choice: 'cast', value: { ranking } }
  return null
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isRanking = (value: unknown): value is readonly (readonly string[])[] =>
  isList(value) && value.every((group) => isList(group) && group.every((id) => typeof id === 'string'))

function oneOption({ poll, method, options }: SecretVote, content: Line): Line | undefined {
  const { option, grade, approved } = content
  if (typeof option !== 'string' || !options.includes(option)) return undefined
  if (method === 'approval' && typeof approved === 'boolean') return { approved, option, poll }
  const isGraded = method === 'majority-judgment' || method === 'score'
  return isGraded && typeof grade === 'number' ? { grade, option, poll } : undefined
}

type Columns = readonly (readonly [option: string, lines: readonly Line[]])[]

function zipped(columns: Columns, count: number): SecretBallot[] {
  return Array.from({ length: count }, (_, at) => {
    const grades = Object.fromEntries(columns.map(([option, lines]) => [option, Number(lines[at]?.['grade'])]))
    return { choice: 'cast', value: { grades } }
  })
}

/** Deals approvals out in turn: no two of one option meet, and the ballots differ in size by one at most. */
function spread(columns: Columns, count: number): SecretBallot[] {
  const approved = Array.from({ length: count }, (): string[] => [])
  let next = 0
  for (const [option, lines] of columns)
    for (const line of lines) {
      if (line['approved'] !== true) continue
      approved[next % count]?.push(option)
      next += 1
    }
  // Only where options were withdrawn: at least so many ballots named nobody else.
  return approved.map((ids) => (ids.length > 0 ? { choice: 'cast', value: { approved: ids } } : { choice: 'blank' }))
}
