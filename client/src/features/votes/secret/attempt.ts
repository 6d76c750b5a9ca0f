import { canonical, type Json } from '@cenacle/tally/canonical'
import { linesOf, receiptsOf, type SecretBallot, type SecretVote } from '@cenacle/tally/secret'
import { randomKey } from '../../../lib/http.ts'
import type { KeptLine, KeptReceipts } from '../../../lib/receipts.ts'
import type { Vote } from '../api.ts'
import { sha256 } from '../../../lib/sha256.ts'

/** A vote as its lines are made and read. */
export const secretVoteOf = (vote: Pick<Vote, 'id' | 'method' | 'options' | 'withdrawn'>): SecretVote => ({
  poll: vote.id,
  method: vote.method,
  options: [...vote.options, ...vote.withdrawn].map(({ id }) => id),
  withdrawn: vote.withdrawn.map(({ id }) => id),
})

/** The lines of an attempt as one text: two ballots that say the same have the same. */
const said = (lines: readonly { line: string; content: object }[]): string =>
  lines.map(({ line, content }) => `${line} ${canonical(content as Json)}`).join('\n')

/**
 * The lines of a ballot with their receipts, drawn here. The same ballot sent once more, after an answer that never came, has
 * the receipts that it had: whichever of the two arrived, they are its own.
 * @throws RangeError when the ballot does not fit the vote
 */
export function attemptOf(vote: SecretVote, ballot: SecretBallot, kept: KeptReceipts | undefined): KeptLine[] {
  const lines = linesOf(vote, ballot)
  const wanted = said([...lines].map(([line, content]) => ({ line, content })))
  const earlier = kept?.isConfirmed ? undefined : kept?.attempts.find((attempt) => said(attempt) === wanted)
  return earlier ?? receiptsOf(sha256, lines, randomKey)
}

/** Receipts as the ballot carries them. */
export const sentReceipts = (attempt: readonly KeptLine[]): Record<string, string> =>
  Object.fromEntries(attempt.map(({ line, receipt }) => [line, receipt]))
