import { lowerMiddle } from './median.ts'
import { lcm, wholeNumber } from './rational.ts'
import { rankBy, type Tally } from './ranking.ts'

/** How many judges gave each grade, worst grade first. */
export type GradeCounts = readonly number[]

export type JudgmentDetails = {
  /** Judges and lower median grade (index from the worst, 0) per option; null for an option without a grade. */
  readonly options: Readonly<Record<string, { readonly judges: number; readonly median: number | null }>>
  /** Options with fewer judges than required, not ranked (« non classé »). */
  readonly unranked: readonly string[]
}

/**
 * Majority judgment (Balinski and Laraki, 2007): options are compared by their medians, removed one by one. This is the
 * form of Mieux Voter that works on the counts, O(grades) per option, and gives the same order (voting.md 2.3).
 * Unequal numbers of judges are scaled to their least common multiple first.
 * @param minJudges options graded by fewer are left out of the ranking
 * @throws RangeError on counts that are not whole numbers or on options with different numbers of grades
 */
export const majorityJudgment = (
  tallies: Readonly<Record<string, GradeCounts>>,
  minJudges = 1,
): Tally<JudgmentDetails> => judge(new Map(Object.entries(tallies)), minJudges)

/** The same with the options in an order of the caller's, in which those ex æquo are named: an object sorts numbers first. */
export function judge(tallies: ReadonlyMap<string, GradeCounts>, minJudges = 1): Tally<JudgmentDetails> {
  const options = [...tallies.keys()]
  checkGrades([...tallies.values()])
  const judges = new Map(options.map((option) => [option, judgesOf(tallies.get(option) ?? [])]))
  const noBallot = [...judges.values()].every((count) => count === 0)
  const ranked = options.filter((option) => noBallot || (judges.get(option) ?? 0) >= Math.max(1, minJudges))
  const scale = lcm(ranked.map((option) => BigInt(judges.get(option) ?? 0)).filter((count) => count > 0n))
  const keys = new Map(ranked.map((option) => [option, keyOf(scaled(tallies.get(option) ?? [], scale))]))
  return {
    status: noBallot ? 'no_ballot' : 'counted',
    ranking: rankBy(ranked, (a, b) => compareKeys(keys.get(b) ?? [], keys.get(a) ?? [])),
    details: {
      options: Object.fromEntries(options.map((option) => [option, summary(tallies.get(option) ?? [])])),
      unranked: options.filter((option) => !ranked.includes(option)),
    },
  }
}

/**
 * Counts judges who gave no grade as having given `grade` (M3 of voting.md: the worst, unless the rules say otherwise).
 * @param judges how many judges there were
 */
export function fillMissing(counts: GradeCounts, judges: number, grade = 0): GradeCounts {
  const missing = wholeNumber(judges - judgesOf(counts), 'missing grades')
  return counts.map((count, index) => (index === grade ? count + missing : count))
}

function checkGrades(tallies: readonly GradeCounts[]): void {
  for (const counts of tallies) {
    if (counts.length === 0 || counts.length !== tallies[0]?.length)
      throw new RangeError('options differ in their grades')
    for (const count of counts) wholeNumber(count, 'grade count')
  }
}

const judgesOf = (counts: GradeCounts): number => counts.reduce((sum, count) => wholeNumber(sum + count, 'judges'), 0)

function summary(counts: GradeCounts): { judges: number; median: number | null } {
  const judges = judgesOf(counts)
  return { judges, median: judges === 0 ? null : medianGrade(counts.map(BigInt)) }
}

function scaled(counts: GradeCounts, scale: bigint): bigint[] {
  const judges = BigInt(judgesOf(counts))
  // exact: the scale is a common multiple of all numbers of judges
  return counts.map((count) => (judges === 0n ? 0n : BigInt(count) * (scale / judges)))
}

function medianGrade(counts: readonly bigint[]): number {
  let left = lowerMiddle(counts.reduce((sum, count) => sum + count, 0n))
  return counts.findIndex((count) => {
    left -= count
    return left < 0n
  })
}

/**
 * The order key: median grade, then plus or minus the size of the larger of the groups above and below it (below when equal),
 * then the same after the median group has moved into that group's nearest grade, until one grade holds everybody.
 */
function keyOf(counts: bigint[]): bigint[] {
  const key: bigint[] = []
  const total = counts.reduce((sum, count) => sum + count, 0n)
  if (total === 0n) return key
  for (let round = 0; round < counts.length; round += 1) {
    const median = medianGrade(counts)
    const below = sum(counts.slice(0, median))
    const above = sum(counts.slice(median + 1))
    key.push(BigInt(median), above > below ? above : -below)
    const next = above > below ? nearestAbove(counts, median) : nearestBelow(counts, median)
    if (next === -1) break
    counts[next] = (counts[next] ?? 0n) + (counts[median] ?? 0n)
    counts[median] = 0n
  }
  return key
}

const sum = (counts: readonly bigint[]): bigint => counts.reduce((total, count) => total + count, 0n)
const nearestAbove = (counts: readonly bigint[], median: number): number =>
  counts.findIndex((count, grade) => grade > median && count > 0n)
const nearestBelow = (counts: readonly bigint[], median: number): number =>
  counts.findLastIndex((count, grade) => grade < median && count > 0n)

/** Lexicographic, higher first entry wins; a key that ended early is equal so far only to one that ended there too. */
function compareKeys(a: readonly bigint[], b: readonly bigint[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [x, y] = [a[index] ?? -1n, b[index] ?? -1n]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}
