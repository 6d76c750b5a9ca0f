import type { Handlers } from '../../jobs/jobs.ts'
import { REMIND_JOB, SETTLE_JOB } from './renewal/commands.ts'
import { remindSilent } from './renewal/remind.ts'
import { settleRenewal } from './renewal/settle.ts'

/** The close of a renewal and its reminders. */
export const committeeJobs: Handlers = { [SETTLE_JOB]: settleRenewal, [REMIND_JOB]: remindSilent }
