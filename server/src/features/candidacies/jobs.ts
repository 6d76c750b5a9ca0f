import type { Handlers } from '../../jobs/jobs.ts'
import { ADMIT_JOB, admitWhenDue } from './admit.ts'

/** Jobs only hurry what follows from times and ballots. */
export const candidacyJobs: Handlers = { [ADMIT_JOB]: admitWhenDue }
