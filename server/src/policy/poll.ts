import type { ProblemCode } from '@cenacle/contract/problems'
import { editPost, type PostFacts, removePost, reply } from './topic.ts'

/** What the rules need to know of a poll, of the post above it and of the viewer. */
export interface PollFacts {
  post: PostFacts
  /** By hand, or since its end. */
  closed: boolean
  /** Somebody has answered. */
  answered: boolean
}

/** Why something is refused, or null. */
export type Refusal = Extract<
  ProblemCode,
  'forbidden' | 'not-found' | 'space-closed' | 'topic-closed' | 'poll-closed' | 'poll-frozen'
> | null

/** Below one's own post alone. */
export const add = editPost
/** Whoever may answer in the topic. */
export const vote = ({ post, closed }: Omit<PollFacts, 'answered'>): Refusal =>
  reply(post.topic) ?? (closed ? 'poll-closed' : null)
/** Its author, until somebody has answered: nobody's answer is made to mean something else. */
export const change = ({ post, closed, answered }: PollFacts): Refusal =>
  editPost(post) ?? (closed ? 'poll-closed' : answered ? 'poll-frozen' : null)
/** As taking it away: its author while the topic goes on, those who run the space always. */
export const close = ({ post, closed }: Omit<PollFacts, 'answered'>): Refusal =>
  removePost(post) ?? (closed ? 'poll-closed' : null)
export const remove = ({ post }: Pick<PollFacts, 'post'>): Refusal => removePost(post)
