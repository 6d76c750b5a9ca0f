import type { EditionAnswer } from '@cenacle/contract/award'
import type { Nominee } from '../api.ts'
import type { SayPalmares } from '../texts/say.ts'
import type { Show, Staged } from './steps.ts'

/** As few categories as show every case: as usual, shared with long names, a medal withheld. */
const CASES = 3

/**
 * A show to rehearse with: the categories and medals of an edition, and winners that are plainly invented. Nothing of what the jury
 * decides is in it.
 */
export function rehearsalOf({ id, name, year, partner, categories }: EditionAnswer, t: SayPalmares): Show {
  const real = categories.map((category) => ({
    id: category.id,
    name: category.name,
    question: category.question,
    medals: category.medals,
  }))
  const added = Array.from({ length: Math.max(0, CASES - real.length) }, (_, index) => ({
    id: `invented-${index}`,
    name: t('rehearsal.category', { number: index + 1 }),
    question: t('rehearsal.question'),
    medals: real[0]?.medals ?? ['1', '2', '3'],
  }))
  return {
    edition: { id, name, year, partner },
    categories: [...real, ...added].map((category, index) => invented(category, index, t)),
  }
}

function invented(
  { medals, ...category }: Pick<Staged, 'id' | 'name' | 'question'> & { medals: readonly string[] },
  index: number,
  t: SayPalmares,
): Staged {
  const nominees = Array.from({ length: medals.length + 2 }, (_, number) => nominee(index, number, t))
  const isShared = index % CASES === 1 && medals.length > 1
  const withheld = index % CASES === 2 ? medals.length - 1 : -1
  return {
    ...category,
    nominees,
    levels: medals.map((medal, level) => ({
      medal,
      winners:
        level === withheld || (isShared && level === 1)
          ? []
          : nominees.slice(level, level + (isShared && level === 0 ? 2 : 1)),
      withheld: level === withheld,
    })),
    withheld: medals
      .filter((_, level) => level === withheld)
      .map((medal) => ({ medal, reason: t('rehearsal.reason') })),
  }
}

function nominee(category: number, number: number, t: SayPalmares): Nominee {
  const isLong = category % CASES === 1 && number < 2
  const values = { number: number + 1 }
  return {
    id: `invented-${category}-${number}`,
    title: t(isLong ? 'rehearsal.long' : 'rehearsal.entry', values),
    organisation: t(isLong ? 'rehearsal.longTown' : 'rehearsal.town', values),
  }
}
