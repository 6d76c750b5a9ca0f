import { z } from 'zod'

export const voteStatus = z.enum(['scheduled', 'open', 'closed', 'cancelled'])
/** Outcome at the close, in the order in which it is evaluated. Among several options `adopted` means: there is one winner. */
export const voteOutcome = z.enum(['vetoed', 'no_ballot', 'quorum_failed', 'adopted', 'rejected'])
