import { z } from 'zod'
import type { VoteLogAnswer } from '@cenacle/contract/vote'
import { verify } from '@cenacle/tally/chain'
import type { Db } from '../../database/types.ts'
import { sha256 } from '../../ids.ts'
import { latest } from '../../time.ts'
import { pseudonym } from './commands/log.ts'
import { lastWords, withdrawnIn } from './log-ballots.ts'
import { canonical } from '@cenacle/tally/canonical'
import { asJson, rollHashOf, rulesHashOf } from './commands/freeze.ts'
import { exportLog } from './queries/log.ts'
import { asVote } from './queries/rows.ts'
import { withdrawnIds } from './queries/rules.ts'
import { ballotsOf, standingOf } from './queries/standing.ts'
import type { VoteRow } from './queries/types.ts'
import { secretProblem } from './secret/verify.ts'
import { verifyCloses } from './verify-closes.ts'

/**
 * What the verification of one log found: nothing wrong, or the first thing that is. `closes`: how often the vote was closed,
 * `recounted`: how many of these closes the log alone lets anybody count again.
 */
export type LogReport = {
  voteId: string
  events: number
  head: string
  closes: number
  recounted: number
  problem: string | null
}

const castBody = z.object({ choice: z.string(), value: z.json().optional() })

/** Checks an exported log by itself, offline. @param head a hash seen as its head before */
export function verifyExport(log: VoteLogAnswer, head = log.head): LogReport {
  const verdict = verify(sha256, log.events, head)
  const ends = { voteId: log.voteId, events: log.events.length, head: log.events.at(-1)?.hash ?? '' }
  if (!verdict.ok) return { ...ends, closes: 0, recounted: 0, problem: `event ${verdict.seq}: ${verdict.problem}` }
  const { problem, ...closes } = verifyCloses(log)
  return { ...ends, ...closes, problem: openingProblem(log) ?? problem }
}

function openingProblem(log: VoteLogAnswer): string | null {
  const opened = log.events[0]?.body
  if (opened && (opened['rulesHash'] !== log.rulesHash || opened['rollHash'] !== log.rollHash))
    return 'rules or roll are not those of the opening'
  const people = log.roll.map(({ person }) => person?.id)
  if (people.every((id) => id !== undefined) && rollHashOf(people) !== log.rollHash)
    return 'the roll is not that of the opening'
  return null
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
  if (rulesHashOf(vote) !== vote.rules_hash && log.events[0]?.body) {
    return { ...report, problem: 'question or rules were changed after the opening' }
  }
  if (!isSame(withdrawnIn(log.events), withdrawnIds(vote)))
    return { ...report, problem: 'the options that were withdrawn are not those of the log' }
  const other = vote.kind === 'candidacy' ? await fileProblem(db, vote.id, log) : null
  if (other) return { ...report, problem: other }
  // What a cancelled vote held is gone, for everybody.
  if (vote.cancelled_at) return report
  const problem = vote.secret ? await secretProblem(db, vote, log) : await ballotProblem(db, vote.id, log)
  if (problem) return { ...report, problem }
  // Written beside the log for the lists: it may say nothing else.
  const isKept = !vote.counted || (await isCounted(db, vote))
  return { ...report, problem: isKept ? null : 'the kept count is not that of the ballots' }
}

/**
 * The texts of a candidacy must be those that were put to the vote. A file that was forgotten has none, and a presentation may be
 * written anew between a veto and the second reading, whose opening has its hash.
 */
async function fileProblem(db: Db, voteId: string, { events }: VoteLogAnswer): Promise<string | null> {
  const file = await db
    .selectFrom('candidacy')
    .select(['motivation', 'presentation', 'presented_at'])
    .where('vote_id', '=', voteId)
    .executeTakeFirst()
  if (!file) return null
  const motivation = events[0]?.body?.['motivation']
  if (motivation !== undefined && motivation !== sha256(file.motivation))
    return 'the motivation is not the one that was put to the vote'
  const last = events.findLast(({ body }) => body?.['presentation'] !== undefined)
  const isLater = last && file.presented_at !== null && file.presented_at.toISOString() > last.ts
  if (last && !isLater && last.body?.['presentation'] !== sha256(file.presentation ?? ''))
    return 'the presentation is not the one that was put to the vote'
  return null
}

async function isCounted(db: Db, vote: VoteRow): Promise<boolean> {
  const { evaluation } = await standingOf(db, vote, latest(vote.closes_at, vote.settled_at ?? vote.closes_at))
  return isSame(evaluation, vote.counted)
}

/** The current ballots must be exactly those that the log leaves: the last word of every voter. */
async function ballotProblem(db: Db, voteId: string, { events }: VoteLogAnswer): Promise<string | null> {
  const last = lastWords(events)
  for (const { number, choice, value, event_seq } of await ballotsOf(db, voteId)) {
    const event = last.get(pseudonym(number))
    const body = castBody.safeParse(event?.body)
    const differs = body.success && (body.data.choice !== choice || !isSame(body.data.value, value))
    if (event?.seq !== event_seq || differs) return `the ballot of ${pseudonym(number)} is not the one in the log`
    last.delete(pseudonym(number))
  }
  const [missing] = last.keys()
  return missing === undefined ? null : `the ballot of ${missing} is missing`
}

const isSame = (logged: unknown, stored: unknown): boolean => textOf(logged) === textOf(stored)
const textOf = (value: unknown): string => canonical(asJson(value ?? null))
