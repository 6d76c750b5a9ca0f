import type { VoteFile } from './vote-file.ts'
import type { BallotValue } from './vote.ts'

/** Equal ballots over options numbered from 1: groups best first, which are ranks, or one per category. */
export type NumberedBallot = { readonly count: number; readonly groups: readonly (readonly number[])[] }

/**
 * Whether ballots can be written over numbered options: not yes or no, nor a number, nor a grid, nor where somebody did not judge
 * all options, since what is not there would be read as the worst.
 */
export const isNumbered = ({ method, ballots }: Pick<VoteFile<unknown>, 'method' | 'ballots'>): boolean =>
  !NUMBERLESS.has(method) && !ballots.some(({ recused = [] }) => recused.length > 0)
const NUMBERLESS: ReadonlySet<VoteFile['method']> = new Set(['threshold', 'median', 'grid'])

/**
 * The ballots of a published vote that say something of its options, equal ones together, the most frequent first.
 * @returns null where `isNumbered` says that they cannot be
 */
export function numbered(vote: VoteFile<unknown>): NumberedBallot[] | null {
  const numberOf = new Map(vote.options.map(({ id }, index) => [id, index + 1]))
  const counted = new Map<string, { count: number; groups: number[][] }>()
  if (!isNumbered(vote)) return null
  for (const { choice, value } of vote.ballots) {
    if (choice !== 'cast' || value === undefined || value === null) continue
    const groups = groupsOf(value, vote).map((ids) => ids.map((id) => numberOf.get(id) ?? 0))
    for (const group of groups) if (group.length > 1) group.sort((a, b) => a - b)
    const key = groups.map((group) => group.join('=')).join(' ')
    const same = counted.get(key)
    if (same) same.count += 1
    else counted.set(key, { count: 1, groups })
  }
  return [...counted]
    .toSorted(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .map(([, ballot]) => ballot)
}

function groupsOf(value: BallotValue, { method, rules, options }: VoteFile<unknown>): readonly (readonly string[])[] {
  const ids = options.map(({ id }) => id)
  if ('ranking' in value) return value.ranking
  if ('approved' in value) return [value.approved, ids.filter((id) => !value.approved.includes(id))]
  if (!('grades' in value)) return []
  const best = method === 'score' ? (rules.points?.max ?? 0) : (rules.grades?.length ?? 1) - 1
  return Array.from({ length: best + 1 }, (_, index) => ids.filter((id) => value.grades[id] === best - index))
}
