import { z } from 'zod'
import { approval } from '@cenacle/tally/approval'
import { drawOrder } from '@cenacle/tally/draw'
import { criteriaGrid } from '@cenacle/tally/grid'
import { irv } from '@cenacle/tally/irv'
import { fillMissing, judge } from '@cenacle/tally/majority-judgment'
import { lowerMedian } from '@cenacle/tally/median'
import { parsePreferences } from '@cenacle/tally/preflib'
import { gradeCounts, isCategories, parseCategories } from '@cenacle/tally/preflib-categories'
import type { Tally } from '@cenacle/tally/ranking'
import { schulze } from '@cenacle/tally/schulze'
import { score, type ScoreBallot } from '@cenacle/tally/score'
import { evaluate, type ThresholdRule } from '@cenacle/tally/threshold'
import { sha256 } from '../../ids.ts'

export interface TallyOptions {
  missing: number | undefined
  minJudges: number | undefined
  draw: { nonce: string; head: string } | undefined
  rule: ThresholdRule
}

type Counted = { ranking: unknown; details: unknown }
type Count = (text: string, options: TallyOptions) => Counted

const whole = z.number().int().nonnegative()
const gradeFile = z.union([z.record(z.string(), z.array(whole).min(1)), z.array(z.array(whole).min(1))])
const countsFile = z.strictObject({
  roll: whole,
  yes: whole,
  no: whole,
  abstain: whole.default(0),
  veto: whole.default(0),
})
const gridFile = z.strictObject({
  criteria: z.array(z.strictObject({ id: z.string(), weight: whole })),
  nominees: z.array(z.string()),
  grids: z.array(z.strictObject({ nominee: z.string(), grades: z.record(z.string(), whole) })),
})

/** How each method reads its file and what it prints. */
export const methods: Readonly<Record<string, Count>> = {
  schulze: (text) => {
    const { options, names, ballots } = parsePreferences(text)
    return printed(schulze(options, ballots), names)
  },
  irv: (text, { draw }) => {
    const { options, names, ballots } = parsePreferences(text)
    return printed(
      irv(options, ballots, (tied) => drawOut(tied, draw)),
      names,
    )
  },
  'majority-judgment': (text, { missing, minJudges }) => {
    const { tallies, names } = gradesOf(text)
    return printed(judge(filled(tallies, missing), minJudges), names)
  },
  approval: (text) => {
    if (isCategories(text) || isJson(text)) return approvalOfCounts(gradesOf(text))
    const { options, names, ballots } = parsePreferences(text)
    const approvals = ballots.map(({ ranking, count }) => ({ approved: ranking.flat(), count }))
    return printed(approval(options, approvals), names)
  },
  score: (text) => {
    const { tallies, names } = gradesOf(text)
    return printed(scoreOfCounts(tallies), names)
  },
  median: (text) => {
    const numbers = parseJson(z.array(z.number().int()), text, 'a JSON list of whole numbers: [120, 50, 50]')
    return { ranking: null, details: { value: lowerMedian(numbers) ?? null, ballots: numbers.length } }
  },
  threshold: (text, { rule }) => {
    const counts = parseJson(countsFile, text, 'a JSON of counts: {"roll": 150, "yes": 70, "no": 30, "abstain": 5}')
    return { ranking: null, details: evaluate(counts, rule) }
  },
  grid: (text, { minJudges }) => {
    const shape =
      '{"criteria": [{"id", "weight"}], "nominees": [id], "grids": [{"nominee", "grades": {criterion: whole}}]}'
    const { criteria, nominees, grids } = parseJson(gridFile, text, shape)
    return printed(criteriaGrid(criteria, nominees, grids, minJudges), {})
  },
}

const printed = ({ status, ranking, details }: Tally<object>, names: Readonly<Record<string, string>>): Counted => ({
  ranking,
  details: { status, ...(Object.keys(names).length > 0 && { names }), ...details },
})

function drawOut(tied: readonly string[], draw: TallyOptions['draw']): string {
  if (draw === undefined)
    throw new Error(`${tied.join(', ')} are level in every round: --nonce and --head of the vote say who was drawn`)
  return drawOrder(sha256, draw.nonce, draw.head, tied).order.at(-1) ?? ''
}

const isJson = (text: string): boolean => /^\s*[[{]\s*["[\]}]/u.test(text)

function parseJson<T>(schema: z.ZodType<T>, text: string, expected: string): T {
  const parsed = schema.safeParse(jsonOf(text))
  if (!parsed.success) throw new Error(`expected ${expected}`)
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Grades = { tallies: Map<string, number[]>; names: Readonly<Record<string, string>> }

/** How often each grade was given, worst first, from JSON or from PrefLib's categories. */
function gradesOf(text: string): Grades {
  if (isCategories(text)) {
    const file = parseCategories(text)
    return { tallies: gradeCounts(file), names: file.names }
  }
  const shape = 'PrefLib categories or a JSON of counts per option, worst grade first: {"a": [1, 0, 2]}'
  const data = parseJson(gradeFile, text, shape)
  const entries = Array.isArray(data)
    ? data.map((grades, index): [string, number[]] => [String(index + 1), grades])
    : Object.entries(data)
  return { tallies: new Map(entries), names: {} }
}

function filled(tallies: Map<string, number[]>, missing: number | undefined): Map<string, readonly number[]> {
  if (missing === undefined) return tallies
  const judges = Math.max(...[...tallies.values()].map((grades) => grades.reduce((sum, grade) => sum + grade, 0)))
  return new Map([...tallies].map(([id, grades]) => [id, fillMissing(grades, judges, missing)]))
}

function approvalOfCounts({ tallies, names }: Grades): Counted {
  const ids = [...tallies.keys()]
  if ([...tallies.values()].some((counts) => counts.length !== 2))
    throw new Error('expected two counts per option: [not approved, approved]')
  const approvals = ids.map((id) => ({ approved: [id], count: tallies.get(id)?.[1] ?? 0 }))
  const { status, ranking, details } = approval(ids, approvals)
  return printed({ status, ranking, details: { scores: details.scores } }, names)
}

/** Each count as that many ballots on one option alone. */
function scoreOfCounts(tallies: Map<string, number[]>): ReturnType<typeof score> {
  const ids = [...tallies.keys()]
  const most = Math.max(0, ...[...tallies.values()].map((counts) => counts.length - 1))
  const ballots = [...tallies].flatMap(([id, counts]) =>
    counts.map(
      (count, points): ScoreBallot => ({
        grades: { [id]: points },
        recused: ids.filter((other) => other !== id),
        count,
      }),
    ),
  )
  return score(ids, ballots, most)
}
