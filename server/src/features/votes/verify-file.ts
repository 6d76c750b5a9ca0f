import { z } from 'zod'
import { type VoteLogAnswer, rules } from '@cenacle/contract/vote'
import { canonical, type Json } from '@cenacle/tally/canonical'
import { readTallied } from '@cenacle/tally/tallied'
import type { VoteFile } from '@cenacle/tally/vote-file'
import { sha256 } from '../../ids.ts'
import { asJson } from './commands/freeze.ts'
import { lapsedVetoes, lastWords, recusedOf, withdrawnIn } from './log-ballots.ts'
import { verifyExport } from './verify.ts'

const openedBody = z.object({
  method: z.string(),
  question: z.string(),
  rules: rules.loose(),
  options: z.array(z.object({ id: z.string(), label: z.string() })).default([]),
  roll: z.number(),
  secret: z.boolean().default(false),
})
const closedBody = z.object({ closesAt: z.string(), nonce: z.string() })
const ballotBody = z.object({
  choice: z.string(),
  value: z.json().default(null),
  recused: z.array(z.string()).optional(),
})

/**
 * Whether an exported vote is the one that its log tells of, offline: question, rules, options, size of the roll, draw, ballots
 * and result. Of a ballot that was changed the last word counts, as it did in the vote.
 * @param log as GET /api/votes/:id/log answers it after the close
 * @returns what differs, or null
 */
export function fileProblem(log: VoteLogAnswer, file: VoteFile<Json>): string | null {
  const { problem } = verifyExport(log)
  if (problem !== null) return `the log itself: ${problem}`
  const opened = openedBody.safeParse(bodyOf(log, 'ballot.opened'))
  const closed = closedBody.safeParse(bodyOf(log, 'ballot.closed'))
  if (log.voteId !== file.id || !opened.success) return 'the log is not that of this vote'
  if (opened.data.secret) return 'of a secret vote, verify-log --published checks the list'
  if (!closed.success) return 'the log does not tell of a close'
  const { result, isWhole } = readTallied(sha256, bodyOf(log, 'ballot.tallied') ?? {})
  if (!isWhole) return 'the result in the log is not the one that it has the hash of'
  const { rules: frozen, ...asked } = opened.data
  const head = log.events.findLast(({ ts }) => ts < closed.data.closesAt)?.hash ?? ''
  const pairs: [string, unknown, unknown][] = [
    ['question', asked.question, file.question],
    ['method', asked.method, file.method],
    ['options', asked.options, file.options],
    ['withdrawn', withdrawnIn(log.events), file.withdrawn ?? []],
    ['roll', asked.roll - recusedOf(log.events), file.roll],
    // Of the frozen rules, those that a count reads.
    ['rules', Object.fromEntries(Object.keys(file.rules).map((name) => [name, frozen[name]])), file.rules],
    ['draw', { nonce: closed.data.nonce, head }, file.draw],
    ['ballots', ballotsOf(log), file.ballots.map(textOf).toSorted(byText)],
    ['result', result, file.result],
  ]
  const wrong = pairs.filter(([, logged, told]) => textOf(logged) !== textOf(told)).map(([name]) => name)
  return wrong.length === 0 ? null : `not what the log says: ${wrong.join(', ')}`
}

const bodyOf = (log: VoteLogAnswer, type: string): { [key: string]: Json } | undefined =>
  // The last: a vote that was reopened closes twice.
  log.events.findLast((event) => event.type === type)?.body

/** The ballots that a log leaves at its close, as sorted texts; one whose content was erased is an empty text. */
function ballotsOf({ events }: VoteLogAnswer): string[] {
  const lapsed = lapsedVetoes(events)
  const texts = [...lastWords(events).values()].map(({ seq, body }) => {
    const read = ballotBody.safeParse(body)
    return read.success ? textOf({ ...read.data, ...(lapsed.has(seq) && { lapsed: true }) }) : ''
  })
  return texts.toSorted(byText)
}

const textOf = (value: unknown): string => canonical(asJson(value ?? null))
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
