import type { Handlers } from '../../jobs/jobs.ts'
import { FORGET_CONTACTS_JOB, FORGET_ENTRIES_JOB, forgetContacts, forgetEntryRequests } from './forget.ts'

/** Work of the award outside of requests. Deadlines and the publication need none: they follow from the clock. */
export const awardJobs: Handlers = {
  [FORGET_ENTRIES_JOB]: forgetEntryRequests,
  [FORGET_CONTACTS_JOB]: forgetContacts,
}
