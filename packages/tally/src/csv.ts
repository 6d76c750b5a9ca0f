import type { VoteTally } from './count-method.ts'
import type { VoteFile } from './vote-file.ts'
import type { VoteBallot } from './vote.ts'
import { remaining } from './withdraw.ts'

type Cell = string | number | null

/**
 * The ballots of a published vote as CSV (RFC 4180), one a line: choice, then for each option its grade's name, its points, its
 * rank or 1 where approved, or the number proposed; of a grid its points for each option and criterion. Empty: not judged. Options
 * that were withdrawn have no column: ballots are those that count.
 */
export function writeBallotsCsv(vote: VoteFile): string {
  const { method, rules, options, ballots } = remaining(vote)
  const isChoice = method !== 'threshold' && method !== 'median'
  const isGrid = method === 'grid'
  const cells = options.flatMap(({ id: option, label }) =>
    (rules.criteria ?? []).map(({ id: criterion, label: by }) => ({ option, criterion, column: `${label}: ${by}` })),
  )
  const columns = isGrid
    ? cells.map(({ column }) => column)
    : isChoice
      ? options.map(({ label }) => label)
      : method === 'median'
        ? [rules.number?.unit || 'number']
        : []
  const rows = ballots.map((ballot): Cell[] => [
    ballot.lapsed ? `${ballot.choice} (lapsed)` : ballot.choice,
    ...(isChoice && !isGrid
      ? options.map(({ id }) => saidOf(ballot, id, method === 'score' ? undefined : rules.grades))
      : []),
    ...(isGrid ? cells.map(({ option, criterion }) => pointsOf(ballot, option, criterion)) : []),
    ...(method === 'median' ? [ballot.value && 'number' in ballot.value ? ballot.value.number : null] : []),
  ])
  return csv([['choice', ...columns], ...rows])
}

/** What a result can be printed with, a name and a value a line. */
export function writeSummaryCsv({ method, rules, options, result, ...vote }: VoteFile): string {
  const { counts, participation, tally } = result
  const label = options.find(({ id }) => id === result.winner)?.label ?? null
  return csv([
    ['name', 'value'],
    ['vote', vote.id],
    ['question', vote.question],
    ['closed', vote.closedAt],
    ['method', method],
    ['outcome', result.outcome],
    ['winner', label],
    ...(tally?.method === 'median' ? [['median', tally.value] satisfies Cell[]] : []),
    ['roll', counts.roll],
    ['voters', participation.n],
    ['expressed', result.expressed],
    ...(['yes', 'no', 'abstain', 'blank', 'veto'] as const).map((kind): Cell[] => [kind, counts[kind]]),
    ['numerator', result.numerator],
    ['denominator', result.denominator],
    ['base', result.base],
    ['threshold', `${rules.comparator} ${rules.threshold.numerator}/${rules.threshold.denominator}`],
    ['quorum', `${rules.quorum.numerator}/${rules.quorum.denominator}`],
    ['quorum met', result.quorate ? 1 : 0],
  ])
}

/**
 * What the tally says of each option, best first: rank (those ex æquo share one), and the counts of the method.
 * @returns null for yes or no and for a number
 */
export function writeOptionsCsv({ options, result: { tally } }: VoteFile): string | null {
  if (tally === null || tally.method === 'median') return null
  const labels = new Map(options.map(({ id, label }) => [id, label]))
  const rows = tally.ranking.flatMap((group, index) =>
    group.map((id): Cell[] => [
      1 + tally.ranking.slice(0, index).flat().length,
      labels.get(id) ?? id,
      ...countsOf(tally, id),
    ]),
  )
  return csv([['rank', 'option', ...columnsOf(tally, labels)], ...rows])
}

type Ranked = Exclude<VoteTally, { method: 'median' }>

function columnsOf(tally: Ranked, labels: ReadonlyMap<string, string>): Cell[] {
  if (tally.method === 'majority-judgment') return ['majority grade', ...tally.grades]
  if (tally.method === 'schulze') return tally.options.map((id) => `over ${labels.get(id) ?? id}`)
  if (tally.method === 'irv') return tally.rounds.map((_, index) => `round ${index + 1}`)
  if (tally.method === 'grid')
    return ['score', 'jurors', ...tally.criteria.map(({ label, weight }) => `${label} (${weight})`)]
  return tally.method === 'approval' ? ['approvals'] : ['points', 'ballots']
}

function countsOf(tally: Ranked, id: string): Cell[] {
  switch (tally.method) {
    case 'majority-judgment': {
      const { counts = [], median = null } = tally.options.find((option) => option.id === id) ?? {}
      return [median === null ? null : (tally.grades[median] ?? null), ...counts]
    }
    case 'schulze':
      return tally.preferences[tally.options.indexOf(id)] ?? []
    case 'irv':
      return tally.rounds.map(({ counts }) => counts.find((count) => count.id === id)?.votes ?? null)
    case 'approval':
      return [tally.scores.find((score) => score.id === id)?.votes ?? 0]
    case 'grid': {
      const { jurors = 0, sums = [], score = null } = tally.options.find((option) => option.id === id) ?? {}
      return [score && `${score.n}/${score.d}`, jurors, ...sums]
    }
    default: {
      const { sum = 0, ballots = 0 } = tally.scores.find((score) => score.id === id) ?? {}
      return [sum, ballots]
    }
  }
}

function saidOf({ value }: VoteBallot, id: string, grades: readonly string[] | undefined): Cell {
  if (value === undefined || value === null || 'number' in value) return null
  if ('grid' in value) return null
  if ('approved' in value) return value.approved.includes(id) ? 1 : 0
  if ('grades' in value) {
    const grade = value.grades[id]
    return grade === undefined ? null : (grades?.[grade] ?? grade)
  }
  const rank = value.ranking.findIndex((group) => group.includes(id))
  return rank === -1 ? null : rank + 1
}

const pointsOf = ({ value }: VoteBallot, option: string, criterion: string): Cell =>
  value && 'grid' in value ? (value.grid[option]?.[criterion] ?? null) : null

const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')

/** A text that a spreadsheet would take for a formula begins with an apostrophe; numbers are our own. */
function cellOf(cell: Cell): string {
  if (cell === null || typeof cell === 'number') return String(cell ?? '')
  const text = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
