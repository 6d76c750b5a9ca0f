import type { SpaceKind, SpaceRole } from '@cenacle/contract/space'
import type { Viewer } from '../context.ts'
import { atLeast } from './roles.ts'

/** What the rules need to know of a space: the viewer's role in it, and whether it goes on. */
export interface SpaceFacts {
  kind: SpaceKind
  open: boolean
  role: SpaceRole | null
  /** The viewer is named in it. */
  joined: boolean
  closed: boolean
}

export const read = (space: SpaceFacts): boolean => atLeast(space.role, 'reader')
/** Pages as they are being written: the public space has readers who see only what is published. */
export const follow = (space: SpaceFacts): boolean =>
  atLeast(space.role, space.kind === 'public' ? 'commenter' : 'reader')
/** Topics and replies. */
export const talk = (space: SpaceFacts): boolean => atLeast(space.role, 'commenter') && !space.closed
export const comment = talk
/** Pages. */
export const write = (space: SpaceFacts): boolean => atLeast(space.role, 'writer') && !space.closed
/** What is in preparation among those who write: revisions. It stays readable once the space is closed. */
export const draft = (space: SpaceFacts): boolean => atLeast(space.role, 'writer')
/** People, name, end; others' topics and posts. */
export const manage = (space: SpaceFacts): boolean => atLeast(space.role, 'facilitator')
/** Being named in it without being asked: workshops by every member who cares to, open loops. */
export const join = (viewer: Viewer, space: SpaceFacts): boolean => {
  if (viewer.kind !== 'person' || space.joined || space.closed || viewer.role !== 'member') return false
  return space.kind === 'workshop' || (space.kind === 'loop' && space.open)
}
export const leave = (space: SpaceFacts): boolean => space.joined && space.kind !== 'committee'
/** Private loops by every member; teams and workshops by administrators. */
export const create = (viewer: Viewer, kind: SpaceKind): boolean => {
  if (viewer.kind !== 'person') return false
  if (kind === 'loop') return viewer.role === 'member' || viewer.administrator
  return viewer.administrator && (kind === 'team' || kind === 'workshop')
}
/** Closing, and opening again: the one thing that an administrator may do to an open loop from outside. The committee goes on. */
export const close = (viewer: Viewer, space: SpaceFacts): boolean => {
  if (space.kind === 'committee' || space.kind === 'public') return false
  return manage(space) || (viewer.kind === 'person' && viewer.administrator)
}
