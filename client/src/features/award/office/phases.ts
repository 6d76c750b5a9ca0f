import type { Edition, Entry, Phase, Step } from './api.ts'

/** The phases of an edition as steps on its way; what is sealed waits for its publication. */
export const STEPS = ['prepared', 'call', 'eligibility', 'shortlist', 'jury', 'deliberation', 'published'] as const
export type StepId = (typeof STEPS)[number]

export interface PhaseStep {
  id: StepId
  state: 'done' | 'current' | 'todo'
  /** When it ends, or of the publication when it is; null where nothing is fixed. */
  at: string | null
}

const stepOf = (phase: Phase): StepId | null => {
  if (phase === 'archived') return null
  return phase === 'sealed' ? 'published' : phase
}

/** Where an edition is on its way. What is published has nothing more to come. */
export const stepsOf = (edition: Edition): PhaseStep[] => {
  const current = edition.phase === 'published' ? null : stepOf(edition.phase)
  const reached = current === null ? STEPS.length : STEPS.indexOf(current)
  const at: Partial<Record<StepId, string | null>> = {
    call: edition.callClosesAt,
    jury: edition.juryClosesAt,
    published: edition.publishedAt ?? edition.embargoAt,
  }
  return STEPS.map((id, index) => ({
    id,
    state: index < reached ? 'done' : index === reached ? 'current' : 'todo',
    at: at[id] ?? null,
  }))
}

/** An edition that is over: it rests in the archive. */
export const isOver = ({ phase }: Pick<Edition, 'phase'>): boolean => phase === 'published' || phase === 'archived'

/** The editions that are on their way, and those that are over; both as the server orders them, the newest first. */
export const sortEditions = (editions: readonly Edition[]): { current: Edition[]; past: Edition[] } => ({
  current: editions.filter((edition) => !isOver(edition)),
  past: editions.filter(isOver),
})

/** Whether its juries were opened. */
export const hasJury = (phase: Phase): boolean => !['prepared', 'call', 'eligibility', 'shortlist'].includes(phase)

/** Why an edition cannot yet go where it goes next, and where that is done. */
export type Obstacle = 'categories' | 'callDate' | 'callPast' | 'juryDate' | 'jurySoon' | 'pending' | 'shortlists'

const DAY_MS = 86_400_000

const isBefore = (at: string, limit: number): boolean => new Date(at).getTime() <= limit

/**
 * What still stands in the way of the next phase, as the server will find it.
 * @param entries those of the edition, where they have been read
 */
export const obstaclesTo = (
  to: Step,
  edition: Edition,
  entries: readonly Entry[] | undefined,
  now: Date,
): Obstacle[] => {
  const { callClosesAt, juryClosesAt, categories } = edition
  const found: (Obstacle | false)[] = []
  if (to === 'call') {
    found.push(categories.length === 0 && 'categories')
    found.push(callClosesAt === null ? 'callDate' : isBefore(callClosesAt, now.getTime()) && 'callPast')
  }
  if (to === 'shortlist') found.push(entries?.some(({ verdict }) => verdict === 'pending') === true && 'pending')
  if (to === 'jury') {
    found.push(entries?.some(({ shortlisted }) => shortlisted) === false && 'shortlists')
    found.push(juryClosesAt === null ? 'juryDate' : isBefore(juryClosesAt, now.getTime() + DAY_MS) && 'jurySoon')
  }
  return found.filter((obstacle) => obstacle !== false)
}

/** The categories in which nothing is nominated: their jury will not open. */
export const emptyCategories = (edition: Edition, entries: readonly Entry[]): string[] =>
  edition.categories
    .filter(({ id }) => !entries.some((entry) => entry.categoryId === id && entry.shortlisted))
    .map(({ name }) => name)
