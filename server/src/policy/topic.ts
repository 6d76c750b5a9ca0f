import type { ProblemCode } from '@cenacle/contract/problems'
import type { SpaceRole } from '@cenacle/contract/space'
import { atLeast } from './roles.ts'

/** What the rules need to know of a topic and of the viewer in its space. */
export interface TopicFacts {
  role: SpaceRole | null
  spaceClosed: boolean
  closed: boolean
  /** The viewer opened it. */
  own: boolean
}
export interface PostFacts {
  topic: TopicFacts
  /** The viewer wrote it. */
  own: boolean
  deleted: boolean
}

/** Why something is refused, or null: `forbidden` for the role, else the state that stands in the way. */
export type Refusal = Extract<ProblemCode, 'forbidden' | 'not-found' | 'space-closed' | 'topic-closed'> | null

const takesPart = ({ role }: Pick<TopicFacts, 'role'>): boolean => atLeast(role, 'commenter')
const moderates = ({ role }: Pick<TopicFacts, 'role'>): boolean => atLeast(role, 'facilitator')
const halt = ({ spaceClosed, closed }: TopicFacts): Refusal =>
  spaceClosed ? 'space-closed' : closed ? 'topic-closed' : null

export const read = ({ role }: Pick<TopicFacts, 'role'>): boolean => atLeast(role, 'reader')
export const create = (space: { role: SpaceRole | null; closed: boolean }): Refusal =>
  !takesPart(space) ? 'forbidden' : space.closed ? 'space-closed' : null
export const reply = (topic: TopicFacts): Refusal => (takesPart(topic) ? halt(topic) : 'forbidden')
/** The title: whoever opened the topic while it goes on, and those who run the space. */
export const rename = (topic: TopicFacts): Refusal => {
  if (moderates(topic)) return topic.spaceClosed ? 'space-closed' : null
  return topic.own && takesPart(topic) ? halt(topic) : 'forbidden'
}
/** Ending a topic, and opening it again. */
export const close = (topic: TopicFacts): Refusal => {
  if (!moderates(topic)) return 'forbidden'
  return topic.spaceClosed ? 'space-closed' : null
}

/** One's own words alone, also for those who run the space: nobody writes in another's name. */
export const editPost = ({ topic, own, deleted }: PostFacts): Refusal => {
  if (!own || !takesPart(topic)) return 'forbidden'
  return deleted ? 'not-found' : halt(topic)
}
/** One's own, while the topic goes on; everybody's, by those who run the space, always. */
export const removePost = ({ topic, own, deleted }: PostFacts): Refusal => {
  if (moderates(topic)) return deleted ? 'not-found' : null
  return editPost({ topic, own, deleted })
}

/** In its first 30 minutes a post changes without a mark; later the change shows. */
export const FREE_EDIT_MS = 30 * 60_000
/** Edits of one person that come closer than this make one revision. */
export const REVISION_MS = 5 * 60_000

/**
 * What an edit leaves behind.
 * @returns `marks`: readers see that the post was changed; `keeps`: the replaced text becomes a revision
 */
export const traceOf = (post: { createdAt: Date; writtenAt: Date }, now: Date): { marks: boolean; keeps: boolean } => ({
  marks: now.getTime() - post.createdAt.getTime() > FREE_EDIT_MS,
  keeps: now.getTime() - post.writtenAt.getTime() > REVISION_MS,
})
