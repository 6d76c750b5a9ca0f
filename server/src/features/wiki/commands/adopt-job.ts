/** Gives a page the text that was adopted for it. What it does is above: it is a vote's to say. */
export const ADOPT_JOB = 'revision.adopt'
