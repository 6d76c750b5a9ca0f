import { wholeNumber } from './rational.ts'

/** What a PrefLib file of categories says; `categories` best first, and in each ballot the options that it puts into each. */
export type Categories = {
  readonly options: readonly string[]
  readonly names: Readonly<Record<string, string>>
  readonly categories: readonly string[]
  readonly ballots: readonly { readonly count: number; readonly groups: readonly (readonly string[])[] }[]
}

/** Whether a text says that it is PrefLib's `.cat`. */
export const isCategories = (text: string): boolean => /^#\s*(?:DATA TYPE:\s*cat|NUMBER CATEGORIES:)/mu.test(text)

/**
 * Reads PrefLib's `.cat` (https://preflib.github.io/preflib-data/format): lines `count: 1,{2,3},{}`, a set per category, best first.
 * @throws RangeError with the line's number on anything else, and on an option that is nowhere or in two sets
 */
export function parseCategories(text: string): Categories {
  const names = new Map<string, string>()
  const categories: string[] = []
  const ballots: { count: number; groups: string[][]; line: number }[] = []
  for (const [index, raw] of text.split(/\r?\n/u).entries()) {
    const line = raw.trim()
    if (line.startsWith('#')) readMetadata(line, names, categories)
    else if (line !== '') ballots.push({ ...parseLine(line, index + 1), line: index + 1 })
  }
  const options = [...names.keys()]
  for (const { groups, line } of ballots) {
    if (groups.length !== categories.length)
      throw new RangeError(`line ${line}: expected ${categories.length} categories`)
    const ids = groups.flat()
    if (ids.length !== options.length || !options.every((id) => ids.includes(id)))
      throw new RangeError(`line ${line}: expected each of ${options.length} options once`)
  }
  const plain = ballots.map(({ count, groups }) => ({ count, groups }))
  return { options, names: Object.fromEntries(names), categories, ballots: plain }
}

function readMetadata(line: string, names: Map<string, string>, categories: string[]): void {
  const [, id, name = ''] = /^#\s*ALTERNATIVE NAME (\S+?):\s*(.*)$/u.exec(line) ?? []
  if (id !== undefined) names.set(id, name)
  const [, category] = /^#\s*CATEGORY NAME \d+:\s*(.*)$/u.exec(line) ?? []
  if (category !== undefined) categories.push(category)
}

function parseLine(line: string, number: number): { count: number; groups: string[][] } {
  const [, count = '', sets = ''] = /^(\d{1,15})\s*:\s*(.*)$/u.exec(line) ?? []
  const groups = sets.match(/\{[^{}]*\}|[^,{}]+/gu) ?? []
  if (count === '' || groups.join(',').replace(/\s/gu, '') !== sets.replace(/\s/gu, ''))
    throw new RangeError(`line ${number}: expected « count: 1,{2,3},{} »`)
  const ids = (group: string) =>
    group
      .replace(/[{}\s]/gu, '')
      .split(',')
      .filter((id) => id !== '')
  return { count: wholeNumber(Number(count), 'count'), groups: groups.map(ids) }
}

/** How many ballots put each option into each category, the last category first, as majority judgment and points count. */
export function gradeCounts({ options, categories, ballots }: Categories): Map<string, number[]> {
  const counts = new Map(options.map((id) => [id, categories.map(() => 0)]))
  for (const { count, groups } of ballots)
    for (const [index, group] of groups.entries())
      for (const id of group) {
        const row = counts.get(id) ?? []
        const grade = categories.length - 1 - index
        row[grade] = (row[grade] ?? 0) + count
      }
  return counts
}
