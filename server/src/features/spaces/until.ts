import { invalidField } from '../../problem.ts'

const YEAR_MS = 366 * 86_400_000

/** An end date that lies ahead, within a year. @throws Problem invalid */
export function checkUntil(ctx: { now(): Date }, until: string, pointer: string): Date {
  const at = Date.parse(until)
  const now = ctx.now().getTime()
  if (at <= now) throw invalidField(pointer, 'date-past')
  if (at > now + YEAR_MS) throw invalidField(pointer, 'out-of-range')
  return new Date(at)
}
