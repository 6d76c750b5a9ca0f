import { canonical, type Json, type Sha256 } from './canonical.ts'
import { countVote, type VoteCount } from './count.ts'
import type { CountableVote, VoteBallot, VoteRules } from './vote.ts'

/** What a published vote says first; a change of meaning makes another number. */
export const VOTE_FILE_FORMAT = 'cenacle.vote/1'

/** An option with the words that voters saw. */
export type NamedOption = { readonly id: string; readonly label: string }

/**
 * A closed vote with all that its result follows from, and the result: whoever has it can count again (docs/voting.md).
 * It names no voter. `closedAt`: ISO 8601, in UTC.
 */
export type VoteFile<Result = VoteCount> = Omit<CountableVote, 'options'> & {
  readonly format: typeof VOTE_FILE_FORMAT
  readonly id: string
  readonly question: string
  readonly closedAt: string
  readonly options: readonly NamedOption[]
  readonly result: Result
}

/** What a recount found. `differs`: the members of the published result that are not what the ballots give. */
export type Recount = { readonly equal: boolean; readonly differs: readonly string[]; readonly found: VoteCount }

/**
 * Puts a closed vote in the form in which it is published: counted, ballots as they were cast, sorted by their text, so that their
 * order tells nothing of who cast them or when.
 */
export function voteFile(sha256: Sha256, vote: Omit<VoteFile, 'format' | 'result'>): VoteFile {
  const { id, question, closedAt, method, options, withdrawn = [], roll, draw } = vote
  const texts = vote.ballots.map((ballot) => ({ ballot: ballotOf(ballot), text: canonical(ballotOf(ballot)) }))
  const ballots = texts.toSorted((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text))).map(({ ballot }) => ballot)
  const taken = withdrawn.length > 0 && { withdrawn: [...withdrawn] }
  const counted = { method, rules: rulesOf(vote.rules), roll, draw: { nonce: draw.nonce, head: draw.head }, ballots }
  const countable = { ...counted, ...taken }
  return {
    format: VOTE_FILE_FORMAT,
    id,
    question,
    closedAt,
    ...countable,
    options: options.map(({ id, label }) => ({ id, label })),
    result: countVote(sha256, { ...countable, options: options.map(({ id }) => id) }),
  }
}

/** A published vote as a file: JSON with a member a line, and of the ballots one a line. */
export function writeVoteFile({ ballots, result, ...vote }: VoteFile): string {
  const member = (name: string, text: string) => `  ${JSON.stringify(name)}: ${text}`
  const lines = ballots.map((ballot) => `\n    ${JSON.stringify(ballot)}`)
  const members = [
    ...Object.entries(vote).map(([name, value]) => member(name, JSON.stringify(value))),
    member('ballots', `[${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]`),
    member('result', JSON.stringify(result)),
  ]
  return `{\n${members.join(',\n')}\n}\n`
}

/** Counts a published vote again, from its ballots alone, and compares. */
export function recount(sha256: Sha256, vote: VoteFile<Json>): Recount {
  const found = countVote(sha256, { ...vote, options: vote.options.map(({ id }) => id) })
  const [theirs, ours] = [membersOf(vote.result), membersOf(found)]
  const names = [...new Set([...theirs.keys(), ...ours.keys()])]
  const differs = names.filter((name) => theirs.get(name) !== ours.get(name))
  return { equal: differs.length === 0, differs, found }
}

/** Canonical text of each member; a list or a bare value has none. */
function membersOf(result: Json | VoteCount): Map<string, string> {
  const isObject = typeof result === 'object' && result !== null && !Array.isArray(result)
  return new Map(isObject ? Object.entries(result).map(([name, member]) => [name, canonical(member)]) : [])
}

type PlainBallot = {
  choice: VoteBallot['choice']
  value: VoteBallot['value'] & Json
  lapsed?: true
  recused?: string[]
}

function ballotOf({ choice, value, lapsed, recused = [] }: VoteBallot): PlainBallot {
  return {
    choice,
    value: value ?? null,
    ...(lapsed && { lapsed: true as const }),
    ...(recused.length > 0 && { recused: [...recused] }),
  }
}

/** Only what counting reads: a vote's rules have more members, which are for the time before its close. */
function rulesOf({
  base,
  threshold,
  comparator,
  quorum,
  veto,
  grades,
  approvals,
  points,
  number,
  criteria,
  leastJudges,
}: VoteRules): VoteRules {
  return {
    base,
    threshold: { numerator: threshold.numerator, denominator: threshold.denominator },
    comparator,
    quorum: { numerator: quorum.numerator, denominator: quorum.denominator },
    veto,
    ...(grades && { grades: [...grades] }),
    ...(approvals && { approvals: { min: approvals.min, max: approvals.max } }),
    ...(points && { points: { max: points.max } }),
    ...(number && { number: { min: number.min, max: number.max, unit: number.unit } }),
    ...(criteria && { criteria: criteria.map(({ id, label, weight }) => ({ id, label, weight })) }),
    ...(leastJudges !== undefined && { leastJudges }),
  }
}
