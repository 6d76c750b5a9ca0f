import { z } from 'zod'
import { ballotValue, choice, rules, type VoteLogAnswer, voteMethod } from '@cenacle/contract/vote'
import { canonical, type Json } from '@cenacle/tally/canonical'
import { countVote } from '@cenacle/tally/count'
import { drawCommit } from '@cenacle/tally/draw'
import { readTallied } from '@cenacle/tally/tallied'
import { sha256 } from '../../ids.ts'
import { asJson } from './commands/freeze.ts'
import { lapsedVetoes, lastWords, type LoggedEvent, recusedOf, withdrawnIn } from './log-ballots.ts'

/** What a log tells of its closes: how many there are, and how many of their counts could be made again from it alone. */
export type ClosesReport = { closes: number; recounted: number; problem: string | null }

const openedBody = z.object({
  method: voteMethod,
  options: z.array(z.object({ id: z.string() })).default([]),
  rules,
  roll: z.number(),
  secret: z.boolean().default(false),
  drawCommit: z.string().optional(),
})
const closedBody = z.object({ closesAt: z.string(), nonce: z.string() })
const ballotBody = z.object({ choice, value: ballotValue.nullish(), recused: z.array(z.string()).optional() })

/** After a close, only these lead to another one. */
const REOPENS = new Set(['candidacy.reopened', 'voter.recused'])
/** What belongs before a close. */
const OPEN = new Set(['ballot.cast', 'veto.filed', 'option.withdrawn'])
const sayLate = ({ seq, type }: LoggedEvent): string =>
  `event ${seq}: a ${type === 'option.withdrawn' ? 'withdrawal' : 'ballot'} after the close`

interface Close {
  opened: z.infer<typeof openedBody>
  closed: z.infer<typeof closedBody>
  /** All that the log held when the close was written. */
  before: readonly LoggedEvent[]
  count: LoggedEvent | undefined
}

/**
 * Checks every close of a log, offline. A vote has one; one more for each time that a candidacy was opened again, or that a juror
 * was recused after the end. Each must have been led to, keep the promised draw, come after its ballots and hold its own count.
 * @param log has been verified as a chain
 */
export function verifyCloses({ events }: VoteLogAnswer): ClosesReport {
  const opened = openedBody.safeParse(events[0]?.body)
  const at = events.flatMap(({ type }, index) => (type === 'ballot.closed' ? [index] : []))
  const report = { closes: at.length, recounted: 0 }
  for (const [nth, index] of at.entries()) {
    const between = events.slice((at[nth - 1] ?? -1) + 1, index)
    const closed = closedBody.safeParse(events[index]?.body)
    const fault =
      (nth > 0 && !between.some(({ type }) => REOPENS.has(type)) && 'closed again without having been reopened') ||
      (events[index + 1]?.type !== 'ballot.tallied' && 'a close without its count')
    if (fault) return { ...report, problem: inClose(nth, fault) }
    if (!opened.success || !closed.success) continue
    const close = { opened: opened.data, closed: closed.data, before: events.slice(0, index), count: events[index + 1] }
    const problem = closeProblem(close, between)
    if (problem !== null) return { ...report, problem: inClose(nth, problem) }
    const found = recount(close)
    if (found === false) return { ...report, problem: inClose(nth, 'the count is not what the ballots give') }
    if (found) report.recounted += 1
  }
  return { ...report, problem: lateBallot(events, at) ?? refusalProblem(events) }
}

const inClose = (nth: number, problem: string): string => (nth === 0 ? problem : `close ${nth + 1}: ${problem}`)

function closeProblem({ opened, closed, count }: Close, between: readonly LoggedEvent[]): string | null {
  // What was promised at the opening: without it a draw among equals could have been tried until it pleased.
  if (opened.drawCommit !== undefined && drawCommit(sha256, closed.nonce) !== opened.drawCommit)
    return 'the draw is not the one promised at the opening'
  const late = between.find(({ type, ts }) => OPEN.has(type) && ts >= closed.closesAt)
  if (late) return sayLate(late)
  if (!count?.body) return null
  const { isWhole } = readTallied(sha256, count.body)
  return isWhole ? null : 'the result in the log is not the one that it has the hash of'
}

/** A ballot, or a withdrawal, that stands between a close and what opened the vote once more, or after the last close. */
function lateBallot(events: readonly LoggedEvent[], closes: readonly number[]): string | null {
  for (const index of closes) {
    const next = events.slice(index).find(({ type }) => OPEN.has(type) || type === 'candidacy.reopened')
    if (next && OPEN.has(next.type)) return sayLate(next)
  }
  return null
}

/**
 * Counts a close again from the ballots in the log.
 * @returns whether it gives the count of the log; null where contents are not there: of a secret vote, under an embargo, of a
 *   ballot that its voter replaced after the vote was opened again, or of a count before somebody was recused
 */
function recount({ opened, closed, before, count }: Close): boolean | null {
  if (opened.secret || !count?.body) return null
  const lapsed = lapsedVetoes(before)
  const ballots = []
  for (const { seq, body } of lastWords(before).values()) {
    const read = ballotBody.safeParse(body)
    if (!read.success) return null
    ballots.push({ ...read.data, lapsed: lapsed.has(seq) })
  }
  const { method, rules } = opened
  const options = opened.options.map(({ id }) => id)
  const roll = opened.roll - recusedOf(before)
  const head = before.findLast(({ ts }) => ts < closed.closesAt)?.hash ?? ''
  const asked = { method, rules, options, withdrawn: withdrawnIn(before), roll }
  const found = countOrNull({ ...asked, ballots, draw: { nonce: closed.nonce, head } })
  return found !== null && canonical(found) === canonical(readTallied(sha256, count.body).result)
}

/** @returns null for ballots that do not fit the vote */
function countOrNull(vote: Parameters<typeof countVote>[1]): Json {
  try {
    return asJson(countVote(sha256, vote))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/**
 * What a log may tell of refused ballots: that one came after the close, once for each voter, never of a secret vote. One that
 * was refused while the vote was open was refused wrongly.
 */
function refusalProblem(events: readonly LoggedEvent[]): string | null {
  const isSecret = events[0]?.body?.['secret'] === true
  const told = new Set<string>()
  for (const [index, { type, seq, ts, actor }] of events.entries()) {
    if (type !== 'ballot.refused') continue
    if (isSecret) return `event ${seq}: the log of a secret vote tells of an attempt`
    if (told.has(actor)) return `event ${seq}: the same refusal is told twice`
    told.add(actor)
    const closesAt = closeOf(events, index)
    if (closesAt !== undefined && ts < closesAt) return `event ${seq}: a ballot was refused before the close`
  }
  return null
}

/** The instant after which an event stands: the log tells of a close a little later than it was. */
function closeOf(events: readonly LoggedEvent[], index: number): string | undefined {
  const isEither = ({ type }: LoggedEvent): boolean => type === 'ballot.closed' || type === 'candidacy.reopened'
  const next = events.slice(index).find(isEither)
  const close = next?.type === 'ballot.closed' ? next : events.slice(0, index).findLast(isEither)
  const read = closedBody.safeParse(close?.body)
  return read.success ? read.data.closesAt : undefined
}
