import { z } from 'zod'
import { author } from './person.ts'
import { id, instant } from './text.ts'

/** The yearly round in which each member stays, becomes an ambassador, or leaves. */

export const renewalParams = z.strictObject({ renewalId: id() })
export const renewalChoice = z.enum(['stay', 'ambassador', 'leave'])
export type RenewalChoice = z.infer<typeof renewalChoice>
export const renewalStatus = z.enum(['open', 'closed', 'settled'])

export const openRenewalBody = z.strictObject({
  closesAt: instant(),
  /** What becomes of a member who does not answer. */
  silence: renewalChoice.default('stay'),
})
export type OpenRenewalBody = z.input<typeof openRenewalBody>
export const renewalAnswerBody = z.strictObject({ answer: renewalChoice })

const choices = z.object({ stay: z.number().int(), ambassador: z.number().int(), leave: z.number().int() })

export const renewalAnswer = z.object({
  id: z.string(),
  openedAt: z.string(),
  closesAt: z.string(),
  /** `closed`: nobody can answer any more, and the answers take effect at any moment; `settled`: they have. */
  status: renewalStatus,
  silence: renewalChoice,
  /** How many were asked, and how many answered: all that is known before the close. */
  asked: z.number().int(),
  answered: z.number().int(),
  /** The viewer's own answer; `asked` false for who has no seat, or took it since. */
  mine: z.object({ asked: z.boolean(), answer: renewalChoice.nullable(), at: z.string().nullable() }),
  /** How many did what, once it has taken effect. */
  result: choices.nullable(),
  /** Who did not answer, for the office, once it has taken effect. */
  silent: z.array(author).nullable(),
  can: z.object({ answer: z.boolean(), abandon: z.boolean() }),
})
export type RenewalAnswer = z.infer<typeof renewalAnswer>
/** The newest campaign, if there ever was one. */
export const currentRenewalAnswer = z.object({
  renewal: renewalAnswer.nullable(),
  can: z.object({ open: z.boolean() }),
})
export type CurrentRenewalAnswer = z.infer<typeof currentRenewalAnswer>
