import type { Sha256 } from './canonical.ts'

/**
 * Root of a Merkle tree over texts, in the shape of RFC 6962 (section 2.1): the left half is the largest power of two below the
 * number of leaves, and leaves and nodes are hashed apart, so that no list stands for another one. Here over texts instead of
 * bytes: leaf = SHA-256("0|" ‖ text), node = SHA-256("1|" ‖ left ‖ "|" ‖ right), no leaf at all = SHA-256("").
 */
export function merkleRoot(sha256: Sha256, leaves: readonly string[]): string {
  const [first] = leaves
  if (first === undefined) return sha256('')
  if (leaves.length === 1) return sha256(`0|${first}`)
  const half = powerBelow(leaves.length)
  return sha256(`1|${merkleRoot(sha256, leaves.slice(0, half))}|${merkleRoot(sha256, leaves.slice(half))}`)
}

/** The largest power of two that is smaller than `count`, which is at least 2. */
function powerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}
