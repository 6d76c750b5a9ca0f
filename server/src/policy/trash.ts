import type { Viewer } from '../context.ts'
import { atLeast } from './roles.ts'
import * as space from './space.ts'

/** What the rules need to know of an entry of the trash: its space as the viewer stands in it, who made the page, who put it there. */
export interface TrashFacts {
  space: space.SpaceFacts
  authorId: string | null
  trashedBy: string | null
}

/** The trash of a space is shown to those who write there, also once it is closed. */
export const see = (facts: space.SpaceFacts): boolean => atLeast(facts.role, 'writer')
/** Whoever runs the space; who put it there and who made it, while they may write. */
export const restore = (viewer: Viewer, entry: TrashFacts): boolean => {
  if (entry.space.closed) return false
  if (space.manage(entry.space)) return true
  return space.write(entry.space) && viewer.kind === 'person' && [entry.authorId, entry.trashedBy].includes(viewer.id)
}
/** Deleting for good, before its time. */
export const purge = (entry: TrashFacts): boolean => space.manage(entry.space)
