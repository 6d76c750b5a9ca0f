import { hash, verify } from '@node-rs/argon2'
import { foldName } from '@cenacle/contract/text'
import { fieldError, Problem } from '../../problem.ts'
import { commonPasswords } from './common-passwords.ts'

// Argon2id at 19 MiB, two passes, one lane: the smallest setting that OWASP and lucia's documentation advise.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

let dummy: Promise<string> | undefined
/** Compares in the same time whether there is an account or not. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password')
  const matches = await verify(stored ?? (await dummy), password.normalize('NFKC'))
  return matches && stored !== null
}

/**
 * Refuses what is guessed first: common passwords, one repeated character, and what is made of the person's own name,
 * address or of the product's name.
 * @param about name and e-mail of the person
 * @throws Problem weak-password, pointing at `pointer`
 */
export function refuseWeak(password: string, about: readonly string[], pointer: string): void {
  const folded = foldName(password).replace(/[\s\d\W_]/gu, '')
  const words = [...about, 'cenacle']
    .flatMap((text) => foldName(text).split(/[\s@.\-_]+/))
    .filter((word) => word.length > 2)
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), folded)
  const weak =
    commonPasswords.has(password.toLowerCase()) ||
    commonPasswords.has(folded) ||
    new Set(password).size < 4 ||
    (folded.length > 0 && rest.length < 3)
  if (weak) throw new Problem('weak-password', { errors: [fieldError(pointer, 'common-password')] })
}
