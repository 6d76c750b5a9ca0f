import type { Viewer } from '../context.ts'
import { administer, hasSeat } from './person.ts'

/** A member's proposal, or what the administration received on paper; everybody else has the public form. */
export const create = (viewer: Viewer): boolean => hasSeat(viewer) || administer(viewer)
export const list = (viewer: Viewer): boolean => hasSeat(viewer) || administer(viewer)
/** As the committee reads a file; whose own it is reads what a candidate does, whatever office they hold, and acts on nothing of it. */
export const see = (viewer: Viewer, own: boolean): boolean => list(viewer) && !own
/** @param own the viewer is the candidate */
export const read = (viewer: Viewer, own: boolean): boolean => list(viewer) || (viewer.kind === 'person' && own)
/** Bringing it before the committee, and back before it once every veto was taken back. */
export const open = (viewer: Viewer, own: boolean): boolean => see(viewer, own)
/** Asking the candidate something. */
export const ask = (viewer: Viewer, own: boolean): boolean => hasSeat(viewer) && !own
/** Taking one's own veto back. */
export const vote = (viewer: Viewer, own: boolean): boolean => hasSeat(viewer) && !own
/** Speaking for the candidate: the sponsor, or any member where there is none. */
export const sponsor = (viewer: Viewer, sponsorId: string | null, own: boolean): boolean =>
  hasSeat(viewer) && viewer.kind === 'person' && (sponsorId === null || sponsorId === viewer.id) && !own
/** Passing questions on, and answers: the sponsor's; where there is none, also of who runs the committee, so that nobody waits. */
export const relay = (viewer: Viewer, sponsorId: string | null, own: boolean): boolean =>
  sponsor(viewer, sponsorId, own) || (sponsorId === null && run(viewer, own))
/** Running the committee: finding a file inadmissible, saying that a mediation was done. */
export const run = (viewer: Viewer, own: boolean): boolean => administer(viewer) && !own
