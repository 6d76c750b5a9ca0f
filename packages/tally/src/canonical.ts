/** What may be hashed: JSON without fractions. `undefined`, dates and the like have no place in a payload. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * Canonical JSON of RFC 8785 (JCS): no spaces, members sorted by UTF-16 code units, strings as ECMAScript writes them.
 * Numbers are limited to safe integers, since no payload of ours has any other.
 * @throws RangeError on a fraction, an unsafe integer or a lone surrogate
 */
export function canonical(value: Json): string {
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalString(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${canonicalString(key)}:${canonical(member)}`).join(',')}}`
}

/** A function that hashes the UTF-8 bytes of a text with SHA-256, in lower-case hexadecimal; Node and browsers bring their own. */
export type Sha256 = (text: string) => string

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

function canonicalNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`)
  return JSON.stringify(value)
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('text with a lone surrogate')
  return JSON.stringify(value)
}
