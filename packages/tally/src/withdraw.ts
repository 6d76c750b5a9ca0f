import type { BallotValue, CountableVote, VoteBallot } from './vote.ts'

/**
 * Takes a withdrawn nominee out of a vote (voting.md 2.4): dropped from every ballot, ranks close up, the others stay as they are.
 * A ballot that named nobody else becomes a blank one: its voter took part, and chooses none of those left.
 */
export function withdraw<Vote extends Pick<CountableVote, 'options' | 'ballots'>>(vote: Vote, id: string): Vote {
  return {
    ...vote,
    options: vote.options.filter((option) => option !== id),
    ballots: vote.ballots.map((ballot) => without(ballot, id)),
  }
}

function without(ballot: VoteBallot, id: string): VoteBallot {
  if (ballot.choice !== 'cast' || ballot.value === undefined || ballot.value === null) return ballot
  const value = valueWithout(ballot.value, id)
  return value === null ? { ...ballot, choice: 'blank', value: null } : { ...ballot, value }
}

function valueWithout(value: BallotValue, id: string): BallotValue | null {
  if ('ranking' in value) {
    const ranking = value.ranking.map((group) => group.filter((option) => option !== id))
    const closed = ranking.filter((group) => group.length > 0)
    return closed.length === 0 ? null : { ranking: closed }
  }
  if ('approved' in value) {
    const approved = value.approved.filter((option) => option !== id)
    return approved.length === 0 ? null : { approved }
  }
  if ('grid' in value) {
    const rows = Object.entries(value.grid).filter(([option]) => option !== id)
    return rows.length === 0 ? null : { grid: Object.fromEntries(rows) }
  }
  if (!('grades' in value)) return value
  const grades = Object.entries(value.grades).filter(([option]) => option !== id)
  return grades.length === 0 ? null : { grades: Object.fromEntries(grades) }
}
