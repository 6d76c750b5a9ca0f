import { gcd, type Rational, wholeNumber } from './rational.ts'
import { rankBy, type Tally } from './ranking.ts'

/** A criterion of the grid with its whole weight. */
export type Criterion = { readonly id: string; readonly weight: number }

/** What one juror gave one nominee, by criterion. A recused juror has no grid; one without all criteria does not count. */
export type Grid = { readonly nominee: string; readonly grades: Readonly<Record<string, number>> }

export type GridScore = {
  readonly id: string
  /** Grids that counted. */
  readonly jurors: number
  /** Grids left out, since a criterion was missing. */
  readonly incomplete: number
  /** The weighted mean in lowest terms, and its spread: the lowest and the highest of single jurors. Null without a grid. */
  readonly score: Rational | null
  readonly lowest: Rational | null
  readonly highest: Rational | null
}

export type GridDetails = {
  readonly nominees: readonly GridScore[]
  /** Nominees with fewer grids than required, not ranked (« non classé »). */
  readonly unranked: readonly string[]
}

/**
 * The criteria grid (voting.md 2.3): S = Σ w_c · (Σ_j g_jc / n_c) / Σ w_c, kept as a fraction. Only complete grids count, so n_c is
 * the same for all criteria and one division is left, which is never carried out.
 * @param minJurors nominees with fewer complete grids are left out of the ranking
 * @throws RangeError on weights that are not whole or all 0, a grade that is not a whole number, an unknown nominee or criterion
 */
export function criteriaGrid(
  criteria: readonly Criterion[],
  nominees: readonly string[],
  grids: readonly Grid[],
  minJurors = 1,
): Tally<GridDetails> {
  const weight = criteria.reduce((sum, criterion) => sum + wholeNumber(criterion.weight, 'weight'), 0)
  if (weight === 0) throw new RangeError('the weights are all 0')
  checkGrids(criteria, nominees, grids)
  const details = nominees.map((id) => scoreOf(id, criteria, weight, grids))
  const of = new Map(details.map((detail) => [detail.id, detail]))
  const noBallot = details.every(({ jurors }) => jurors === 0)
  const ranked = nominees.filter((id) => noBallot || (of.get(id)?.jurors ?? 0) >= Math.max(1, minJurors))
  return {
    status: noBallot ? 'no_ballot' : 'counted',
    ranking: rankBy(ranked, (a, b) => compareFractions(of.get(b)?.score ?? null, of.get(a)?.score ?? null)),
    details: { nominees: details, unranked: nominees.filter((id) => !ranked.includes(id)) },
  }
}

/** Compares two fractions by cross-multiplication; none is below all. */
export function compareFractions(a: Rational | null, b: Rational | null): -1 | 0 | 1 {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1
  const [left, right] = [BigInt(a.n) * BigInt(b.d), BigInt(b.n) * BigInt(a.d)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

function checkGrids(criteria: readonly Criterion[], nominees: readonly string[], grids: readonly Grid[]): void {
  const known = new Set(criteria.map(({ id }) => id))
  for (const { nominee, grades } of grids) {
    if (!nominees.includes(nominee)) throw new RangeError(`unknown nominee: ${nominee}`)
    for (const [id, grade] of Object.entries(grades)) {
      if (!known.has(id)) throw new RangeError(`unknown criterion: ${id}`)
      wholeNumber(grade, 'grade')
    }
  }
}

function scoreOf(id: string, criteria: readonly Criterion[], weight: number, grids: readonly Grid[]): GridScore {
  const own = grids.filter(({ nominee }) => nominee === id)
  const complete = own.filter(({ grades }) => criteria.every((criterion) => Object.hasOwn(grades, criterion.id)))
  const sums = complete.map(({ grades }) =>
    criteria.reduce((sum, criterion) => sum + BigInt(criterion.weight) * BigInt(grades[criterion.id] ?? 0), 0n),
  )
  const sorted = sums.toSorted((a, b) => (a < b ? -1 : Number(a > b)))
  const total = sums.reduce((sum, one) => sum + one, 0n)
  const single = (sum: bigint | undefined) => (sum === undefined ? null : lowestTerms(sum, BigInt(weight)))
  return {
    id,
    jurors: sums.length,
    incomplete: own.length - sums.length,
    score: sums.length === 0 ? null : lowestTerms(total, BigInt(weight) * BigInt(sums.length)),
    lowest: single(sorted[0]),
    highest: single(sorted.at(-1)),
  }
}

function lowestTerms(n: bigint, d: bigint): Rational {
  const common = gcd(n, d)
  // exact: a common divisor divides
  const [top, bottom] = [n / common, d / common]
  return { n: wholeNumber(Number(top), 'numerator'), d: wholeNumber(Number(bottom), 'denominator') }
}
