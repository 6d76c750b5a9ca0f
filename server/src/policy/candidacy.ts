import type { Viewer } from '../context.ts'
import { administer, hasSeat } from './person.ts'

/** The public form, a member's proposal, or what the administration received on paper. */
export const create = (viewer: Viewer): boolean =>
  viewer.kind === 'anonymous' || viewer.role === 'candidate' || hasSeat(viewer) || administer(viewer)
export const list = (viewer: Viewer): boolean => hasSeat(viewer) || administer(viewer)
/** @param own the viewer is the candidate */
export const read = (viewer: Viewer, own: boolean): boolean => list(viewer) || (viewer.kind === 'person' && own)
/** Bringing it before the committee. */
export const open = (viewer: Viewer): boolean => list(viewer)
