import { isNumbered } from './numbered.ts'
import type { VoteFile } from './vote-file.ts'
import { ballotWithout } from './withdraw.ts'

/** The kinds of files that a closed vote may be had as. */
export type VoteFormat = 'summary' | 'options' | 'csv' | 'json' | 'preflib' | 'blt'

/** Those that there are of this very vote: not every method has them all, nor every result, nor a jury with recusals. */
export function formatsOf(
  published: Pick<VoteFile, 'method' | 'ballots' | 'withdrawn'> & { result: Pick<VoteFile['result'], 'tally'> },
) {
  const { withdrawn = [] } = published
  const vote = { ...published, ballots: published.ballots.map((ballot) => ballotWithout(ballot, withdrawn)) }
  const { tally } = vote.result
  const isRanked = vote.method === 'schulze' || vote.method === 'irv'
  const formats: VoteFormat[] = [
    'summary',
    ...(tally !== null && tally.method !== 'median' ? (['options'] as const) : []),
    'csv',
    'json',
    ...(isNumbered(vote) ? (['preflib'] as const) : []),
    ...(isNumbered(vote) && isRanked ? (['blt'] as const) : []),
  ]
  return formats
}
