import type { Viewer } from '../context.ts'
import * as space from './space.ts'

/** What the rules need to know of a page: its space as the viewer stands in it, who made it, and its state. */
export interface PageFacts {
  space: space.SpaceFacts
  authorId: string | null
  published: boolean
  frozen: boolean
  /** It proposes the next text of another page. */
  revision: boolean
}

/**
 * What is being written, and how it came about. The public space shows its drafts only to those who may talk about them; elsewhere
 * whoever reads the space reads along. A revision is read by those who write there, until it is put to the vote.
 */
export const follow = (page: PageFacts): boolean =>
  space.follow(page.space) && (!page.revision || space.draft(page.space))
/** A page is read by whoever reads its space; where drafts are not shown, by all once it is published. */
export const read = (page: PageFacts): boolean => space.read(page.space) && (follow(page) || page.published)
export const write = (page: PageFacts): boolean => space.write(page.space) && !page.frozen
export const comment = (page: PageFacts): boolean => space.comment(page.space) && !page.frozen && follow(page)
/** Moving and trashing: whoever runs the space, and the author while they may write there. */
export const manage = (viewer: Viewer, page: PageFacts): boolean =>
  !page.space.closed &&
  (space.manage(page.space) || (write(page) && viewer.kind === 'person' && page.authorId === viewer.id))
/** Publishing, withdrawing, freezing, releasing. */
export const publish = (page: PageFacts): boolean => space.manage(page.space) && !page.space.closed && !page.revision
/** Beginning a revision of it: what a frozen page is changed by, so freezing does not stand in the way. */
export const propose = (page: PageFacts): boolean => space.write(page.space) && follow(page) && !page.revision
