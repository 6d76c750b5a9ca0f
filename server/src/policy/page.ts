import type { Viewer } from '../context.ts'
import * as space from './space.ts'

/** What the rules need to know of a page: its space as the viewer stands in it, and who made it. */
export interface PageFacts {
  space: space.SpaceFacts
  authorId: string | null
}

/** A page is read by whoever reads its space. */
export const read = (page: PageFacts): boolean => space.read(page.space)
export const write = (page: PageFacts): boolean => space.write(page.space)
export const comment = (page: PageFacts): boolean => space.comment(page.space)
/** Moving and trashing: whoever runs the space, and the author while they may write there. */
export const manage = (viewer: Viewer, page: PageFacts): boolean =>
  !page.space.closed &&
  (space.manage(page.space) || (write(page) && viewer.kind === 'person' && page.authorId === viewer.id))
