import { Problem } from '../problem.ts'

/** An opaque cursor: the sort key of the last row that was sent. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/**
 * Reads a cursor back.
 * @param types what each part must be
 * @throws Problem invalid-parameter when it is not one of ours
 */
export function decodeCursor<const T extends readonly ('string' | 'number' | 'time' | 'id')[]>(
  cursor: string,
  types: T,
) {
  const key = parse(cursor)
  const fits = Array.isArray(key) && key.length === types.length && types.every((type, i) => isA(type, key[i]))
  if (!fits) throw new Problem('invalid-parameter', { detail: 'cursor' })
  return key as { [I in keyof T]: T[I] extends 'number' ? number : string }
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/
const INT4_MAX = 2_147_483_647
/** A day that the database knows: the 30th of February is one to `Date.parse` alone, the year 0 to neither. */
const isADay = (time: string): boolean => {
  const at = new Date(`${time.slice(0, 19)}Z`)
  return time >= '0001' && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(time.slice(0, 19))
}
function isA(type: 'string' | 'number' | 'time' | 'id', value: unknown): boolean {
  if (type === 'number') return Number.isInteger(value) && Math.abs(value as number) <= INT4_MAX
  if (typeof value !== 'string' || /\u0000/.test(value)) return false
  if (type === 'time') return TIME.test(value) && isADay(value)
  return type !== 'id' || UUID.test(value)
}

/**
 * Cuts a result that was read with one row too many into a page.
 * @param rows at most `limit + 1` rows
 */
export function cut<Row, Item>(
  rows: Row[],
  limit: number,
  present: (row: Row) => Item,
  keyOf: (row: Row) => readonly (string | number)[],
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(present), next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null }
}
