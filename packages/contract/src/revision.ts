import { z } from 'zod'
import { diffAnswer } from './history.ts'
import { author } from './person.ts'
import { voteOutcome, voteStatus } from './vote-status.ts'

/** What a revision would change. `from` is the seq of the page, `to` that of the revision: two logs. */
export const comparison = diffAnswer.extend({
  /** The proposed text by itself, as a page shows it. Safe. */
  text: z.string(),
})
export type Comparison = z.infer<typeof comparison>

/** A vote that a revision went through, or goes through. */
export const revisionVote = z.object({
  id: z.string(),
  question: z.string(),
  status: voteStatus,
  outcome: voteOutcome.nullable(),
  closesAt: z.string(),
  /** When its text became the page's. */
  adoptedAt: z.string().nullable(),
  adoptedSeq: z.number().int().nullable(),
  /** The page before, where something had been written since the comparison that was voted on. */
  replacedSeq: z.number().int().nullable(),
})
export type RevisionVote = z.infer<typeof revisionVote>

export const revisionItem = z.object({
  id: z.string(),
  title: z.string(),
  author: author.nullable(),
  updatedAt: z.string(),
})
export type RevisionItem = z.infer<typeof revisionItem>

/** What is proposed for a page; of a revision, what it is one of. */
export const revisionsAnswer = z.object({
  /** The page that this one is a revision of; null for a page. */
  of: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** What is being prepared, for those who may write there. */
  items: z.array(revisionItem),
  /** The newest first. Of a page, those that decide on it; of a revision, those on its texts. */
  votes: z.array(revisionVote),
  can: z.object({ propose: z.boolean(), decide: z.boolean() }),
})
export type RevisionsAnswer = z.infer<typeof revisionsAnswer>
