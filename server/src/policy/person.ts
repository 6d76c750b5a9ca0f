import type { Viewer } from '../context.ts'

export const administer = (viewer: Viewer): boolean => viewer.kind === 'person' && viewer.administrator
/** Roles and suspensions of others: never one's own. */
export const administerPerson = (viewer: Viewer, personId: string): boolean =>
  viewer.kind === 'person' && viewer.administrator && viewer.id !== personId
/** The directory of everybody: people of the committee, and those who administer it. */
export const browse = (viewer: Viewer): boolean =>
  viewer.kind === 'person' && (viewer.administrator || viewer.role === 'member' || viewer.role === 'ambassador')
/** Has a seat, and so a voice. */
export const hasSeat = (viewer: Viewer): boolean => viewer.kind === 'person' && viewer.role === 'member'
