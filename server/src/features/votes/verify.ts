import { z } from 'zod'
import type { VoteLogAnswer } from '@cenacle/contract/vote'
import { verify } from '@cenacle/tally/chain'
import type { Db } from '../../database/types.ts'
import { sha256 } from '../../ids.ts'
import { pseudonym } from './commands/log.ts'
import { rollHashOf, rulesHashOf } from './commands/open.ts'
import { exportLog } from './queries/votes.ts'
import { asVote } from './queries/rows.ts'
import { ballotsOf } from './queries/standing.ts'
import type { VoteRow } from './queries/types.ts'

/** What the verification of one log found: nothing wrong, or the first thing that is. */
export type LogReport = { voteId: string; events: number; head: string; problem: string | null }

const castBody = z.object({ choice: z.string() })

/** Checks an exported log by itself, offline. @param head a hash seen as its head before */
export function verifyExport(log: VoteLogAnswer, head = log.head): LogReport {
  const verdict = verify(sha256, log.events, head)
  const report = { voteId: log.voteId, events: log.events.length, head: log.events.at(-1)?.hash ?? '' }
  if (!verdict.ok) return { ...report, problem: `event ${verdict.seq}: ${verdict.problem}` }
  const opened = log.events[0]?.body
  if (opened && (opened.rulesHash !== log.rulesHash || opened.rollHash !== log.rollHash))
    return { ...report, problem: 'rules or roll are not those of the opening' }
  const people = log.roll.map(({ person }) => person?.id)
  if (people.every((id) => id !== undefined) && rollHashOf(people) !== log.rollHash)
    return { ...report, problem: 'the roll is not that of the opening' }
  return { ...report, problem: null }
}

/** Checks every log of a database, and that each ballot in it is the one that its log tells of. */
export async function verifyDatabase(db: Db): Promise<LogReport[]> {
  const votes = await db.selectFrom('vote').selectAll().orderBy('opens_at').execute()
  const reports: LogReport[] = []
  for (const vote of votes) reports.push(await verifyVote(db, asVote(vote)))
  return reports
}

async function verifyVote(db: Db, vote: VoteRow): Promise<LogReport> {
  const log = await exportLog(db, vote, true)
  const report = verifyExport(log)
  if (report.problem) return report
  const { kind, method, question, rules } = vote
  if (rulesHashOf({ kind, method, question, rules }) !== vote.rules_hash && log.events[0]?.body) {
    return { ...report, problem: 'question or rules were changed after the opening' }
  }
  return { ...report, problem: await ballotProblem(db, vote.id, log) }
}

/** The current ballots must be exactly those that the log leaves: the last word of every voter. */
async function ballotProblem(db: Db, voteId: string, { events }: VoteLogAnswer): Promise<string | null> {
  const last = new Map<string, VoteLogAnswer['events'][number]>()
  for (const event of events) {
    if (event.type === 'ballot.cast' || event.type === 'veto.filed') last.set(event.actor, event)
    if (event.type === 'veto.lifted') last.delete(event.actor)
  }
  for (const { number, choice, event_seq } of await ballotsOf(db, voteId)) {
    const event = last.get(pseudonym(number))
    const body = castBody.safeParse(event?.body)
    if (event?.seq !== event_seq || (body.success && body.data.choice !== choice))
      return `the ballot of ${pseudonym(number)} is not the one in the log`
    last.delete(pseudonym(number))
  }
  const [missing] = last.keys()
  return missing === undefined ? null : `the ballot of ${missing} is missing`
}
