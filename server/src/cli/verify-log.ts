import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { voteLogAnswer } from '@cenacle/contract/vote'
import { publishedAnswer } from '@cenacle/contract/vote-result'
import { journalExport } from '@cenacle/contract/award-journal'
import type { z } from 'zod'
import type { Db } from '../database/types.ts'
import { type JournalReport, verifyJournal, verifyJournals } from '../features/award/journal/verify.ts'
import { type LogReport, verifyDatabase, verifyExport } from '../features/votes/verify.ts'
import { verifyList } from '../features/votes/secret/verify.ts'

type Report = (LogReport & { note?: string }) | JournalReport

export const verifyLogUsage = `cenacle verify-log [--head <hash>] [--published <list>] [file]

Without a file: verifies the log of every vote in the database, and every ballot against it; and the journal of every edition of
the award, draws again the teams that were drawn, and compares its rules with those of the opening of its call.
With a file, as GET /api/votes/:id/log or GET /api/awards/:id/journal/export answers it: verifies that log offline. --head is a hash that you noted
earlier (the receipt of a ballot, or the head of the log at that time): it must still be in it. A vote that was opened again
has a close and a count for each time; each is checked, and counted again where the log holds every ballot of it.
--published is the list of a secret vote, as GET /api/votes/:id/published answers it: its root must be the one in the
log, and it is counted again.`

/**
 * `cenacle verify-log`.
 * @param openDb opens the database, when there is no file
 * @returns what to print, and whether every log is what was written
 * @throws Error with one line that says what is wrong with the arguments or the file
 */
export async function verifyLog(args: string[], openDb: () => Promise<Db>): Promise<{ text: string; ok: boolean }> {
  const options = { head: { type: 'string' }, published: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [path] = positionals
  if (positionals.length > 1 || ((values.head ?? values.published) !== undefined && path === undefined))
    throw new Error(verifyLogUsage)
  const reports: Report[] = path === undefined ? await verifyAll(await openDb()) : [await verifyFile(path, values)]
  const broken = reports.filter(({ problem }) => problem !== null)
  const summary = `${reports.length} logs, ${reports.reduce((sum, { events }) => sum + events, 0)} events, ${broken.length} broken`
  return { text: [...reports.map(lineOf), summary].join('\n'), ok: broken.length === 0 }
}

const verifyAll = async (db: Db): Promise<Report[]> => [...(await verifyDatabase(db)), ...(await verifyJournals(db))]

async function verifyFile(path: string, { head, published }: { head?: string; published?: string }): Promise<Report> {
  const journal = journalExport.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (journal.success) return verifyJournal(journal.data, head)
  const log = await readAs(path, voteLogAnswer, 'the log of a vote')
  const report = verifyExport(log, head)
  if (report.problem !== null || published === undefined) return report
  const found = verifyList(log, await readAs(published, publishedAnswer, 'the published list of a secret vote'))
  if (found.problem !== null) return { ...report, problem: found.problem }
  return {
    ...report,
    note: `${found.lines} published lines, ${found.recounted ? 'counted again' : 'contents withheld'}`,
  }
}

async function readAs<Data>(path: string, schema: z.ZodType<Data>, what: string): Promise<Data> {
  const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!parsed.success) throw new Error(`${path} is not ${what}`)
  return parsed.data
}

const lineOf = (report: Report): string => {
  const { events, head, problem } = report
  const id = 'voteId' in report ? report.voteId : `${report.editionId} (journal)`
  const more = [...('voteId' in report ? countsOf(report) : []), problem && `: ${problem}`].filter(Boolean).join('')
  return `${problem === null ? 'ok    ' : 'BROKEN'} ${id} ${events} events, head ${head}${more}`
}

const countsOf = ({ closes, recounted, note }: LogReport & { note?: string }): (string | false | undefined)[] => [
  closes > 0 && `, ${closes === 1 ? 'closed once' : `closed ${closes} times`}, ${recounted} counted again`,
  note && `, ${note}`,
]
