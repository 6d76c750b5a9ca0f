import { COLUMNS } from './table-of.ts'
import { startsFormula } from './exact.ts'

/** An entry as its line of the template names it. */
export interface TemplateLine {
  id: string
  title: string
  organisation: string
  category: string
}

/**
 * The file to fill in: a line for each entry, its score empty. As French Excel opens it at once (mark of UTF-8, semicolons), and no
 * title in it begins a formula.
 */
export const templateOf = (entries: readonly TemplateLine[]): string =>
  `\uFEFF${[COLUMNS, ...entries.map(({ id, title, organisation, category }) => [id, title, organisation, category, ''])]
    .map((cells) => `${cells.map(cellOf).join(';')}\r\n`)
    .join('')}`

function cellOf(text: string): string {
  const safe = startsFormula(text.trim()) ? `'${text}` : text
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
