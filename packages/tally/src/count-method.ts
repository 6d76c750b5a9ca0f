import { approval } from './approval.ts'
import type { Sha256 } from './canonical.ts'
import { drawOrder } from './draw.ts'
import { criteriaGrid } from './grid.ts'
import { irv, type IrvRound } from './irv.ts'
import { judge } from './majority-judgment.ts'
import { lowerMedian } from './median.ts'
import type { Ranking } from './ranking.ts'
import { schulze } from './schulze.ts'
import { score } from './score.ts'
import type { Rational } from './rational.ts'
import type { BallotValue, CountableVote, VoteBallot } from './vote.ts'

/** What a method found, as it is published (`tallyAnswer` of the contract). Best first; options of one group are ex æquo. */
export type VoteTally =
  | {
      method: 'majority-judgment'
      ranking: string[][]
      grades: string[]
      options: { id: string; counts: number[]; judges: number; median: number | null }[]
      unranked: string[]
    }
  | { method: 'schulze'; ranking: string[][]; options: string[]; preferences: number[][]; paths: number[][] }
  | { method: 'irv'; ranking: string[][]; rounds: IrvRound[] }
  | {
      method: 'approval'
      ranking: string[][]
      scores: { id: string; votes: number }[]
      ballots: number
      blank: number
    }
  | { method: 'score'; ranking: string[][]; max: number; scores: { id: string; sum: number; ballots: number }[] }
  | {
      method: 'grid'
      ranking: string[][]
      criteria: { id: string; label: string; weight: number }[]
      max: number
      /** `sums`: points by criterion, of all jurors; `score`: the weighted mean, `lowest` and `highest` of single jurors. */
      options: {
        id: string
        jurors: number
        sums: number[]
        score: Rational | null
        lowest: Rational | null
        highest: Rational | null
      }[]
      unranked: string[]
    }
  | { method: 'median'; value: number | null; unit: string; values: { value: number; votes: number }[] }

type Found = { tally: VoteTally; winner: string | null; decided: boolean }

/**
 * Counts what the ballots of a vote say by its method; yes/no has a count of its own (`threshold.ts`).
 * @param blank ballots that chose no option, which approval voting prints
 * @throws RangeError on a value of another method, or that does not fit the options
 */
export function countMethod(sha256: Sha256, vote: CountableVote, blank: number): Found {
  if (vote.method === 'median') return countNumbers(vote)
  const tally = countOptions(sha256, vote, blank)
  const [top = []] = tally.ranking
  const winner = top.length === 1 ? (top[0] ?? null) : null
  return { tally, winner, decided: winner !== null }
}

function countOptions(sha256: Sha256, vote: CountableVote, blank: number): Exclude<VoteTally, { method: 'median' }> {
  const { method, options, rules, draw } = vote
  const ballots = castOf(vote)
  const values = ballots.map(({ value }) => value)
  switch (method) {
    case 'majority-judgment':
      return countGrades(vote, ballots)
    case 'schulze': {
      const { ranking, details } = schulze(options, values.map(rankingOf))
      const { preferences, paths } = details
      return {
        method,
        ranking: copy(ranking),
        options: [...options],
        preferences: copy(preferences),
        paths: copy(paths),
      }
    }
    case 'irv': {
      const drawOut = (tied: readonly string[]) => drawOrder(sha256, draw.nonce, draw.head, tied).order.at(-1) ?? ''
      const { ranking, details } = irv(options, values.map(rankingOf), drawOut)
      return { method, ranking: copy(ranking), rounds: [...details.rounds] }
    }
    case 'approval': {
      const { ranking, details } = approval(options, [...values.map(approvedOf), { approved: [], count: blank }])
      const scores = options.map((id) => ({ id, votes: details.scores[id] ?? 0 }))
      return { method, ranking: copy(ranking), scores, ballots: details.ballots, blank: details.blank }
    }
    case 'score': {
      const max = rules.points?.max ?? 0
      const { ranking, details } = score(
        options,
        ballots.map(({ value, recused }) => ({ ...gradesOf(value), recused })),
        max,
      )
      return { method, ranking: copy(ranking), max, scores: [...details.scores] }
    }
    case 'grid':
      return countGrid(vote, ballots)
    default:
      throw new RangeError(`« ${method} » does not choose among options`)
  }
}

