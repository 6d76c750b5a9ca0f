import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { voteLogAnswer } from '@cenacle/contract/vote'
import type { Db } from '../database/types.ts'
import { type LogReport, verifyDatabase, verifyExport } from '../features/votes/verify.ts'

export const verifyLogUsage = `cenacle verify-log [--head <hash>] [file]

Without a file: verifies the log of every vote in the database, and every ballot against it.
With a file, as GET /api/votes/:id/log answers it: verifies that log offline. --head is a hash that you noted
earlier (the receipt of a ballot, or the head of the log at that time): it must still be in it.`

/**
 * `cenacle verify-log`.
 * @param openDb opens the database, when there is no file
 * @returns what to print, and whether every log is what was written
 * @throws Error with one line that says what is wrong with the arguments or the file
 */
export async function verifyLog(args: string[], openDb: () => Promise<Db>): Promise<{ text: string; ok: boolean }> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { head: { type: 'string' } } })
  const [path] = positionals
  if (positionals.length > 1 || (values.head !== undefined && path === undefined)) throw new Error(verifyLogUsage)
  const reports = path === undefined ? await verifyDatabase(await openDb()) : [await verifyFile(path, values.head)]
  const broken = reports.filter(({ problem }) => problem !== null)
  const summary = `${reports.length} logs, ${reports.reduce((sum, { events }) => sum + events, 0)} events, ${broken.length} broken`
  return { text: [...reports.map(lineOf), summary].join('\n'), ok: broken.length === 0 }
}

async function verifyFile(path: string, head: string | undefined): Promise<LogReport> {
  const parsed = voteLogAnswer.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!parsed.success) throw new Error(`${path} is not the log of a vote`)
  return verifyExport(parsed.data, head)
}

const lineOf = ({ voteId, events, head, problem }: LogReport): string =>
  `${problem === null ? 'ok    ' : 'BROKEN'} ${voteId} ${events} events, head ${head}${problem === null ? '' : `: ${problem}`}`
