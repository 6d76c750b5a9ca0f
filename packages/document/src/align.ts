/** Pieces of two sequences that are the same: from `a` in the one, from `b` in the other, `length` of them. */
export interface Match {
  a: number
  b: number
  length: number
}

/** The table of the longest common subsequence may have this many cells; beyond, only what occurs once on each side is looked for. */
const MAX_CELLS = 1_000_000

/**
 * What stays of one sequence in another, in order: common ends, then between tokens that occur once on each side (patience diff, Bram
 * Cohen), then the common subsequence that says most, of what is
 * short enough.
 */
export function align(a: readonly string[], b: readonly string[]): Match[] {
  const matches: Match[] = []
  const add = (at: number, to: number, length: number): void => {
    const last = matches.at(-1)
    if (length === 0) return
    if (last && last.a + last.length === at && last.b + last.length === to) last.length += length
    else matches.push({ a: at, b: to, length })
  }
  const between = (a0: number, a1: number, b0: number, b1: number): void => {
    let start = 0
    while (a0 + start < a1 && b0 + start < b1 && a[a0 + start] === b[b0 + start]) start++
    let end = 0
    while (a1 - end > a0 + start && b1 - end > b0 + start && a[a1 - 1 - end] === b[b1 - 1 - end]) end++
    add(a0, b0, start)
    const inner = [a0 + start, a1 - end, b0 + start, b1 - end] as const
    if ((inner[1] - inner[0]) * (inner[3] - inner[2]) <= MAX_CELLS) longest(a, b, inner, add)
    else {
      let [atA, atB] = [inner[0], inner[2]]
      for (const [nextA, nextB] of anchors(a, b, inner)) {
        between(atA, nextA, atB, nextB)
        add(nextA, nextB, 1)
        ;[atA, atB] = [nextA + 1, nextB + 1]
      }
      if (atA > inner[0]) between(atA, inner[1], atB, inner[3])
    }
    add(a1 - end, b1 - end, end)
  }
  between(0, a.length, 0, b.length)
  return matches
}

type Span = readonly [a0: number, a1: number, b0: number, b1: number]

/** A word that stays says more than a space does. */
const weight = (token = ''): number => 1 + 4 * token.trim().length

function longest(
  a: readonly string[],
  b: readonly string[],
  [a0, a1, b0, b1]: Span,
  add: (a: number, b: number, length: number) => void,
): void {
  const width = b1 - b0 + 1
  const table = new Uint32Array((a1 - a0 + 1) * width)
  const cell = (i: number, j: number): number => table[i * width + j] ?? 0
  for (let i = a1 - a0 - 1; i >= 0; i--)
    for (let j = b1 - b0 - 1; j >= 0; j--)
      table[i * width + j] =
        a[a0 + i] === b[b0 + j] ? cell(i + 1, j + 1) + weight(a[a0 + i]) : Math.max(cell(i + 1, j), cell(i, j + 1))
  for (let i = 0, j = 0; i < a1 - a0 && j < b1 - b0; ) {
    if (a[a0 + i] === b[b0 + j]) add(a0 + i++, b0 + j++, 1)
    else if (cell(i + 1, j) >= cell(i, j + 1)) i++
    else j++
  }
}

/** Tokens that occur once on each side, as many of them as are in one order. */
function anchors(a: readonly string[], b: readonly string[], [a0, a1, b0, b1]: Span): [number, number][] {
  const once = (of: readonly string[], from: number, to: number): Map<string, number> => {
    const places = new Map<string, number>()
    for (let at = from; at < to; at++) {
      const token = of[at] ?? ''
      places.set(token, places.has(token) ? -1 : at)
    }
    return places
  }
  const inB = once(b, b0, b1)
  const pairs = [...once(a, a0, a1)].flatMap(([token, at]): [number, number][] => {
    const to = inB.get(token) ?? -1
    return at === -1 || to === -1 ? [] : [[at, to]]
  })
  // Longest increasing subsequence by piles.
  const piles: number[] = []
  const previous = new Map<number, number>()
  for (const [index, [, to]] of pairs.entries()) {
    let [low, high] = [0, piles.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < to) low = middle + 1
      else high = middle
    }
    previous.set(index, low === 0 ? -1 : (piles[low - 1] ?? -1))
    piles[low] = index
  }
  const chosen: [number, number][] = []
  for (let at = piles.at(-1) ?? -1; at !== -1; at = previous.get(at) ?? -1) {
    const pair = pairs[at]
    if (pair) chosen.push(pair)
  }
  return chosen.reverse()
}
