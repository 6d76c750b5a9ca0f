import { type Disclosure, publish, type ReceiptLine } from '@cenacle/tally/published'
import { ballotsOfLines, type SecretBallot } from '@cenacle/tally/secret'
import type { Db } from '../../../database/types.ts'
import { sha256 } from '../../../ids.ts'
import type { VoteRow } from '../queries/types.ts'
import { linesOfVote, secretVoteOf } from './lines.ts'

type Counted = Pick<VoteRow, 'id' | 'method' | 'options' | 'withdrawn' | 'secret'>

/** What is published of a secret vote that has closed; `root` is its Merkle root, which the log keeps. */
export interface Published {
  root: string
  lines: readonly ReceiptLine[]
  disclosure: Disclosure
}

/** The list of a secret vote. @param vote has closed: nobody reads it before */
export const publishedOf = async (db: Db, vote: Counted): Promise<Published> =>
  publish(sha256, secretVoteOf(vote), await linesOfVote(db, vote.id))

/** What a count takes of a secret vote. */
export interface SecretInput {
  /** Of nobody: where options are published one by one, not even the ballots that were cast, but some that count as they do. */
  ballots: SecretBallot[]
  /** Where a draw among equals starts: the root of the published list, which nobody knows before the last ballot. */
  head: string
}

/** The same of the secret ones among some votes that have closed. */
export async function secretInputs(db: Db, votes: Counted[]): Promise<Map<string, SecretInput>> {
  const inputs = new Map<string, SecretInput>()
  for (const vote of votes.filter(({ secret }) => secret)) {
    const stored = await linesOfVote(db, vote.id)
    const of = secretVoteOf(vote)
    const ballots = ballotsOfLines(
      of,
      stored.map(({ content }) => content),
    )
    // Only IRV draws.
    inputs.set(vote.id, { ballots, head: vote.method === 'irv' ? publish(sha256, of, stored).root : '' })
  }
  return inputs
}
