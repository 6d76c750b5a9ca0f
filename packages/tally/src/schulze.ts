import { wholeNumber } from './rational.ts'
import { placesOf, type Ranking, type Tally } from './ranking.ts'

/** `count` equal ballots: groups from best to worst, equal ranks in one group; options left out are tied last. */
export type RankedBallot = { readonly ranking: Ranking; readonly count?: number }

/** One row and one column per option, in the order of the options; the diagonal is 0. */
export type Matrix = readonly (readonly number[])[]

export type SchulzeDetails = {
  readonly options: readonly string[]
  readonly ballots: number
  /** preferences[i][j]: ballots that rank i strictly above j. */
  readonly preferences: Matrix
  /** paths[i][j]: strength of the strongest path from i to j. */
  readonly paths: Matrix
}

/**
 * The Schulze method with winning votes (Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", Social Choice and Welfare, 2011): the strength of a win is the number
 * of ballots that support it. The ranking takes all unbeaten options, again and again; what stays tied is ex æquo.
 * @throws RangeError on an unknown or repeated option or a count that is not a whole number
 */
export function schulze(options: readonly string[], ballots: readonly RankedBallot[]): Tally<SchulzeDetails> {
  const preferences = countPreferences(options, ballots)
  const paths = strongestPaths(preferences)
  // No cell is larger: as long as this is exact, all are.
  const total = ballots.reduce((sum, ballot) => wholeNumber(sum + (ballot.count ?? 1), 'ballots'), 0)
  return {
    status: total === 0 ? 'no_ballot' : 'counted',
    ranking: takeUnbeaten(paths).map((group) => group.map((index) => options[index] ?? '')),
    details: { options, ballots: total, preferences, paths },
  }
}

/** By places and in one flat row: 100,000 ballots over 12 options are 6.6 million additions of whole numbers. */
function countPreferences(options: readonly string[], ballots: readonly RankedBallot[]): Matrix {
  const size = options.length
  const read = placesOf(options)
  const wins = Array.from({ length: size * size }, () => 0)
  for (const { ranking, count = 1 } of ballots) {
    wholeNumber(count, 'count')
    const places = read(ranking)
    if (places.length < size)
      for (let place = 0; place < size; place += 1) if (!places.includes(place)) places.push(place)
    let [at, below] = [0, 0]
    for (const group of ranking) {
      below += group.length
      for (; at < below; at += 1) addWins(wins, size, places, at, below, count)
    }
  }
  return options.map((_, row) => wins.slice(row * size, (row + 1) * size))
}

/** Counts the option at `at` as ranked above all from `below` on. */
function addWins(
  wins: number[],
  size: number,
  places: readonly number[],
  at: number,
  below: number,
  count: number,
): void {
  const row = (places[at] ?? 0) * size
  for (let other = below; other < size; other += 1) {
    const cell = row + (places[other] ?? 0)
    wins[cell] = (wins[cell] ?? 0) + count
  }
}

/** Widest paths by the Floyd–Warshall closure over the pairwise wins. */
function strongestPaths(preferences: Matrix): Matrix {
  const indices = [...preferences.keys()]
  const paths = preferences.map((row, i) => row.map((votes, j) => (votes > cell(preferences, j, i) ? votes : 0)))
  for (const via of indices)
    for (const from of indices) {
      const row = paths[from]
      if (row === undefined || from === via) continue
      for (const to of indices) {
        if (to === from || to === via) continue
        row[to] = Math.max(at(row, to), Math.min(at(row, via), cell(paths, via, to)))
      }
    }
  return paths
}

function takeUnbeaten(paths: Matrix): number[][] {
  const groups: number[][] = []
  let left = [...paths.keys()]
  while (left.length > 0) {
    const rest = left
    const best = rest.filter((i) => rest.every((j) => cell(paths, j, i) <= cell(paths, i, j)))
    groups.push(best)
    left = rest.filter((i) => !best.includes(i))
  }
  return groups
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0
const cell = (matrix: Matrix, i: number, j: number): number => matrix[i]?.[j] ?? 0
