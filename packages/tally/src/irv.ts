import { wholeNumber } from './rational.ts'
import { placesOf, rankBy, type Ranking, type Tally } from './ranking.ts'
import type { RankedBallot } from './schulze.ts'

/** One count. `eliminated` is null in the last one; `tie` says how the last place was settled when several shared it. */
export type IrvRound = {
  counts: { id: string; votes: number }[]
  exhausted: number
  eliminated: string | null
  tie: 'none' | 'earlier-round' | 'draw'
}

export type IrvDetails = { readonly rounds: readonly IrvRound[] }

/**
 * Instant-runoff voting (the alternative vote; W. R. Ware, 1871; voting.md 2.3): a ballot counts for its first continuing
 * preference, exhausted ballots leave the base, more than half of the continuing ballots wins, else exactly one option goes. Of
 * several last ones goes the one with the fewest votes in the latest earlier round that tells them apart, then the one drawn.
 * Two that are level at the end, and were in every round, are ex æquo: a draw eliminates, it elects nobody.
 * @param drawOut of options that nothing tells apart, the one to go
 * @throws RangeError on equal ranks, an unknown or repeated option or a count that is not a whole number
 */
export function irv(
  options: readonly string[],
  ballots: readonly RankedBallot[],
  drawOut: (tied: readonly string[]) => string,
): Tally<IrvDetails> {
  const read = placesOf(options)
  const piles = ballots.map((ballot) => pileOf(ballot, read))
  wholeNumber(
    piles.reduce((sum, { count }) => sum + count, 0),
    'ballots',
  )
  const rounds: IrvRound[] = []
  const out: string[] = []
  for (;;) {
    const round = countRound(options, piles, new Set(out))
    rounds.push(round)
    const last = isDecided(round) ? null : lastOf(rounds, drawOut)
    if (last === null) break
    Object.assign(round, last)
    out.push(last.eliminated)
  }
  const votes = new Map(rounds.at(-1)?.counts.map(({ id, votes }) => [id, votes]))
  const left = rankBy([...votes.keys()], (a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0))
  return {
    status: piles.every(({ count }) => count === 0) ? 'no_ballot' : 'counted',
    ranking: [...left, ...out.toReversed().map((id) => [id])],
    details: { rounds },
  }
}

/** `at`: how far the pile's order is used up. */
type Pile = { readonly order: readonly number[]; readonly count: number; at: number }

function pileOf({ ranking, count = 1 }: RankedBallot, read: (ranking: Ranking) => number[]): Pile {
  if (ranking.some((group) => group.length !== 1)) throw new RangeError('instant-runoff ballots have no equal ranks')
  return { order: read(ranking), count: wholeNumber(count, 'count'), at: 0 }
}

function countRound(options: readonly string[], piles: readonly Pile[], out: ReadonlySet<string>): IrvRound {
  const isOut = options.map((id) => out.has(id))
  const votes = options.map(() => 0)
  let exhausted = 0
  for (const pile of piles) {
    while (isOut[pile.order[pile.at] ?? -1]) pile.at += 1
    const first = pile.order[pile.at]
    if (first === undefined) exhausted += pile.count
    else votes[first] = (votes[first] ?? 0) + pile.count
  }
  const counts = options.map((id, place) => ({ id, votes: votes[place] ?? 0 })).filter((_, place) => !isOut[place])
  return { counts, exhausted, eliminated: null, tie: 'none' }
}

/** More than half for one, or nobody left to count. */
function isDecided({ counts }: IrvRound): boolean {
  const base = counts.reduce((sum, { votes }) => sum + votes, 0)
  return base === 0 || counts.some(({ votes }) => 2 * votes > base)
}

/** @returns who goes, or null when the last two are level in everything */
function lastOf(
  rounds: readonly IrvRound[],
  drawOut: (tied: readonly string[]) => string,
): { eliminated: string; tie: IrvRound['tie'] } | null {
  const left = rounds.at(-1)?.counts ?? []
  let tied = left.map(({ id }) => id)
  for (const round of rounds.toReversed()) {
    const among = round.counts.filter(({ id }) => tied.includes(id))
    const fewest = Math.min(...among.map(({ votes }) => votes))
    tied = among.filter(({ votes }) => votes === fewest).map(({ id }) => id)
    const [only] = tied
    if (only !== undefined && tied.length === 1)
      return { eliminated: only, tie: round === rounds.at(-1) ? 'none' : 'earlier-round' }
  }
  return left.length === 2 ? null : { eliminated: drawOut(tied), tie: 'draw' }
}
