import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type RankedBallot, schulze } from '../src/schulze.ts'
import { ballot, S1, S2 } from './ballots.ts'

// Methods that the product does not offer, from their definitions: what voting.md says of the same ballots, as a second opinion on them.

const profile = (options: string, texts: readonly string[]) => {
  const ids = [...options]
  const ballots = texts.map(ballot)
  const { preferences } = schulze(ids, ballots).details
  const d = (x: string, y: string): number => preferences[ids.indexOf(x)]?.[ids.indexOf(y)] ?? 0
  return { ids, ballots, d }
}
type Profile = ReturnType<typeof profile>

const byScore = (scores: Readonly<Record<string, number>>): string =>
  Object.entries(scores)
    .toSorted(([, a], [, b]) => b - a)
    .map(([id, score]) => `${id}${score}`)
    .join(' ')

/** Votes for the first continuing option. */
function firsts(ballots: readonly RankedBallot[], left: readonly string[]): Record<string, number> {
  const votes: Record<string, number> = Object.fromEntries(left.map((id) => [id, 0]))
  for (const { ranking, count = 1 } of ballots) {
    const first = ranking.flat().find((id) => left.includes(id)) ?? ''
    votes[first] = (votes[first] ?? 0) + count
  }
  return votes
}

function borda({ ids, ballots }: Profile): Record<string, number> {
  const points: Record<string, number> = Object.fromEntries(ids.map((id) => [id, 0]))
  for (const { ranking, count = 1 } of ballots)
    for (const [rank, id] of ranking.flat().entries()) points[id] = (points[id] ?? 0) + count * (ids.length - 1 - rank)
  return points
}

/** Tideman's: the strongest wins first, each kept unless it closes a circle. */
function rankedPairs({ ids, d }: Profile): string {
  const wins = ids.flatMap((x) => ids.filter((y) => d(x, y) > d(y, x)).map((y) => ({ x, y, votes: d(x, y) })))
  const above = new Map(ids.map((id) => [id, new Set<string>()]))
  const reaches = (from: string, to: string): boolean =>
    from === to || [...(above.get(from) ?? [])].some((next) => reaches(next, to))
  for (const { x, y } of wins.toSorted((a, b) => b.votes - a.votes)) if (!reaches(y, x)) above.get(x)?.add(y)
  return ids.toSorted((x, y) => (reaches(x, y) ? -1 : 1)).join('>')
}

const permutations = (ids: readonly string[]): string[][] =>
  ids.length === 0
    ? [[]]
    : ids.flatMap((id) => permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]))

/** Agreements with the ballots of the order that has the most of them. */
const kemeny = ({ ids, d }: Profile): { order: string; score: number } =>
  permutations(ids)
    .map((order) => ({
      order: order.join('>'),
      score: order.reduce((sum, x, at) => order.slice(at + 1).reduce((more, y) => more + d(x, y), sum), 0),
    }))
    .reduce((best, one) => (one.score > best.score ? one : best))

describe('vote criterion 1: what other methods say of the vectors', () => {
  const s1 = profile('ABCDE', S1)
  const s2 = profile('MNCK', S2)
  it('S1 ranked pairs A>C>E>B>D, Borda E102 A98 B92 C89 D69, plurality C12', () => {
    assert.equal(rankedPairs(s1), 'A>C>E>B>D')
    assert.equal(byScore(borda(s1)), 'E102 A98 B92 C89 D69')
    assert.match(byScore(firsts(s1.ballots, s1.ids)), /^C12 /u)
  })
  it('S1 both tied losers dropped at once would elect A, 26 to 19: what IRV must not do', () => {
    assert.equal(byScore(firsts(s1.ballots, ['A', 'C'])), 'A26 C19')
  })
  it('S2 plurality M42, two rounds N 58 to 42, Borda N194 C173 M126 K107', () => {
    assert.equal(byScore(firsts(s2.ballots, s2.ids)), 'M42 N26 K17 C15')
    assert.equal(byScore(firsts(s2.ballots, ['M', 'N'])), 'N58 M42')
    assert.equal(byScore(borda(s2)), 'N194 C173 M126 K107')
  })
  it('S2 Condorcet and Copeland N>C>K>M, ranked pairs the same, minimax N M C K, Kemeny 393', () => {
    const { ids, d } = s2
    const wins = (x: string) => ids.filter((y) => d(x, y) > d(y, x)).length
    assert.equal(ids.toSorted((x, y) => wins(y) - wins(x)).join('>'), 'N>C>K>M')
    assert.equal(wins('N'), 3)
    assert.equal(rankedPairs(s2), 'N>C>K>M')
    const worst = (x: string) => Math.max(0, ...ids.filter((y) => d(y, x) > d(x, y)).map((y) => d(y, x)))
    assert.equal(ids.toSorted((x, y) => worst(x) - worst(y)).join(' '), 'N M C K')
    assert.deepEqual(kemeny(s2), { order: 'N>C>K>M', score: 393 })
  })
  it('S4 ranked pairs C>D>A>B', () => {
    const s4 = profile('ABCD', ['3 A>C>D>B', '9 B>A>C>D', '8 C>D>A>B', '5 D>A>B>C', '5 D>B>C>A'])
    assert.equal(rankedPairs(s4), 'C>D>A>B')
  })
})
