import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { voteLogAnswer } from '@cenacle/contract/vote'
import { isVoteFile, readVoteFile } from '@cenacle/tally/read-vote-file'
import { recount } from '@cenacle/tally/vote-file'
import type { Rational } from '@cenacle/tally/rational'
import type { ThresholdRule } from '@cenacle/tally/threshold'
import { fileProblem } from '../features/votes/verify-file.ts'
import { sha256 } from '../ids.ts'
import { methods, type TallyOptions } from './tally/methods.ts'

export const tallyUsage = `cenacle tally [--method ${Object.keys(methods).join('|')}] <file>

Without --method, or for a vote published by Cénacle (JSON): counts its ballots again, says whether they give the published result,
and fails when they do not; with --log <file>, also whether it is the vote that this log tells of. With --method: counts a vote from a file and prints {ranking, details} as JSON, best first.
  schulze             PrefLib orders « count: 1,{2,3},4 »; options left out are tied last
  irv                 PrefLib orders without ties; --nonce <hex> --head <hash> repeat the public draw among those level in every round
  approval            PrefLib orders or categories; or JSON: {"a": [not approved, approved]}
  majority-judgment   PrefLib categories, best first; or JSON of grade counts per option, worst first: {"a": [1, 0, 2], "b": [0, 3, 0]}
                      --missing 0 counts missing grades as the worst; without it tallies are scaled to each other
                      --min-judges <n>: options graded by fewer are not ranked
  score               the same, from 0 points on: {"a": [0, 2, 5]}
  grid                JSON: {"criteria": [{"id", "weight"}], "nominees": [id], "grids": [{"nominee", "grades": {criterion: points}}]}
  median              JSON: [120, 50, 50]
  threshold           JSON: {"roll": 150, "yes": 70, "no": 30, "abstain": 5, "veto": 0}
                      --threshold 1/2 --comparator '>' --base expressed|voters|roll --quorum 0/1`

const options = {
  method: { type: 'string' },
  log: { type: 'string' },
  missing: { type: 'string' },
  'min-judges': { type: 'string' },
  nonce: { type: 'string' },
  head: { type: 'string' },
  threshold: { type: 'string', default: '1/2' },
  comparator: { type: 'string', default: '>' },
  base: { type: 'string', default: 'expressed' },
  quorum: { type: 'string', default: '0/1' },
} as const

/**
 * `cenacle tally`.
 * @returns what to print, and whether a published result is what its ballots give
 * @throws Error with one line that says what is wrong with the arguments or the file
 */
export async function tally(args: string[]): Promise<{ text: string; ok: boolean }> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [path] = positionals
  if (path === undefined || positionals.length > 1) throw new Error(tallyUsage)
  const text = await readFile(path, 'utf8')
  if (isVoteFile(text)) return countAgain(text, values)
  const { method = '' } = values
  const count = Object.hasOwn(methods, method) ? methods[method] : undefined
  if (count === undefined) throw new Error(tallyUsage)
  const { nonce, head } = values
  const read: TallyOptions = {
    missing: wholeNumber(values.missing),
    minJudges: wholeNumber(values['min-judges']),
    draw: nonce === undefined || head === undefined ? undefined : { nonce, head },
    rule: ruleOf(values),
  }
  return { text: JSON.stringify(count(text, read)), ok: true }
}

type Again = { method?: string | undefined; log?: string | undefined }

async function countAgain(text: string, { method, log }: Again): Promise<{ text: string; ok: boolean }> {
  const vote = readVoteFile(text)
  if (method !== undefined && method !== vote.method) throw new Error(`the vote is counted by ${vote.method}`)
  const { equal, differs, found } = recount(sha256, vote)
  const problems = [
    ...(equal ? [] : [`not what the ballots give: ${differs.join(', ')}`]),
    ...(log === undefined ? [] : [fileProblem(await readLog(log), vote) ?? []].flat()),
  ]
  const verdict = [
    'the published result is what the ballots give',
    ...(log === undefined ? [] : ['the log says the same']),
  ]
  const winner = vote.options.find(({ id }) => id === found.winner)
  const outcome = `${found.outcome}${winner ? ` (${winner.label})` : ''}`
  const ok = problems.length === 0
  const line = `${vote.id} ${vote.ballots.length} ballots by ${vote.method}, ${outcome}: ${(ok ? verdict : problems).join('; ')}`
  return { text: `${ok ? 'ok    ' : 'DIFFERS'} ${line}\n${JSON.stringify(found)}`, ok }
}

async function readLog(path: string) {
  const parsed = voteLogAnswer.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!parsed.success) throw new Error(`${path} is not the log of a vote`)
  return parsed.data
}

type RuleValues = { threshold: string; comparator: string; base: string; quorum: string }

function ruleOf({ threshold, comparator, base, quorum }: RuleValues): ThresholdRule {
  if (comparator !== '>' && comparator !== '>=') throw new Error(`not a comparator: ${comparator}`)
  if (base !== 'expressed' && base !== 'voters' && base !== 'roll') throw new Error(`not a base: ${base}`)
  return { base, comparator, threshold: share(threshold), quorum: share(quorum) }
}

function share(text: string): Rational {
  const [, n, d] = /^(\d{1,9})\/(\d{1,9})$/u.exec(text) ?? []
  if (n === undefined || d === undefined) throw new Error(`not a share: ${text}; expected 2/3`)
  return { n: Number(n), d: Number(d) }
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/u.test(text)) throw new Error(`not a whole number: ${text}`)
  return Number(text)
}
