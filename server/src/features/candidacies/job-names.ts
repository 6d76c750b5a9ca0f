/** Looks at what time has brought one candidacy: a vote to prolong, an offer that lapsed, a file to forget. */
export const TEND_JOB = 'candidacy.tend'
/** Sends another link to the follow-up page. */
export const LOST_LINK_JOB = 'candidacy.lost-link'
/** Forgets what the public form received and nobody confirmed. */
export const FORGET_REQUESTS_JOB = 'candidacy.forget-requests'
