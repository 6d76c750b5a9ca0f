import type { Answer } from '../harness.ts'

/** What an answer says about rights alone. */
export type Outcome = 'allowed' | 'forbidden' | 'hidden' | 'sign-in'

/**
 * Reads an answer. Whatever a command says after it has looked at the rights (a date that has passed, a stale version, a
 * wrong password) counts as allowed: the caller was let in.
 */
export function outcomeOf({ status, body }: Answer): Outcome | 'broken' {
  const code: string | undefined = typeof body === 'object' ? body?.code : undefined
  if (status === 101 || (status >= 200 && status < 300)) return 'allowed'
  if (code === 'sign-in-required') return 'sign-in'
  if (code === 'forbidden' || code === 'not-closed' || code === 'not-on-roll' || code === 'embargo') return 'forbidden'
  if (code === 'not-found') return 'hidden'
  const isAfterwards = [
    'wrong-credentials',
    'link-used',
    'conflict',
    'version-stale',
    'date-past',
    'unsupported-image',
    'unsupported-file',
    'method-not-available',
    'voters-missing',
    'minimum-window',
    'vote-cancelled',
    'edition-frozen',
    'call-closed',
    'already-signed',
    'jury-not-closed',
    'rules-frozen',
  ]
  if (code !== undefined && isAfterwards.includes(code)) return 'allowed'
  if (code === 'invalid') return 'allowed'
  return 'broken'
}
