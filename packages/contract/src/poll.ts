import { z } from 'zod'
import { id, instant, lineText } from './text.ts'

/** A poll of the forum: indicative, it decides nothing. */

export const FEWEST_CHOICES = 2
export const MOST_CHOICES = 10

export const pollParams = z.strictObject({ pollId: id() })

/** A poll as it is asked, and as it is corrected before its first answer. */
export const pollBody = z.strictObject({
  question: lineText(300),
  options: z.array(lineText(200)).min(FEWEST_CHOICES).max(MOST_CHOICES),
  /** Whether one person may choose several options. */
  multiple: z.boolean().default(false),
  /** Null: until somebody closes it. */
  closesAt: instant().nullable().default(null),
})
export type PollBody = z.input<typeof pollBody>

/** The numbers of the chosen options, which count from 1. */
export const pollBallotBody = z.strictObject({
  choices: z.array(z.number().int().min(1).max(MOST_CHOICES)).min(1).max(MOST_CHOICES),
})

/** A poll with its counts. Nobody is told who chose what. */
export const pollAnswer = z.object({
  id: z.string(),
  topicId: z.string(),
  postId: z.string(),
  spaceSlug: z.string(),
  question: z.string(),
  multiple: z.boolean(),
  options: z.array(z.object({ number: z.number().int(), label: z.string(), count: z.number().int() })),
  /** How many people have answered: with several choices fewer than the counts together. */
  voters: z.number().int(),
  /** What the viewer chose; null where they have not answered. */
  mine: z.array(z.number().int()).nullable(),
  closesAt: z.string().nullable(),
  closed: z.boolean(),
  can: z.object({
    vote: z.boolean(),
    /** Correcting it: its author, until the first answer. */
    change: z.boolean(),
    close: z.boolean(),
    remove: z.boolean(),
    /** Putting the same question to a vote that decides. */
    decide: z.boolean(),
  }),
})
export type PollAnswer = z.infer<typeof pollAnswer>
