/** An exact fraction n/d of two safe integers, d > 0; the only form in which a share is ever kept. */
export type Rational = { readonly n: number; readonly d: number }

/**
 * Checks that a value is a whole number ≥ 0 which JavaScript holds exactly.
 * @throws RangeError otherwise, naming `what`
 */
export function wholeNumber(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what} must be a whole number, got ${value}`)
  return value
}

/**
 * Compares a count with a fraction of a base by cross-multiplication: the sign of `d · value − n · base`.
 * No quotient is formed, so 50 of 75 is exactly 2/3, where a float would say 66.66… %.
 * @returns −1, 0 or 1: `value` is below, at or above `fraction` of `base`
 * @throws RangeError on a fraction outside 0…1 or a count that is not a whole number
 */
export function compareShare(value: number, fraction: Rational, base: number): -1 | 0 | 1 {
  const { n, d } = proportion(fraction)
  const left = BigInt(d) * BigInt(wholeNumber(value, 'count'))
  const right = BigInt(n) * BigInt(wholeNumber(base, 'base'))
  if (left === right) return 0
  return left < right ? -1 : 1
}

/**
 * Checks that a fraction lies in 0…1.
 * @throws RangeError otherwise
 */
export function proportion(fraction: Rational): Rational {
  const { n, d } = fraction
  wholeNumber(n, 'numerator')
  wholeNumber(d, 'denominator')
  if (d === 0 || n > d) throw new RangeError(`${n}/${d} is not a proportion`)
  return fraction
}

/** Greatest common divisor of two non-negative integers (Euclid). */
export function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

/** Least common multiple of positive integers; 1 for none. */
export function lcm(values: readonly bigint[]): bigint {
  // exact: a common divisor divides
  return values.reduce((multiple, value) => (multiple / gcd(multiple, value)) * value, 1n)
}
