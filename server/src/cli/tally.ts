import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { approval } from '@cenacle/tally/approval'
import { fillMissing, majorityJudgment } from '@cenacle/tally/majority-judgment'
import { parsePreferences } from '@cenacle/tally/preflib'
import { schulze } from '@cenacle/tally/schulze'

export const tallyUsage = `cenacle tally --method schulze|majority-judgment|approval [--missing <grade>] [--min-judges <n>] <file>

Counts a vote from a file and prints {ranking, details} as JSON, best first.
  schulze             PrefLib lines « count: 1,{2,3},4 »; options left out are tied last
  majority-judgment   JSON of grade counts per option, worst first: {"a": [1, 0, 2], "b": [0, 3, 0]}
                      --missing 0 counts missing grades as the worst; without it tallies are scaled to each other
  approval            PrefLib lines, each naming what it approves of; or JSON: {"a": [not approved, approved]}`

const counts = z.array(z.number().int().nonnegative()).min(1)
const gradeFile = z.union([z.record(z.string(), counts), z.array(counts)])

/**
 * `cenacle tally`.
 * @returns what to print
 * @throws Error with one line that says what is wrong with the arguments or the file
 */
export async function tally(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { method: { type: 'string' }, missing: { type: 'string' }, 'min-judges': { type: 'string' } },
  })
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new Error(tallyUsage)
  const text = await readFile(path, 'utf8')
  const options = { missing: wholeNumber(values.missing), minJudges: wholeNumber(values['min-judges']) }
  return JSON.stringify(count(values.method, text, options))
}

function count(
  method: string | undefined,
  text: string,
  options: { missing?: number | undefined; minJudges?: number | undefined },
) {
  if (method === 'schulze') {
    const { options, names, ballots } = parsePreferences(text)
    const { status, ranking, details } = schulze(options, ballots)
    return { ranking, details: { status, names, ...details } }
  }
  if (method === 'majority-judgment') {
    const { status, ranking, details } = majorityJudgment(filled(gradesOf(text), options.missing), options.minJudges)
    return { ranking, details: { status, ...details } }
  }
  if (method === 'approval') {
    const { status, ranking, details } = isJson(text) ? approvalOfCounts(gradesOf(text)) : approvalOfBallots(text)
    return { ranking, details: { status, ...details } }
  }
  throw new Error(tallyUsage)
}

const isJson = (text: string): boolean => /^\s*[[{]\s*["[\]}]/u.test(text)

function gradesOf(text: string): Record<string, number[]> {
  const parsed = gradeFile.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error('expected a JSON of grade counts per option, worst first: {"a": [1, 0, 2]}')
  const { data } = parsed
  return Array.isArray(data) ? Object.fromEntries(data.map((grades, index) => [String(index + 1), grades])) : data
}

function filled(tallies: Record<string, number[]>, missing: number | undefined): Record<string, readonly number[]> {
  if (missing === undefined) return tallies
  const judges = Math.max(...Object.values(tallies).map((grades) => grades.reduce((sum, grade) => sum + grade, 0)))
  return Object.fromEntries(Object.entries(tallies).map(([id, grades]) => [id, fillMissing(grades, judges, missing)]))
}

function approvalOfBallots(text: string) {
  const { options, ballots } = parsePreferences(text)
  return approval(
    options,
    ballots.map(({ ranking, count }) => ({ approved: ranking.flat(), count })),
  )
}

function approvalOfCounts(tallies: Record<string, number[]>) {
  const ids = Object.keys(tallies)
  if (ids.some((id) => tallies[id]?.length !== 2))
    throw new Error('expected two counts per option: [not approved, approved]')
  const approvals = ids.map((id) => ({ approved: [id], count: tallies[id]?.[1] ?? 0 }))
  const { status, ranking, details } = approval(ids, approvals)
  return { status, ranking, details: { scores: details.scores } }
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/u.test(text)) throw new Error(`not a whole number: ${text}`)
  return Number(text)
}
