import type { EditionPhase } from '@cenacle/contract/award'
import type { SpaceRole } from '@cenacle/contract/space'
import type { Viewer } from '../context.ts'
import { browse, hasSeat } from './person.ts'
import { atLeast } from './roles.ts'

/** What the rules need to know of an edition: where it is, and what the viewer is in the committee. */
export interface EditionFacts {
  phase: EditionPhase
  role: SpaceRole | null
}

/** The committee, its ambassadors and its administration; what is for everybody has routes of its own. */
export const read = (viewer: Viewer): boolean => browse(viewer)
/** Preparing and running an edition: who runs the committee. */
export const run = (viewer: Viewer, role: SpaceRole | null): boolean => browse(viewer) && atLeast(role, 'facilitator')

const BEFORE_JURY: readonly EditionPhase[] = ['prepared', 'call', 'eligibility', 'shortlist']
const BEFORE_SEAL: readonly EditionPhase[] = [...BEFORE_JURY, 'jury', 'deliberation']
export const isBeforeJury = (phase: EditionPhase): boolean => BEFORE_JURY.includes(phase)
/** Until when a conflict of interest can be found, declared or decided. */
export const isBeforeSeal = (phase: EditionPhase): boolean => BEFORE_SEAL.includes(phase)

const JUDGING: readonly EditionPhase[] = ['call', 'eligibility', 'shortlist']

/** By what entries are judged, and which categories there are: frozen once the call opens. */
export const setRules = (viewer: Viewer, { phase, role }: EditionFacts): boolean =>
  run(viewer, role) && phase === 'prepared'
/** Texts, teams, the dates to come: frozen once the jury opens. */
export const change = (viewer: Viewer, { phase, role }: EditionFacts): boolean =>
  run(viewer, role) && isBeforeJury(phase)
/** The instant of the publication: until the palmarès is sealed. */
export const setEmbargo = (viewer: Viewer, { phase, role }: EditionFacts): boolean =>
  run(viewer, role) && isBeforeSeal(phase)
/**
 * Whether an entry may take part, and where.
 * @param recused the viewer has a conflict of interest about it, or in a category that it leaves or joins
 */
export const judge = (viewer: Viewer, { phase, role }: EditionFacts, recused = false): boolean =>
  run(viewer, role) && JUDGING.includes(phase) && !recused
/** Which entries the juries judge. @param recused the viewer has a conflict of interest in the category */
export const shortlist = (viewer: Viewer, { phase, role }: EditionFacts, recused = false): boolean =>
  run(viewer, role) && phase === 'shortlist' && !recused
/** Drawing who judges a category, or who takes the place of who does not any more. @param recused as for its shortlist */
export const drawTeam = (viewer: Viewer, { phase, role }: EditionFacts, recused: boolean): boolean =>
  run(viewer, role) && phase === 'shortlist' && !recused
/** A score is of every entry. @param recused the viewer has a conflict of interest in the edition */
export const importScores = (viewer: Viewer, { phase, role }: EditionFacts, recused: boolean): boolean =>
  run(viewer, role) && (phase === 'eligibility' || phase === 'shortlist') && !recused
/**
 * Deciding that somebody does not judge. Once ballots are there, that voids one: not by who is concerned.
 * @param recused the viewer has a conflict of interest in the edition
 */
export const recuse = (viewer: Viewer, { phase, role }: EditionFacts, recused: boolean): boolean =>
  run(viewer, role) && isBeforeSeal(phase) && (isBeforeJury(phase) || !recused)
/** Filing an entry from inside; from outside there is the public form. */
export const enter = (viewer: Viewer, { phase }: Pick<EditionFacts, 'phase'>): boolean =>
  hasSeat(viewer) && phase === 'call'
/** Who can have a conflict of interest: whoever could judge, or sign. */
export const mayConcern = (viewer: Viewer, role: SpaceRole | null): boolean => hasSeat(viewer) || run(viewer, role)
/** Saying that one has one. */
export const declare = (viewer: Viewer, { phase, role }: EditionFacts): boolean =>
  mayConcern(viewer, role) && isBeforeSeal(phase)
/** Saying that nothing ties one to the entries that one judges: who judges, while they do. @param judges the viewer is on the roll */
export const sayNone = (viewer: Viewer, { phase }: Pick<EditionFacts, 'phase'>, judges: boolean): boolean =>
  hasSeat(viewer) && phase === 'jury' && judges
/**
 * Giving the jury of a category more time: who runs the award, whether or not they judge it.
 * @param recused the viewer has a conflict of interest in the category
 */
export const extend = (viewer: Viewer, { phase, role }: EditionFacts, recused: boolean): boolean =>
  run(viewer, role) && phase === 'jury' && !recused
/** Taking an entry out of its open jury; who has a conflict of interest about it is refused as for a verdict. */
export const withdraw = (viewer: Viewer, { phase, role }: EditionFacts): boolean =>
  run(viewer, role) && phase === 'jury'
/** Who has done their duty: everybody of the committee sees it, since everybody owes it. */
export const readDuty = (viewer: Viewer): boolean => browse(viewer)
/** Automatic scores, entry by entry: who runs the award, and the committee once a jury can no longer be led by them. */
export const readScores = (viewer: Viewer, { phase, runs }: Pick<EditionFacts, 'phase'> & { runs: boolean }): boolean =>
  runs || (browse(viewer) && (phase === 'published' || phase === 'archived'))
/** What came out of a vote on a shortlist. @param recused the viewer has a conflict of interest in its category */
export const readPreference = (viewer: Viewer, { role }: Pick<EditionFacts, 'role'>, recused: boolean): boolean =>
  run(viewer, role) && !recused
/** Tallies before the palmarès, ties, medals, signatures. @param recused the viewer has a conflict of interest in the edition */
export const deliberate = (viewer: Viewer, { role }: Pick<EditionFacts, 'role'>, recused: boolean): boolean =>
  run(viewer, role) && !recused

/** What tells of nothing that is closed: steps, texts, rules, dates, which score was imported. */
const TOLD: ReadonlySet<string> = new Set([
  'edition.prepared',
  'edition.changed',
  'edition.call',
  'edition.shortlist',
  'edition.jury',
  'edition.archived',
  'jury.extended',
  'entry.withdrawn',
  'category.created',
  'category.changed',
  'category.removed',
  'scores.imported',
  'team.drawn',
  'team.replaced',
  'palmares.sealed',
  'contacts.forgotten',
])
/** What could tell of results: to those who deliberate, and to the committee once the palmarès is public. */
const OF_RESULTS: ReadonlySet<string> = new Set([
  'category.shortlisted',
  'category.deliberated',
  'shortlist.vote.opened',
  'shortlist.vote.cancelled',
  'shortlist.vote.emptied',
  'palmares.signed',
  'signature.dropped',
])
/**
 * What exactly an event of an edition's journal says. Entries that were put aside and other people's conflicts of interest are named to
 * those who run the award alone; an erratum to those of them who take part in it.
 * @param done `own`: it is about the viewer
 */
export const readDone = (
  viewer: Viewer,
  facts: EditionFacts & { recused: boolean },
  done: { type: string; own: boolean },
): boolean => {
  if (!read(viewer)) return false
  if (TOLD.has(done.type)) return true
  const isPublic = facts.phase === 'published' || facts.phase === 'archived'
  if (OF_RESULTS.has(done.type)) return isPublic || deliberate(viewer, facts, facts.recused)
  if (done.type.startsWith('erratum.')) return deliberate(viewer, facts, facts.recused)
  return done.own || run(viewer, facts.role)
}
