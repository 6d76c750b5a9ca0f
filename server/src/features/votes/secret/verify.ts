import { z } from 'zod'
import { rules, type VoteLogAnswer, voteMethod } from '@cenacle/contract/vote'
import type { PublishedAnswer } from '@cenacle/contract/vote-result'
import type { Json } from '@cenacle/tally/canonical'
import { countVote } from '@cenacle/tally/count'
import { type PublishedVerdict, verifyPublished } from '@cenacle/tally/published'
import type { SecretBallot } from '@cenacle/tally/secret'
import { readTallied } from '@cenacle/tally/tallied'
import type { Db } from '../../../database/types.ts'
import { sha256 } from '../../../ids.ts'
import { asJson } from '../commands/freeze.ts'
import { withdrawnIn } from '../log-ballots.ts'
import type { VoteRow } from '../queries/types.ts'
import { publishedOf, secretInputs } from './count.ts'

const openedBody = z.object({
  method: voteMethod,
  options: z.array(z.object({ id: z.string() })).default([]),
  rules,
  roll: z.number(),
  secret: z.literal(true),
})
const closedBody = z.object({ voters: z.number(), root: z.string(), nonce: z.string() })

/** The body of the last event of a kind, as far as it is what such an event holds: the last close is the one that holds. */
function bodyOf<Body>(log: VoteLogAnswer, type: string, schema: z.ZodType<Body>): Body | undefined {
  const parsed = schema.safeParse(log.events.findLast((event) => event.type === type)?.body)
  return parsed.success ? parsed.data : undefined
}

const PROBLEMS: Record<Extract<PublishedVerdict, { ok: false }>['problem'], string> = {
  duplicate: 'a receipt is in the published list twice',
  root: 'the published list is not the one whose root is in the log',
  line: 'the published list holds a line that is none of this vote',
  voters: 'the published list is not that of as many ballots as the log says',
  result: 'the published list does not count to the result in the log',
}

/**
 * Checks the published list of a secret vote against its log, offline: the root, every line, and the result that they count to.
 * @param log has been verified as a chain
 */
export function verifyList(
  log: VoteLogAnswer,
  { voteId, lines }: PublishedAnswer,
): { problem: string } | { problem: null; lines: number; recounted: boolean } {
  const opened = bodyOf(log, 'ballot.opened', openedBody)
  const closed = bodyOf(log, 'ballot.closed', closedBody)
  const tallied = bodyOf(log, 'ballot.tallied', z.record(z.string(), z.json()))
  if (!opened || voteId !== log.voteId) return { problem: 'the published list is not of this vote' }
  if (!closed || !tallied) return { problem: 'the log does not tell of a close' }
  const { result, isWhole } = readTallied(sha256, tallied)
  if (!isWhole) return { problem: 'the result in the log is not the one that it has the hash of' }
  const options = opened.options.map(({ id }) => id)
  const withdrawn = withdrawnIn(log.events)
  const draw = { nonce: closed.nonce, head: closed.root }
  const recount = (ballots: readonly SecretBallot[]): Json =>
    asJson(countVote(sha256, { ...opened, options, withdrawn, ballots, draw }))
  const vote = { poll: voteId, method: opened.method, options, withdrawn }
  const verdict = verifyPublished(sha256, vote, lines, { ...closed, result, recount })
  return verdict.ok
    ? { problem: null, lines: verdict.lines, recounted: verdict.recounted }
    : { problem: PROBLEMS[verdict.problem] }
}

/** What is wrong with the lines of a secret vote in the database, or nothing: as many ballots as marks, and the list of the log. */
export async function secretProblem(db: Db, vote: VoteRow, log: VoteLogAnswer): Promise<string | null> {
  const marks = await db
    .selectFrom('vote_roll')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('vote_id', '=', vote.id)
    .where('has_voted', '=', true)
    .executeTakeFirstOrThrow()
  try {
    const ballots = (await secretInputs(db, [vote])).get(vote.id)?.ballots ?? []
    if (ballots.length !== Number(marks.count))
      return `${ballots.length} secret ballots for ${marks.count} marks on the roll`
  } catch (error) {
    if (error instanceof RangeError) return `a stored line is none of this vote: ${error.message}`
    throw error
  }
  if (!vote.settled_at) return null
  const { lines } = await publishedOf(db, vote)
  return verifyList(log, { voteId: vote.id, root: '', lines: lines as PublishedAnswer['lines'] }).problem
}
