import { z } from 'zod'
import { limits, optionalBody, reasonText } from './text.ts'
import { MOST_OPTIONS, voteAnswer } from './vote.ts'

const optionId = z.string().max(40)
const TOO_MANY = 'too-many-options'
const whole = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)

/** Whether it fits the vote (its method, its options, its limits) the server says where the vote is known. */
const value = z.union([
  z.strictObject({ grades: z.record(optionId, whole) }),
  z.strictObject({
    ranking: z.array(z.array(optionId).min(1).max(MOST_OPTIONS, TOO_MANY)).max(MOST_OPTIONS, TOO_MANY),
  }),
  z.strictObject({ approved: z.array(optionId).max(MOST_OPTIONS, TOO_MANY) }),
  z.strictObject({ number: whole }),
  z.strictObject({ grid: z.record(optionId, z.record(optionId, whole)) }),
])

/**
 * Of a secret vote alone: for each published line (`ballot`, or an option's id where options are published one by one) the
 * SHA-256 of the canonical line and of a number that the voter's browser drew and keeps (`receiptOf` of the tally).
 */
const receipts = z.record(optionId, z.string().regex(/^[0-9a-f]{64}$/)).optional()
const reason = optionalBody(limits.reason).nullish()

/** A veto is refused without a reason; any other choice may have one, which is read with the result. */
export const ballotBody = z.discriminatedUnion('choice', [
  z.strictObject({ choice: z.enum(['yes', 'no', 'abstain', 'blank']), reason, receipts }),
  z.strictObject({ choice: z.literal('cast'), value, reason, receipts }),
  z.strictObject({ choice: z.literal('veto'), reason: reasonText() }),
])
export type BallotBody = z.output<typeof ballotBody>

/** What remains when a veto is lifted: another choice, or nothing. */
export const liftVetoBody = z.strictObject({ choice: z.enum(['yes', 'no', 'abstain']).optional() }).default({})

/** The vote as it is with one's ballot; `receipt` is the hash of the ballot's event, to be found in the log; null when secret. */
export const ballotAnswer = voteAnswer.extend({ receipt: z.string().nullable() })
