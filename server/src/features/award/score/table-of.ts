import { CsvError, parse } from 'csv-parse/sync'
import { scoreLimits, type ScoreFault, type ScoreReport } from '@cenacle/contract/award-score'
import { foldName } from '@cenacle/contract/text'

export const COLUMNS = ['id', 'titre', 'organisation', 'categorie', 'score'] as const
export type Column = (typeof COLUMNS)[number]
/** What heads are compared by, and how else one writes them. */
const NAMES: ReadonlyMap<string, Column> = new Map([
  ['id', 'id'],
  ['identifiant', 'id'],
  ['titre', 'titre'],
  ['dossier', 'titre'],
  ['organisation', 'organisation'],
  ['categorie', 'categorie'],
  ['score', 'score'],
  ['note', 'score'],
])
const SEPARATORS = [
  [';', ';'],
  [',', ','],
  ['\t', 'tab'],
] as const

/** One line of the file: its number, and its cells by column. */
export interface Line {
  line: number
  cells: Partial<Record<Column, string>>
}
export interface Table {
  separator: ScoreReport['separator']
  lines: Line[]
  faults: ScoreFault[]
}

/**
 * Takes a CSV apart (RFC 4180, by csv-parse): separators as Excel writes them, quoted cells, columns by their heads in any order. A
 * line of only empty cells, as spreadsheets leave them at the end, is none.
 * @param text bounded, line ends as `\n`
 */
export function tableOf(text: string): Table {
  const { separator, name } = separatorOf(text)
  const table: Table = { separator: name, lines: [], faults: [] }
  const { records, broken } = recordsOf(text, separator)
  if (broken !== null) return { ...table, faults: [fault('quotes', broken)] }
  const [head, ...rest] = records
  if (!head) return { ...table, faults: [fault('empty', null)] }
  const columns = columnsOf(head, table.faults)
  if (table.faults.length > 0) return table
  for (const { record, line } of rest) {
    if (record.length === columns.length) table.lines.push({ line, cells: cellsOf(record, columns) })
    else table.faults.push(fault('column-count', line, `${record.length}/${columns.length}`))
  }
  return table
}

interface Row {
  record: string[]
  line: number
}

/** @returns `broken`: the line on which a cell begins whose quotes are not closed as they should be */
function recordsOf(text: string, delimiter: string): { records: Row[]; broken: number | null } {
  const records: Row[] = []
  let last = 0
  const take = (record: string[], { lines }: { lines: number }): null => {
    if (record.some((cell) => cell.trim() !== '')) records.push({ record, line: last + 1 })
    // A record's number is that of its last line.
    last = lines
    return null
  }
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\n'],
      relax_column_count: true,
      max_record_size: scoreLimits.line,
      on_record: take,
    })
    return { records, broken: null }
  } catch (error) {
    if (error instanceof CsvError) return { records, broken: last + 1 }
    throw error
  }
}

/** Whichever cuts the head into the most columns. */
function separatorOf(text: string): { separator: string; name: Table['separator'] } {
  const head = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const [best] = SEPARATORS.map(([separator, name]) => ({ separator, name, count: head.split(separator).length })).sort(
    (a, b) => b.count - a.count,
  )
  return best ?? { separator: ';', name: ';' }
}

function columnsOf({ record, line }: Row, faults: ScoreFault[]): Column[] {
  if (record.length > scoreLimits.columns) {
    faults.push(fault('column-count', line, `${record.length}/${COLUMNS.length}`))
    return []
  }
  const columns: Column[] = []
  for (const head of record) {
    const column = NAMES.get(foldName(head))
    if (column === undefined) faults.push(fault('column-unknown', line, cut(head)))
    else if (columns.includes(column)) faults.push({ ...fault('column-twice', line, cut(head)), column })
    else columns.push(column)
  }
  for (const column of ['id', 'score'] as const)
    if (!columns.includes(column)) faults.push({ ...fault('column-missing', line), column })
  return columns
}

const cellsOf = (record: readonly string[], columns: readonly Column[]): Line['cells'] =>
  Object.fromEntries(columns.map((column, index) => [column, record[index] ?? '']))

const fault = (code: ScoreFault['code'], line: number | null, value: string | null = null): ScoreFault => ({
  line,
  column: null,
  code,
  value,
})

/** What is shown of a cell: short, and nothing that acts on a terminal or the order of letters. */
export const cut = (cell: string): string =>
  [...cell.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '·')].slice(0, 60).join('')
