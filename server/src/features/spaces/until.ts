import { invalidField } from '../../problem.ts'
import { instantOf } from '../../time.ts'

const YEAR_MS = 366 * 86_400_000

/** An end date that lies ahead, within a year. @throws Problem invalid */
export function checkUntil(ctx: { now(): Date }, until: string, pointer: string): Date {
  const at = instantOf(until)
  const now = ctx.now().getTime()
  if (at.getTime() <= now) throw invalidField(pointer, 'date-past')
  if (at.getTime() > now + YEAR_MS) throw invalidField(pointer, 'out-of-range')
  return at
}
