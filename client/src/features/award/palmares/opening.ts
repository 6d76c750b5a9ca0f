import type { Announced } from './api.ts'

const SECOND = 1_000

/**
 * How long until a palmarès opens, by the server's clock, which this page read together with its own steady one: a device whose time
 * of day is wrong counts down as well.
 * @param at this page's steady clock now, ms
 * @returns ms, negative once it is past; null while no instant is set
 */
export const leftAt = (
  { opensAt, now, readAt }: Pick<Announced, 'opensAt' | 'now' | 'readAt'>,
  at: number,
): number | null => (opensAt === null ? null : Date.parse(opensAt) - Date.parse(now) - (at - readAt))

/**
 * When to look again: at the next whole second, and at the instant itself, when a room full of people does, within a little more than
 * half a second of it. The server decides: refused, one asks again, ever less often where it stays closed.
 * @param left ms until the instant
 * @param random between 0 and 1
 * @returns ms
 */
export function nextLook(left: number, random: number): number {
  if (left > SECOND) return left % SECOND || SECOND
  const spread = 0.6 * SECOND * random
  if (left > 0) return left + spread
  if (left > -15 * SECOND) return SECOND + spread
  return left > -120 * SECOND ? 4 * SECOND + spread : 30 * SECOND + spread
}

const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
] as const
export type Unit = (typeof UNITS)[number][0]

/** What is left in days, hours, minutes and seconds, from the first that is not 0; seconds always. A second that has begun counts. */
export function partsOf(left: number): { unit: Unit; value: number }[] {
  let rest = Math.ceil(Math.max(0, left) / SECOND)
  const parts = UNITS.map(([unit, seconds]) => {
    const value = Math.floor(rest / seconds)
    rest -= value * seconds
    return { unit, value }
  })
  const first = parts.findIndex(({ value }) => value > 0)
  return parts.slice(first === -1 ? parts.length - 1 : first)
}
