import type { RankedBallot } from './schulze.ts'

/** What a PrefLib file of orders says: the options, in order, their names, and the ballots. */
export type Preferences = {
  readonly options: readonly string[]
  readonly names: Readonly<Record<string, string>>
  readonly ballots: readonly Required<RankedBallot>[]
}

/**
 * Reads PrefLib's `.soc/.soi/.toc/.toi` (https://preflib.github.io/preflib-data/format): `# …` lines of metadata, then lines
 * `count: 1,{2,3},4`, best first, equals in braces. Options announced by the metadata exist even when no ballot ranks them.
 * @throws RangeError with the line's number on anything else
 */
export function parsePreferences(text: string): Preferences {
  const options = new Set<string>()
  const names = new Map<string, string>()
  const ballots: Required<RankedBallot>[] = []
  for (const [index, raw] of text.split(/\r?\n/u).entries()) {
    const line = raw.trim()
    if (line === '') continue
    if (line.startsWith('#')) {
      readMetadata(line, options, names)
      continue
    }
    const ballot = parseBallot(line)
    if (ballot === null) throw new RangeError(`line ${index + 1}: expected « count: 1,{2,3},4 »`)
    for (const option of ballot.ranking.flat()) options.add(option)
    ballots.push(ballot)
  }
  return { options: [...options].toSorted(naturalOrder), names: Object.fromEntries(names), ballots }
}

function readMetadata(line: string, options: Set<string>, names: Map<string, string>): void {
  const named = /^#\s*ALTERNATIVE NAME (\S+?):\s*(.*)$/u.exec(line)
  if (named?.[1] === undefined) return
  options.add(named[1])
  names.set(named[1], named[2] ?? '')
}

function parseBallot(line: string): Required<RankedBallot> | null {
  const parts = /^(\d{1,15})\s*:(.*)$/u.exec(line)
  if (parts === null) return null
  const count = Number(parts[1])
  const order = (parts[2] ?? '').trim()
  if (order === '') return { count, ranking: [] }
  const groups = order.match(/\{[^{}]*\}|[^,{}]+/gu) ?? []
  if (groups.join(',').replace(/\s/gu, '') !== order.replace(/\s/gu, '')) return null
  const ranking = groups.map((group) =>
    group
      .replace(/[{}]/gu, '')
      .split(',')
      .map((id) => id.trim()),
  )
  const ids = ranking.flat().filter((id) => id !== '')
  if (new Set(ids).size !== ranking.flat().length) return null
  return { count, ranking }
}

const digits = /^\d{1,15}$/u

/** 2 before 10; names after numbers, by code units. */
function naturalOrder(a: string, b: string): number {
  if (digits.test(a) && digits.test(b)) return Number(a) - Number(b)
  return a < b ? -1 : Number(a > b)
}
