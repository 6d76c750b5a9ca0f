import type { SpaceRole } from '@cenacle/contract/space'
import type { Viewer } from '../context.ts'
import { browse, hasSeat } from './person.ts'
import { atLeast } from './roles.ts'

/** Everybody of the committee sees how far it is. */
export const read = (viewer: Viewer): boolean => browse(viewer)
/** Opening and abandoning it, and learning who kept silent: those who run the committee, and the administration with them. */
export const run = (viewer: Viewer, committeeRole: SpaceRole | null): boolean =>
  browse(viewer) && atLeast(committeeRole, 'facilitator')
/** Saying what one will do with one's seat. */
export const answer = (viewer: Viewer): boolean => hasSeat(viewer)
