import { z } from 'zod'
import { listOf, pageQuery } from './paging.ts'
import { author, college } from './person.ts'
import { bodyText, email, id, instant, optionalLine, personName, reasonText } from './text.ts'

export const createCandidacyBody = z.strictObject({
  name: personName(),
  email: email(),
  college,
  employer: optionalLine(),
  motivation: bodyText(),
  sponsorId: id().nullable().default(null),
})
export const openCandidacyBody = z.strictObject({ closesAt: instant().optional() }).default({})

export const candidacyStatus = z.enum([
  'submitted',
  'open',
  'vetoed',
  'not_adopted',
  'quorum_failed',
  'no_ballot',
  'admissible',
  'waiting_parity',
  'waiting_seats',
  'admitted',
  'offered',
  'lapsed',
  'expired',
  'refused',
  'withdrawn',
  'inadmissible',
])
export type CandidacyStatus = z.infer<typeof candidacyStatus>
export const candidacyAnswer = z.object({
  id: z.string(),
  name: z.string(),
  college,
  employer: z.string(),
  motivation: z.string(),
  html: z.string(),
  sponsor: author.nullable(),
  status: candidacyStatus,
  submittedAt: z.string(),
  openedAt: z.string().nullable(),
  voteId: z.string().nullable(),
  /** Whom the candidate named as a sponsor in the public form; free text, not checked. */
  sponsorNamed: z.string(),
  /** What the sponsor writes to the committee. */
  presentation: z.object({ text: z.string(), html: z.string(), at: z.string() }).nullable(),
  /** How many days a vote on it may be open, before somebody opens it. */
  opening: z.object({ minDays: z.number().int(), maxDays: z.number().int(), days: z.number().int() }).nullable(),
  /** Place in the waiting list of the college, from 1; null for who does not wait. */
  rank: z.number().int().nullable(),
  offerUntil: z.string().nullable(),
  /** Why it was found inadmissible; the candidate reads it too. */
  endReason: z.string().nullable(),
  secondReading: z.boolean(),
  /** By today's rules nobody opens the vote before a member presents the candidacy. */
  needsSponsor: z.boolean(),
  /** What a mediation came to, which led to the second reading, and who said so; for the committee alone. */
  mediation: z.object({ text: z.string(), person: author.nullable(), at: z.string() }).nullable(),
  /** Vetoes that stand after the close, and how many of them their authors have taken back since. */
  vetoes: z.object({ standing: z.number().int(), takenBack: z.number().int() }).nullable(),
  can: z.object({
    open: z.boolean(),
    sponsor: z.boolean(),
    present: z.boolean(),
    readQuestions: z.boolean(),
    ask: z.boolean(),
    declareInadmissible: z.boolean(),
    takeVetoBack: z.boolean(),
    reopen: z.boolean(),
    /** Also against vetoes that stand, after a mediation: who runs the committee says so. */
    mediate: z.boolean(),
  }),
})
export type CandidacyAnswer = z.infer<typeof candidacyAnswer>
/** `state`: those that wait for the committee to act, to be put to the vote or taken up again after a veto; all when not said. */
export const candidaciesQuery = pageQuery.extend({ state: z.enum(['submitted', 'vetoed']).optional() })
export type CandidaciesQuery = z.infer<typeof candidaciesQuery>
export const candidaciesAnswer = listOf(candidacyAnswer)

export const inadmissibleBody = z.strictObject({ reason: reasonText(10) })
export const presentationBody = z.strictObject({ text: bodyText() })
/** Needed while a veto stands that its author has not taken back: what the mediation came to. */
export const secondReadingBody = z.strictObject({ mediation: reasonText(10).optional() }).default({})

const MOST_QUESTION = 2_000
export const questionBody = z.strictObject({ question: bodyText(MOST_QUESTION) })
export const answerBody = z.strictObject({ answer: bodyText(4_000) })
export const questionAnswer = z.object({
  id: z.string(),
  fromCandidate: z.boolean(),
  /** Who asks; null for the candidate, and for somebody who is gone. */
  author: author.nullable(),
  body: z.string(),
  askedAt: z.string(),
  /** When the sponsor handed it to the candidate. */
  passedAt: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  can: z.object({ pass: z.boolean(), answer: z.boolean() }),
})
export type QuestionAnswer = z.infer<typeof questionAnswer>
export const questionsAnswer = z.object({ items: z.array(questionAnswer) })
export type QuestionsAnswer = z.infer<typeof questionsAnswer>
