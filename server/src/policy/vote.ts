import type { SpaceRole } from '@cenacle/contract/space'
import type { Viewer } from '../context.ts'
import { administer, hasSeat } from './person.ts'
import { atLeast } from './roles.ts'

/** What the rules need to know of a vote: what it decides, where, and what the viewer is to it. */
export interface VoteFacts {
  kind: 'candidacy' | 'decision'
  /** The viewer's role in the vote's space. */
  role: SpaceRole | null
  onRoll: boolean
  open: boolean
  closed: boolean
  allowsVeto: boolean
  /** The viewer's own ballot is a veto. */
  hasVeto: boolean
}

/** Admissions are the business of those who have a seat, and of the administration; a decision, of its whole space. */
export const read = (viewer: Viewer, vote: Pick<VoteFacts, 'kind' | 'role'>): boolean =>
  atLeast(vote.role, 'reader') && (vote.kind === 'decision' || hasSeat(viewer) || administer(viewer))

/** On the roll at opening, and still entitled: who left the committee keeps a place on the roll, not a voice. */
export const vote = (viewer: Viewer, facts: VoteFacts): boolean =>
  read(viewer, facts) && facts.onRoll && atLeast(facts.role, 'reader') && (facts.kind === 'decision' || hasSeat(viewer))

export const cast = (viewer: Viewer, facts: VoteFacts): boolean => vote(viewer, facts) && facts.open
export const veto = (viewer: Viewer, facts: VoteFacts): boolean => cast(viewer, facts) && facts.allowsVeto
export const liftVeto = (viewer: Viewer, facts: VoteFacts): boolean => cast(viewer, facts) && facts.hasVeto
/** Nobody before the close, whatever the role. */
export const readResult = (viewer: Viewer, facts: VoteFacts): boolean => read(viewer, facts) && facts.closed

/** Putting a question to a vote: in the committee whoever has a seat, elsewhere those who write there and are named in it. */
export const openDecision = (
  viewer: Viewer,
  space: { kind: string; role: SpaceRole | null; joined: boolean; closed: boolean },
): boolean => {
  if (space.closed) return false
  return space.kind === 'committee' ? hasSeat(viewer) : atLeast(space.role, 'writer') && space.joined
}
