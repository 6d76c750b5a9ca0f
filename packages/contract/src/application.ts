import { z } from 'zod'
import { college } from './person.ts'
import { bodyText, email, optionalBody, optionalLine, personName } from './text.ts'

const token = z.string().min(20).max(200)
const agreed = z.literal(true)
/** Whoever agrees to a charter sends the hash of the one that they read. */
const charter = z.string().regex(/^[0-9a-f]{64}$/, { error: 'required' })

/** What the public form shows beside its fields. */
export const applicationFormAnswer = z.object({
  committee: z.string(),
  charter: z.object({ html: z.string(), hash: z.string() }),
  /** Who answers for these data, and whom to write to. */
  privacy: z.string(),
  /** After how many days the file of somebody who got no seat is forgotten. */
  keptDays: z.number().int(),
})
export type ApplicationFormAnswer = z.infer<typeof applicationFormAnswer>

/** The public form. Nothing is a candidacy before the mail that follows is confirmed. */
export const applicationBody = z.strictObject({
  name: personName(),
  email: email(),
  college,
  employer: optionalLine(),
  motivation: bodyText(),
  sponsorNamed: optionalLine().default(''),
  /** Of the use of these data, whose purpose the form states. */
  consent: agreed,
  charter,
})
export type ApplicationBody = z.input<typeof applicationBody>
/** Always the same, whoever asks for whatever address. */
export const receivedAnswer = z.object({ received: z.literal(true) })

export const applicationTokenBody = z.strictObject({ token })
/** The secret of the follow-up page. */
export const confirmedAnswer = z.object({ token: z.string() })
export const candidateQuestionBody = z.strictObject({ token, question: bodyText(2_000) })
export const candidateAnswerBody = z.strictObject({
  token,
  questionId: z.uuid({ error: 'not-an-id' }),
  answer: bodyText(4_000),
})
export const acceptSeatBody = z.strictObject({ token, charter })
/** What nobody answered in the form, or for somebody who was proposed: which of the two kinds of seat. */
export const declareCollegeBody = z.strictObject({ token, college: college.exclude(['undeclared']) })
/** Asks for another link to the follow-up page. */
export const lostLinkBody = z.strictObject({ email: email() })
/** Of a new member, whom somebody else proposed. */
export const agreeBody = z.strictObject({ charter })

/** Where a candidacy stands, as its candidate is told: never by whom, nor that there was a veto. */
export const applicationStatus = z.enum([
  'received',
  'examined',
  'pending',
  'declined',
  'unheard',
  'unopened',
  'inadmissible',
  'withdrawn',
  'accepted',
  'held',
  'waiting',
  'offered',
  'lapsed',
  'expired',
  'admitted',
])
export type ApplicationStatus = z.infer<typeof applicationStatus>
export const followAnswer = z.object({
  name: z.string(),
  email: z.string(),
  committee: z.string(),
  status: applicationStatus,
  submittedAt: z.string(),
  /** Until when the committee votes. */
  closesAt: z.string().nullable(),
  sponsor: z.string().nullable(),
  rank: z.number().int().nullable(),
  offerUntil: z.string().nullable(),
  waitingUntil: z.string().nullable(),
  /** Of a candidacy that was found inadmissible alone. */
  reason: z.string().nullable(),
  /** The motivation, as it is shown. */
  html: z.string(),
  college,
  /** Waits for nothing but the answer which kind of seat it is: while nobody says so, none is free. */
  lacksCollege: z.boolean(),
  keptDays: z.number().int(),
  privacy: z.string(),
  /** To agree to, now or with the seat that is offered. */
  charter: z.object({ html: z.string(), hash: z.string() }).nullable(),
  questions: z.array(
    z.object({
      id: z.string(),
      fromCandidate: z.boolean(),
      body: z.string(),
      at: z.string(),
      answer: z.string().nullable(),
    }),
  ),
  can: z.object({
    withdraw: z.boolean(),
    ask: z.boolean(),
    answer: z.boolean(),
    accept: z.boolean(),
    agree: z.boolean(),
    declare: z.boolean(),
    stay: z.boolean(),
  }),
})
export type FollowAnswer = z.infer<typeof followAnswer>

/** The first page that a new member reads. */
export const welcomeAnswer = z.object({
  html: z.string(),
  charter: z.object({ html: z.string(), hash: z.string() }),
  /** The viewer was admitted and has not agreed to a charter yet. */
  agrees: z.boolean(),
})
export type WelcomeAnswer = z.infer<typeof welcomeAnswer>

/** What the committee writes for those who come: in Markdown. Empty: the text that the product comes with. */
export const candidacyTextsBody = z.strictObject({
  charter: optionalBody(),
  welcome: optionalBody(),
  /** Who answers for the data of candidates, and whom to write to. */
  privacy: optionalBody().default(''),
})
export const candidacyTextsAnswer = z.object({ charter: z.string(), welcome: z.string(), privacy: z.string() })
export type CandidacyTextsAnswer = z.infer<typeof candidacyTextsAnswer>
