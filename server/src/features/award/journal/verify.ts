import type { JournalExport } from '@cenacle/contract/award-journal'
import { verify } from '@cenacle/tally/chain'
import type { Db } from '../../../database/types.ts'
import { sha256 } from '../../../ids.ts'
import { listCategoryRows, listEditionRows } from '../rows.ts'
import { frozenRules } from '../freeze.ts'
import { drawProblem } from '../draw/verify.ts'
import { journalOf, type Stored } from './read.ts'

/** What the verification of one journal found: nothing wrong, or the first thing that is. */
export interface JournalReport {
  editionId: string
  events: number
  head: string
  problem: string | null
}

/** Checks an exported journal by itself, offline, and draws again what was drawn. @param head a hash seen as its head before */
export function verifyJournal({ editionId, events, head: last }: JournalExport, head = last): JournalReport {
  const verdict = verify(sha256, events, head)
  const problem = verdict.ok ? drawProblem(events) : `event ${verdict.seq}: ${verdict.problem}`
  return { editionId, events: events.length, head: events.at(-1)?.hash ?? '', problem }
}

/** Checks every journal of a database, and that what entries are judged by is what was frozen when the call opened. */
export async function verifyJournals(db: Db): Promise<JournalReport[]> {
  const reports: JournalReport[] = []
  for (const edition of await listEditionRows(db)) {
    const events = await journalOf(db, edition.id)
    const report = verifyJournal({ editionId: edition.id, head: events.at(-1)?.hash ?? '0'.repeat(64), events })
    const { rulesHash } = frozenRules(edition, await listCategoryRows(db, [edition.id]))
    reports.push({ ...report, problem: report.problem ?? rulesProblem(events, rulesHash) })
  }
  return reports
}

function rulesProblem(events: readonly Stored[], rulesHash: string): string | null {
  const frozen = events.find(({ type }) => type === 'edition.call')?.body?.['rulesHash']
  return frozen === undefined || frozen === rulesHash ? null : 'the rules were changed after the call opened'
}
