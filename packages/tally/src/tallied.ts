import { canonical, type Json, type Sha256 } from './canonical.ts'

type Fields = { [key: string]: Json }

/**
 * What the log's `ballot.tallied` holds: a result, its hash, and a salt. Under an embargo the event's hash is out long before the
 * result; without a salt all the results that a few jurors can give would be hashed in seconds until one fits.
 */
export const talliedBody = (sha256: Sha256, result: Fields, salt: string): Fields => ({
  result: sha256(canonical(result)),
  salt,
  ...result,
})

/** The result that such a body holds, and whether it is the one that the body has the hash of. */
export function readTallied(sha256: Sha256, body: Fields): { result: Fields; isWhole: boolean } {
  const { result: digest, salt: _salt, ...result } = body
  return { result, isWhole: sha256(canonical(result)) === digest }
}
