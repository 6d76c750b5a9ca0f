import type { Category, Content, Nominee } from '../api.ts'

/** What a stage needs of a category: nothing of how it was counted. */
export type Staged = Pick<Category, 'id' | 'name' | 'question' | 'levels' | 'withheld' | 'nominees'>
/** What a stage needs of a palmarès. */
export interface Show {
  edition: Content['edition']
  categories: readonly Staged[]
}

/** One press of the presenter. A level is named by its place from the highest, 0. */
export type Step =
  | { kind: 'opening' }
  | { kind: 'category'; category: number }
  | { kind: 'level'; category: number; level: number }
  | { kind: 'nobody'; category: number }
  | { kind: 'closing' }

/**
 * The order of the revelations: category by category, from the lowest medal to the highest. A level that nobody has is passed over
 * (to show it would tell that the next is shared), one that the jury withheld is not.
 */
export function stepsOf({ categories }: Show): Step[] {
  const inside = categories.flatMap(({ levels }, category): Step[] => {
    const given = levels
      .map(({ winners, withheld }, level) => ({ level, isSaid: winners.length > 0 || withheld }))
      .filter(({ isSaid }) => isSaid)
      .map(({ level }): Step => ({ kind: 'level', category, level }))
      .toReversed()
    return [{ kind: 'category', category }, ...(given.length > 0 ? given : [{ kind: 'nobody' as const, category }])]
  })
  return [{ kind: 'opening' }, ...inside, { kind: 'closing' }]
}

/** One level as the room sees it at a step: `covered` until its own. */
export type Shown =
  | { state: 'covered'; medal: string }
  | { state: 'given'; medal: string; winners: readonly Nominee[] }
  | { state: 'withheld'; medal: string; reason: string }
  | { state: 'empty'; medal: string }

/** All that may be on the screen at a step, and nothing that comes later. */
export interface Slide {
  step: Step
  category?: { name: string; question: string; number: number; count: number; nominees: number }
  /** Highest first. */
  levels: readonly Shown[]
  /** Which of the levels is revealed now. */
  current?: number
  /** Medals that nobody has since those of this level share theirs. */
  without: readonly string[]
}

/** What is shown at a step: of its category the levels revealed so far. */
export function slideOf(show: Show, step: Step): Slide {
  if (step.kind === 'opening' || step.kind === 'closing') return { step, levels: [], without: [] }
  const category = show.categories[step.category]
  if (!category) return { step, levels: [], without: [] }
  const from = step.kind === 'level' ? step.level : category.levels.length
  const { name, question, nominees } = category
  return {
    step,
    category: {
      name,
      question,
      number: step.category + 1,
      count: show.categories.length,
      nominees: nominees.length,
    },
    levels: category.levels.map((_, level) => shownAt(category, level, from)),
    ...(step.kind === 'level' && { current: step.level }),
    without: step.kind === 'level' ? withoutAt(category, step.level) : [],
  }
}

function shownAt({ levels, withheld }: Staged, index: number, from: number): Shown {
  const { medal, winners, withheld: isWithheld } = levels[index] ?? { medal: '', winners: [], withheld: false }
  if (index < from) return { state: 'covered', medal }
  if (isWithheld) return { state: 'withheld', medal, reason: withheld.find((one) => one.medal === medal)?.reason ?? '' }
  // Below what is shared: until that is revealed, as any other that is still to come.
  if (winners.length === 0)
    return isEmptiedAbove(levels, index, from) ? { state: 'covered', medal } : { state: 'empty', medal }
  return { state: 'given', medal, winners }
}

const isEmptiedAbove = (levels: Staged['levels'], index: number, from: number): boolean =>
  levels.slice(0, from).some(({ winners }, above) => winners.length > 0 && above + winners.length > index)

/** The medals that a shared level takes from those below. */
const withoutAt = ({ levels }: Staged, level: number): string[] =>
  levels
    .slice(level + 1, level + (levels[level]?.winners.length ?? 1))
    .filter(({ winners, withheld }) => winners.length === 0 && !withheld)
    .map(({ medal }) => medal)

/** The step at which a category begins. */
export const stepOfCategory = (steps: readonly Step[], category: number): number =>
  steps.findIndex((step) => step.kind === 'category' && step.category === category)
