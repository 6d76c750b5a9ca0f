import type { Handlers } from '../../jobs/jobs.ts'
import { SETTLE_JOB } from './commands/open.ts'
import { settleVote } from './commands/settle.ts'

/** Jobs only hurry what follows from times and ballots. */
export const voteJobs: Handlers = { [SETTLE_JOB]: settleVote }
