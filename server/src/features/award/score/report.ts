import {
  type EntryScore,
  scoreLimits,
  type ScoreFault,
  type ScoreFaultCode,
  type ScoreReport,
} from '@cenacle/contract/award-score'
import { foldName } from '@cenacle/contract/text'
import { readScore, startsFormula, writeScore } from './exact.ts'
import { type Column, cut, type Line, tableOf } from './table-of.ts'
import { textOf } from './text-of.ts'

/** An entry of the edition. `needed`: it takes part, so that a score without it would be incomplete. */
export interface Scorable {
  id: string
  title: string
  needed: boolean
}
/** What a file says, whole or not at all: `points` by entry, empty unless all is well. */
export interface Looked {
  report: ScoreReport
  points: ReadonlyMap<string, number>
}

/**
 * Reads a file of scores against the entries of its edition. Pure, and bounded: whatever is in the file, each line is looked at once.
 * @param decimals declared for the whole file
 */
export function lookAt(bytes: Uint8Array, entries: readonly Scorable[], decimals: number): Looked {
  const { text, encoding, faults } = textOf(bytes)
  if (encoding === null) return refused(faults, encoding, null)
  const table = tableOf(text)
  const isWhole = faults.length === 0
  faults.push(...table.faults)
  // Of a file whose columns are unknown, lines would say one and the same thing each.
  if (table.lines.length === 0 && table.faults.length > 0) return refused(faults, encoding, table.separator)
  const reader = new Reader(entries, decimals)
  for (const line of table.lines) reader.read(line)
  faults.push(...reader.faults)
  if (isWhole && table.faults.length === 0) faults.push(...reader.missing())
  if (faults.length === 0 && reader.points.size === 0) faults.push(NO_LINE)
  const shape = { encoding, separator: table.separator, lines: table.lines.length }
  if (faults.length > 0) return { report: { ...shape, ...told(faults), ok: false, scores: [] }, points: new Map() }
  return { report: { ...shape, ...told([]), ok: true, scores: reader.scores }, points: reader.points }
}

/** A head alone scores nothing. */
const NO_LINE: ScoreFault = { line: null, column: null, code: 'empty', value: null }

/** Line by line, after what is about the whole file; last who is missing. */
const rankOf = ({ code, line }: ScoreFault): number => (code === 'too-many-lines' ? 0 : (line ?? Infinity))
const told = (faults: ScoreFault[]) => ({
  faults: faults.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, scoreLimits.faults),
  faultCount: faults.length,
})
const refused = (
  faults: ScoreFault[],
  encoding: ScoreReport['encoding'],
  separator: ScoreReport['separator'],
): Looked => ({
  report: { ok: false, encoding, separator, lines: 0, ...told(faults), scores: [] },
  points: new Map(),
})

/** Reads line after line; remembers which entries it met, and how decimals were written first. */
class Reader {
  readonly faults: ScoreFault[] = []
  readonly scores: EntryScore[] = []
  readonly points = new Map<string, number>()
  readonly #entries: ReadonlyMap<string, Scorable>
  readonly #decimals: number
  readonly #metAt = new Map<string, number>()
  #mark: '.' | ',' | null = null

  constructor(entries: readonly Scorable[], decimals: number) {
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]))
    this.#decimals = decimals
  }

  read({ line, cells }: Line): void {
    const say = (column: Column, code: ScoreFaultCode, value: string): void => {
      this.faults.push({ line, column, code, value: cut(value) })
    }
    const before = this.faults.length
    for (const [column, cell] of Object.entries(cells) as [Column, string][]) {
      const code = faultOfCell(column, cell)
      if (code) say(column, code, cell)
    }
    if (this.faults.length > before) return void this.#metAt.set((cells.id ?? '').trim().toLowerCase(), line)
    const entry = this.#entryOf(cells, line, say)
    const points = this.#pointsOf(cells.score ?? '', say)
    if (!entry || points === undefined) return
    this.points.set(entry.id, points)
    this.scores.push({ entryId: entry.id, value: writeScore(points, this.#decimals) })
  }

  #entryOf(
    { id = '', titre = '' }: Line['cells'],
    line: number,
    say: (column: Column, code: ScoreFaultCode, value: string) => void,
  ): Scorable | undefined {
    const key = id.trim().toLowerCase()
    if (key === '') return void say('id', 'id-missing', '')
    const entry = this.#entries.get(key)
    if (!entry) return void say('id', 'id-unknown', id)
    const first = this.#metAt.get(key)
    if (first !== undefined) return void say('id', 'id-twice', String(first))
    this.#metAt.set(key, line)
    // Somebody sorted one column and not the others: every score would go to another entry.
    if (titre.trim() !== '' && lettersOf(titre) !== lettersOf(entry.title))
      return void say('titre', 'title-differs', titre)
    return entry
  }

  #pointsOf(cell: string, say: (column: Column, code: ScoreFaultCode, value: string) => void): number | undefined {
    const read = readScore(cell, this.#decimals)
    if ('fault' in read) return void say('score', read.fault, cell)
    if (read.mark !== null && this.#mark !== null && read.mark !== this.#mark)
      return void say('score', 'score-mixed-marks', cell)
    this.#mark ??= read.mark
    return read.points
  }

  /** Entries that take part and are in no line. */
  missing(): ScoreFault[] {
    return [...this.#entries.values()]
      .filter(({ id, needed }) => needed && !this.#metAt.has(id))
      .map(({ title }) => ({ line: null, column: null, code: 'entry-missing' as const, value: cut(title) }))
  }
}

/** What no cell may be; whether a score is a number is looked at later, since one may begin with a minus. */
function faultOfCell(column: Column, cell: string): ScoreFaultCode | undefined {
  if (cell.length > scoreLimits.cell) return 'cell-too-long'
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u.test(cell)) return 'control-characters'
  return column !== 'score' && startsFormula(cell.trim()) ? 'formula' : undefined
}

/** A title without what an old encoding or a spreadsheet's apostrophe may have changed. */
const lettersOf = (title: string): string => foldName(title).replaceAll(/[^\p{L}\p{N}]/gu, '')
