/** Positions of one thing in both lists. */
export type Pair = readonly [from: number, to: number]

/** Cells of a table that is filled to find the longest common subsequence; what is larger, and has nothing rare in common, is not compared. */
const MOST_CELLS = 1_000_000

interface Range {
  fromStart: number
  fromEnd: number
  toStart: number
  toEnd: number
}

/**
 * What two lists have in common, in order: first what stands at their edges, then what occurs once in each (« patience », Bram Cohen),
 * and between those the longest common subsequence.
 * @param from numbers that stand for things: the same number for the same thing
 */
export function commonPairs(from: readonly number[], to: readonly number[]): Pair[] {
  const pairs: Pair[] = []
  const open: Range[] = [{ fromStart: 0, fromEnd: from.length, toStart: 0, toEnd: to.length }]
  for (let range = open.pop(); range; range = open.pop()) {
    const rest = trim(from, to, range, pairs)
    if (rest.fromStart === rest.fromEnd || rest.toStart === rest.toEnd) continue
    const anchors = rising(uniqueInBoth(from, to, rest))
    if (anchors.length > 0) open.push(...between(rest, anchors), ...anchors.map(single))
    else pairs.push(...longest(from, to, rest))
  }
  return pairs.sort(([a], [b]) => a - b)
}

const single = ([at, other]: Pair): Range => ({ fromStart: at, fromEnd: at + 1, toStart: other, toEnd: other + 1 })

function trim(from: readonly number[], to: readonly number[], range: Range, pairs: Pair[]): Range {
  let { fromStart, fromEnd, toStart, toEnd } = range
  while (fromStart < fromEnd && toStart < toEnd && from[fromStart] === to[toStart]) pairs.push([fromStart++, toStart++])
  while (fromStart < fromEnd && toStart < toEnd && from[fromEnd - 1] === to[toEnd - 1]) pairs.push([--fromEnd, --toEnd])
  return { fromStart, fromEnd, toStart, toEnd }
}

/** Where each thing stands that occurs once; -1 for what occurs more often. */
function places(list: readonly number[], start: number, end: number): Map<number, number> {
  const found = new Map<number, number>()
  for (let at = start; at < end; at++) {
    const thing = list[at] as number
    found.set(thing, found.has(thing) ? -1 : at)
  }
  return found
}

function uniqueInBoth(from: readonly number[], to: readonly number[], range: Range): Pair[] {
  const others = places(to, range.toStart, range.toEnd)
  const unique: Pair[] = []
  for (const [thing, at] of places(from, range.fromStart, range.fromEnd)) {
    const other = others.get(thing) ?? -1
    if (at >= 0 && other >= 0) unique.push([at, other])
  }
  return unique.sort(([a], [b]) => a - b)
}

/** The longest choice of pairs that rises on both sides. @param pairs by their first position */
function rising(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = []
  const before: number[] = []
  for (const [index, [, to]] of pairs.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] as number]?.[1] ?? 0) < to) low = middle + 1
      else high = middle
    }
    before.push(tops[low - 1] ?? -1)
    tops[low] = index
  }
  const chain: Pair[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) chain.unshift(pairs[index] as Pair)
  return chain
}

function between(range: Range, anchors: readonly Pair[]): Range[] {
  let [fromStart, toStart] = [range.fromStart, range.toStart]
  const gaps: Range[] = []
  for (const [from, to] of [...anchors, [range.fromEnd, range.toEnd] as const]) {
    gaps.push({ fromStart, fromEnd: from, toStart, toEnd: to })
    ;[fromStart, toStart] = [from + 1, to + 1]
  }
  return gaps
}

function longest(from: readonly number[], to: readonly number[], range: Range): Pair[] {
  const { fromStart, fromEnd, toStart, toEnd } = range
  const same = (at: number, other: number): number => (from[fromStart + at] === to[toStart + other] ? 1 : 0)
  return bestPairs(fromEnd - fromStart, toEnd - toStart, same).map(([at, other]) => [fromStart + at, toStart + other])
}

/**
 * The pairs, in order on both sides, whose weights sum up to the most.
 * @param weight of one pair; 0 for what does not go together
 * @returns none when the lists are too long to be compared
 */
export function bestPairs(from: number, to: number, weight: (from: number, to: number) => number): Pair[] {
  if ((from + 1) * (to + 1) > MOST_CELLS) return []
  const width = to + 1
  const sums = new Float32Array((from + 1) * width)
  const weights = new Float32Array(from * to)
  for (let at = from - 1; at >= 0; at--) {
    for (let other = to - 1; other >= 0; other--) {
      const own = weight(at, other)
      weights[at * to + other] = own
      const skip = Math.max(sums[(at + 1) * width + other] ?? 0, sums[at * width + other + 1] ?? 0)
      const take = own > 0 ? own + (sums[(at + 1) * width + other + 1] ?? 0) : 0
      sums[at * width + other] = Math.max(skip, take)
    }
  }
  return walk(from, to, sums, weights)
}

function walk(from: number, to: number, sums: Float32Array, weights: Float32Array): Pair[] {
  const width = to + 1
  const pairs: Pair[] = []
  for (let at = 0, other = 0; at < from && other < to; ) {
    const here = sums[at * width + other] ?? 0
    if (here === 0) break
    if (here === sums[(at + 1) * width + other]) at += 1
    else if (here === sums[at * width + other + 1]) other += 1
    else {
      if ((weights[at * to + other] ?? 0) > 0) pairs.push([at, other])
      at += 1
      other += 1
    }
  }
  return pairs
}
