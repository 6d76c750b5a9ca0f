/** Index of the lower middle of n sorted values, ⌊(n − 1) / 2⌋, in whole numbers. */
export function lowerMiddle(n: bigint): bigint {
  // exact: whole numbers, whose division rounds down, as the lower middle wants
  return (n - 1n) / 2n
}

/**
 * Lower median of proposed whole numbers: for a number (seats, a budget in cents) that no outlier can pull (voting.md 2.2 b).
 * @returns undefined for no value
 * @throws RangeError on a value that is not a safe integer
 */
export function lowerMedian(values: readonly number[]): number | undefined {
  for (const value of values) if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Number(lowerMiddle(BigInt(sorted.length)))]
}