function countGrades(
  { options, rules }: CountableVote,
  cast: readonly Cast[],
): VoteTally & { method: 'majority-judgment' } {
  const grades = [...(rules.grades ?? [])]
  const ballots = cast.map(({ value, recused }) => ({ ...gradesOf(value), recused }))
  const tallies = options.map((id) => {
    const counts = grades.map(() => 0)
    for (const { grades: given, recused } of ballots) {
      if (recused.includes(id)) continue
      const grade = given[id] ?? -1
      if (counts[grade] === undefined) throw new RangeError(`no grade ${grade} for ${id}`)
      counts[grade] += 1
    }
    return { id, counts }
  })
  const { ranking, details } = judge(new Map(tallies.map(({ id, counts }) => [id, counts])), rules.leastJudges)
  const summary = tallies.map(({ id, counts }) => ({ id, counts, judges: 0, median: null, ...details.options[id] }))
  return {
    method: 'majority-judgment',
    ranking: copy(ranking),
    grades,
    options: summary,
    unranked: [...details.unranked],
  }
}

/** The grid as its ballots give it: whole sums by criterion, and the mean as a fraction. */
function countGrid({ options, rules }: CountableVote, cast: readonly Cast[]): VoteTally & { method: 'grid' } {
  const criteria = (rules.criteria ?? []).map(({ id, label, weight }) => ({ id, label, weight }))
  const grids = cast.flatMap(({ value, recused }) => {
    const given = gridOf(value)
    return options.filter((id) => !recused.includes(id)).map((nominee) => ({ nominee, grades: given[nominee] ?? {} }))
  })
  const { ranking, details } = criteriaGrid(criteria, options, grids, rules.leastJudges)
  const sumOf = (option: string, criterion: string): number =>
    grids.reduce((sum, { nominee, grades }) => sum + (nominee === option ? (grades[criterion] ?? 0) : 0), 0)
  return {
    method: 'grid',
    ranking: copy(ranking),
    criteria,
    max: rules.points?.max ?? 0,
    options: details.nominees.map(({ id, jurors, score, lowest, highest }) => ({
      id,
      jurors,
      sums: criteria.map((criterion) => sumOf(id, criterion.id)),
      score,
      lowest,
      highest,
    })),
    unranked: [...details.unranked],
  }
}

function countNumbers(vote: CountableVote): Found {
  const numbers = castOf(vote).map(({ value }) => {
    if (!('number' in value)) throw foreign()
    return value.number
  })
  const value = lowerMedian(numbers) ?? null
  const votes = new Map<number, number>()
  for (const number of numbers.toSorted((a, b) => a - b)) votes.set(number, (votes.get(number) ?? 0) + 1)
  const values = [...votes].map(([value, votes]) => ({ value, votes }))
  const tally: VoteTally = { method: 'median', value, unit: vote.rules.number?.unit ?? '', values }
  return { tally, winner: null, decided: value !== null }
}

const foreign = (): RangeError => new RangeError('a ballot holds the value of another method')

type Cast = { readonly value: BallotValue; readonly recused: NonNullable<VoteBallot['recused']> }

function castOf({ ballots }: CountableVote): Cast[] {
  return ballots.flatMap(({ choice, value, recused = [] }) => {
    if (choice !== 'cast') return []
    if (value === undefined || value === null) throw foreign()
    return [{ value, recused }]
  })
}

function gridOf(value: BallotValue): Readonly<Record<string, Readonly<Record<string, number>>>> {
  if (!('grid' in value)) throw foreign()
  return value.grid
}

function gradesOf(value: BallotValue): { grades: Readonly<Record<string, number>> } {
  if (!('grades' in value)) throw foreign()
  return value
}

function rankingOf(value: BallotValue): { ranking: Ranking } {
  if (!('ranking' in value)) throw foreign()
  return value
}

function approvedOf(value: BallotValue): { approved: readonly string[]; count?: number } {
  if (!('approved' in value)) throw foreign()
  return value
}

const copy = <T>(rows: readonly (readonly T[])[]): T[][] => rows.map((row) => [...row])
