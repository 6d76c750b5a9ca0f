import type { BallotValue, VoteBallot } from './vote.ts'

/** What options can be taken out of: a vote as it is counted, or as it is published. */
export type Withdrawable = {
  readonly options: readonly (string | { readonly id: string })[]
  readonly ballots: readonly VoteBallot[]
  /** Options withdrawn while it was open, the first one first; `options` and ballots still name them. */
  readonly withdrawn?: readonly string[] | undefined
}

/** A vote as it counts: without what was withdrawn from it while it was open. */
export const remaining = <Vote extends Withdrawable>(vote: Vote): Vote => withdraw(vote, ...(vote.withdrawn ?? []))

/** Takes withdrawn options out of a vote (voting.md 2.4): dropped from every ballot, the others stay as they are. */
export function withdraw<Vote extends Withdrawable>(vote: Vote, ...ids: readonly string[]): Vote {
  if (ids.length === 0) return vote
  return {
    ...vote,
    options: vote.options.filter((option) => !ids.includes(typeof option === 'string' ? option : option.id)),
    ballots: vote.ballots.map((ballot) => ballotWithout(ballot, ids)),
  }
}

/**
 * A ballot without some options: ranks close up. One that named nobody else becomes a blank one: its voter took part, and chooses
 * none of those left.
 */
export function ballotWithout<Ballot extends VoteBallot>(ballot: Ballot, ids: readonly string[]): Ballot {
  if (ids.length === 0) return ballot
  const { recused } = ballot
  const judged = recused ? { ...ballot, recused: recused.filter((option) => !ids.includes(option)) } : ballot
  if (ballot.choice !== 'cast' || ballot.value === undefined || ballot.value === null) return judged
  const value = valueWithout(ballot.value, ids)
  return value === null ? { ...judged, choice: 'blank', value: null } : { ...judged, value }
}

/** The options that a ballot names. */
export function optionsIn(value: BallotValue): string[] {
  if ('ranking' in value) return value.ranking.flat()
  if ('approved' in value) return [...value.approved]
  if ('grid' in value) return Object.keys(value.grid)
  return 'grades' in value ? Object.keys(value.grades) : []
}

function valueWithout(value: BallotValue, ids: readonly string[]): BallotValue | null {
  if ('ranking' in value) {
    const ranking = rankingWithout(value.ranking, ids)
    return ranking.length === 0 ? null : { ranking }
  }
  if ('approved' in value) {
    const approved = value.approved.filter((option) => !ids.includes(option))
    return approved.length === 0 ? null : { approved }
  }
  if ('grid' in value) {
    const rows = Object.entries(value.grid).filter(([option]) => !ids.includes(option))
    return rows.length === 0 ? null : { grid: Object.fromEntries(rows) }
  }
  if (!('grades' in value)) return value
  const grades = Object.entries(value.grades).filter(([option]) => !ids.includes(option))
  return grades.length === 0 ? null : { grades: Object.fromEntries(grades) }
}

/** A ranking without some options: ranks that nobody is left in are gone. */
export const rankingWithout = (ranking: readonly (readonly string[])[], ids: readonly string[]): string[][] =>
  ranking.map((group) => group.filter((option) => !ids.includes(option))).filter((group) => group.length > 0)
