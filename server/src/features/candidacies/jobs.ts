import type { Handlers } from '../../jobs/jobs.ts'
import { admitWhenDue } from './admit.ts'
import { forgetRequests } from './applications.ts'
import { ADMIT_JOB } from '../votes/commands/open.ts'
import { FORGET_REQUESTS_JOB, LOST_LINK_JOB, TEND_JOB } from './job-names.ts'
import { mailLostLinks } from './links.ts'
import { tendCandidacy } from './tend.ts'

/** Jobs only hurry what follows from times and ballots. */
export const candidacyJobs: Handlers = {
  [ADMIT_JOB]: admitWhenDue,
  [TEND_JOB]: tendCandidacy,
  [FORGET_REQUESTS_JOB]: forgetRequests,
  [LOST_LINK_JOB]: mailLostLinks,
}
