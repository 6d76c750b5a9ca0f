import { canonical, type Json, type Sha256 } from './canonical.ts'

/**
 * The promise published at opening: SHA-256 of the nonce. Together with the log's head at the close it fixes the order, which
 * nobody can know before: the operator does not know the head, the last voter not the nonce (voting.md 2.1, public draw).
 */
export function drawCommit(sha256: Sha256, nonce: string): string {
  return sha256(nonce)
}

/**
 * Draws an order of ids in public, as a last resort among equals: ascending SHA-256(seed ‖ ":" ‖ id), seed =
 * SHA-256(nonce ‖ head).
 * @param head hash of the last event of the log at the close
 */
export function drawOrder(
  sha256: Sha256,
  nonce: string,
  head: string,
  ids: readonly string[],
): { readonly seed: string; readonly order: readonly string[] } {
  const seed = sha256(nonce + head)
  const keys = new Map(ids.map((id) => [id, sha256(`${seed}:${id}`)]))
  const order = ids.toSorted((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1))
  return { seed, order }
}

/**
 * A voter's receipt: SHA-256(canonical ballot ‖ "|" ‖ r). The voter's browser draws r, 128 bits in hexadecimal, and keeps it.
 */
export function receiptOf(sha256: Sha256, ballot: Json, r: string): string {
  return sha256(`${canonical(ballot)}|${r}`)
}
