import type { Viewer } from '../context.ts'
import * as page from './page.ts'
import * as space from './space.ts'

/** What the rules need to know of a thread: its page as the viewer stands in it, and who began it. */
export interface ThreadFacts {
  page: page.PageFacts
  authorId: string | null
}
export interface CommentFacts extends ThreadFacts {
  /** Of the comment. */
  writerId: string | null
  deleted: boolean
}

const isOwn = (viewer: Viewer, id: string | null): boolean => viewer.kind === 'person' && viewer.id === id

/** Comments are of the page as it is being written: whoever sees it so, sees them. */
export const read = (facts: page.PageFacts): boolean => page.follow(facts)
/** Beginning a thread, and answering: while the space goes on and the page is not frozen. */
export const create = (facts: page.PageFacts): boolean => page.comment(facts)
export const reply = ({ page: facts }: ThreadFacts): boolean => create(facts)
/** Settling a thread, and opening it again: whoever began it, and whoever writes the page. */
export const resolve = (viewer: Viewer, thread: ThreadFacts): boolean =>
  page.write(thread.page) || (reply(thread) && isOwn(viewer, thread.authorId))
/** One's own words alone: nobody writes in another's name. */
export const edit = (viewer: Viewer, { writerId, deleted, ...thread }: CommentFacts): boolean =>
  !deleted && reply(thread) && isOwn(viewer, writerId)
/** One's own; everybody's, by those who run the space, always. */
export const remove = (viewer: Viewer, comment: CommentFacts): boolean =>
  !comment.deleted && (edit(viewer, comment) || space.manage(comment.page.space))
/** A whole thread with what others said in it. */
export const removeThread = ({ page: { space: facts } }: ThreadFacts): boolean => space.manage(facts)
