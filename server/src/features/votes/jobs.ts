import type { Handlers } from '../../jobs/jobs.ts'
import { ANNOUNCE_JOB, announceVote } from './commands/mails.ts'
import { SETTLE_JOB } from './commands/open.ts'
import { REMIND_JOB, remindVoters } from './commands/reminders.ts'
import { REVIEW_JOB, tellReview } from './commands/review.ts'
import { settleVote } from './commands/settle.ts'

/** Jobs only hurry what follows from times and ballots, and write to people. */
export const voteJobs: Handlers = {
  [SETTLE_JOB]: settleVote,
  [ANNOUNCE_JOB]: announceVote,
  [REMIND_JOB]: remindVoters,
  [REVIEW_JOB]: tellReview,
}
