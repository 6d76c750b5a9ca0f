import type { SpaceRole } from '@cenacle/contract/space'
import type { Viewer } from '../context.ts'
import { administer, hasSeat } from './person.ts'
import { atLeast } from './roles.ts'

/** What the rules need to know of a vote: what it decides, where, and what the viewer is to it. */
export interface VoteFacts {
  kind: 'candidacy' | 'decision' | 'award'
  /** Of the vote's space. */
  space_kind: string
  /** The viewer's role in the vote's space. */
  role: SpaceRole | null
  /** The viewer opened it. */
  own: boolean
  onRoll: boolean
  /** The vote is about the viewer, who asked for a seat; and got it. */
  candidate: boolean
  admitted: boolean
  open: boolean
  closed: boolean
  /** Its result is nobody's secret any more: always, but under an embargo that has not ended. */
  released: boolean
  allowsVeto: boolean
  /** The viewer's own ballot is a veto. */
  hasVeto: boolean
  /** The viewer's ballot cannot be changed any more: it is secret, and cast. */
  spent: boolean
}

type Read = Pick<VoteFacts, 'kind' | 'role' | 'onRoll' | 'released' | 'candidate' | 'admitted'>
/**
 * Admissions are the business of those who have a seat, and of the administration; a decision, of its whole space; a jury, of its
 * jurors alone until the palmarès is public, so that a recused member finds no ballot there, whatever office they hold.
 */
export const read = (viewer: Viewer, vote: Read): boolean => {
  if (!mayKnow(viewer, vote)) return false
  return (
    vote.kind !== 'award' || vote.onRoll || vote.released || (!hasSeat(viewer) && atLeast(vote.role, 'facilitator'))
  )
}
/** That there is such a vote is no secret: whoever knows of it and may not read it is refused, not told that it is not there. */
export const mayKnow = (viewer: Viewer, vote: Pick<Read, 'kind' | 'role' | 'candidate' | 'admitted'>): boolean =>
  atLeast(vote.role, 'reader') &&
  (vote.kind === 'decision' || hasSeat(viewer) || administer(viewer)) &&
  (!vote.candidate || vote.admitted)
/** Who voted what, and why: never to the person whom the vote was about, who reads its totals once they are admitted. */
export const readNames = (viewer: Viewer, vote: Read): boolean => read(viewer, vote) && !vote.candidate

/**
 * The log: also whoever stands on the roll and has no seat any more, so that they see that their ballot was kept. Contents and
 * names stay with those who may read the vote.
 */
export const readLog = (viewer: Viewer, vote: Read): boolean =>
  read(viewer, vote) || (vote.onRoll && atLeast(vote.role, 'reader'))

/** Only a seat gives a voice on admissions, and in what the committee decides. */
export const needsSeat = ({ kind, space_kind }: Pick<VoteFacts, 'kind' | 'space_kind'>): boolean =>
  kind !== 'decision' || space_kind === 'committee'

/** On the roll at opening, and still entitled: who left the committee keeps a place on the roll, not a voice. */
export const vote = (viewer: Viewer, facts: Read & Pick<VoteFacts, 'space_kind'>): boolean =>
  read(viewer, facts) && facts.onRoll && (!needsSeat(facts) || hasSeat(viewer))

export const cast = (viewer: Viewer, facts: VoteFacts): boolean => vote(viewer, facts) && facts.open && !facts.spent
export const veto = (viewer: Viewer, facts: VoteFacts): boolean => cast(viewer, facts) && facts.allowsVeto
export const liftVeto = (viewer: Viewer, facts: VoteFacts): boolean => cast(viewer, facts) && facts.hasVeto
/** Why somebody vetoes: its author, and whoever reads the vote unless its rules leave that to those who run its space. */
export const readVetoReason = (
  facts: Pick<VoteFacts, 'role'>,
  veto: { readers: 'committee' | 'bureau' | undefined; mine: boolean },
): boolean => veto.mine || veto.readers !== 'bureau' || atLeast(facts.role, 'facilitator')
/** Nobody before the close, whatever the role. */
export const readResult = (viewer: Viewer, facts: VoteFacts): boolean =>
  read(viewer, facts) && facts.closed && facts.released

type Run = Read & Pick<VoteFacts, 'own'>
/** Whoever opened it, while they may still open such a vote there, and those who run its space. */
const runs = (viewer: Viewer, facts: Run): boolean =>
  read(viewer, facts) && ((facts.own && atLeast(facts.role, 'writer')) || atLeast(facts.role, 'facilitator'))
/** Moving its close: later with a reason, or to now when everybody has voted. */
export const move = runs
/** A candidacy ends by its own rules, or because the candidate withdraws it: nobody takes a veto away by cancelling. */
export const cancel = (viewer: Viewer, facts: Run): boolean => facts.kind === 'decision' && runs(viewer, facts)
/** Taking an option out while it is open: of a jury that is the office's own act (`award.ts`). */
export const withdraw = cancel
/** What follows from the result, in words. */
export const writeOutcome = cancel

/** Putting a question to a vote: in the committee whoever has a seat, elsewhere those who write there and are named in it. */
export const openDecision = (
  viewer: Viewer,
  space: { kind: string; role: SpaceRole | null; joined: boolean; closed: boolean },
): boolean => {
  if (space.closed) return false
  return space.kind === 'committee' ? hasSeat(viewer) : atLeast(space.role, 'writer') && space.joined
}

/** A question on its way to a vote: read by those who could put one there, changed by its author and those who run the space. */
export const changeDraft = (
  viewer: Viewer,
  space: Parameters<typeof openDecision>[1],
  draft: { own: boolean },
): boolean => openDecision(viewer, space) && (draft.own || atLeast(space.role, 'facilitator'))
