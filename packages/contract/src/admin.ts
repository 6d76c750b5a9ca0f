import { z } from 'zod'
import { mailKind } from './person.ts'

const MOST_SEATS = 1_000

/** How parity binds an admission; `difference` counts with `tolerance` alone. */
export const parityMode = z.enum(['quota', 'tolerance', 'shown'])
export type ParityMode = z.infer<typeof parityMode>
export const seatsBody = z.strictObject({
  cap: z.number().int().min(2).max(MOST_SEATS),
  parity: parityMode,
  difference: z.number().int().min(0).max(MOST_SEATS).default(0),
})
export type SeatsBody = z.input<typeof seatsBody>
/** The setting, and who sits: of the colleges, the totals alone. */
export const seatsAnswer = z.object({
  cap: z.number().int(),
  parity: parityMode,
  difference: z.number().int(),
  seated: z.object({ women: z.number().int(), men: z.number().int(), undeclared: z.number().int() }),
})
export type SeatsAnswer = z.infer<typeof seatsAnswer>

/** A mail that stays on the server, because no mail server is configured. */
export const keptMail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.string(),
})
/** A mail that was given up: no server took it. Its text is gone. */
export const undeliveredMail = keptMail.omit({ text: true }).extend({
  /** What the mail server said last. */
  reason: z.string(),
})
export const outboxAnswer = z.object({
  mail: mailKind,
  items: z.array(keptMail),
  undelivered: z.array(undeliveredMail),
})
export type OutboxAnswer = z.infer<typeof outboxAnswer>
