import type { z } from 'zod'
import type { CategoryPalmares, erratumBody, PalmaresContent } from '@cenacle/contract/award-jury'
import { deliberationFault, medalsOf } from '@cenacle/tally/medals'
import { invalidField } from '../../problem.ts'
import { sealOf } from './palmares-of.ts'

export type Correction = z.output<typeof erratumBody>
type Nominee = CategoryPalmares['nominees'][number]
type Acts = Pick<CategoryPalmares, 'ties' | 'withheld'>

/** A palmarès to be corrected: what it says, which version it is, its hash. */
export interface Version {
  palmares: PalmaresContent
  version: number
  hash: string
}

/**
 * A palmarès with its errors corrected. Only names and what the deliberation decided can change; who gets which medal follows from
 * the tally that was published.
 * @throws Problem invalid: for an entry or a category that it does not have, for acts that a deliberation may not do, and where
 * nothing would change
 */
export function corrected({ palmares, version, hash }: Version, correction: Correction): PalmaresContent {
  refuseUnknown(palmares, correction)
  const names = new Map(correction.nominees.map((nominee) => [nominee.id, nominee]))
  const rename = (nominee: Nominee): Nominee => ({ ...nominee, ...names.get(nominee.id) })
  const categories = palmares.categories.map((category) => {
    const index = correction.categories.findIndex(({ id }) => id === category.id)
    const decided = correction.categories[index]
    const acts = decided ? { ties: decided.ties, withheld: decided.withheld } : category
    return withActs(category, acts, rename, index)
  })
  const before = { ...palmares, erratum: undefined }
  if (sealOf({ ...before, categories }).hash === sealOf(before).hash) throw invalidField('/nominees', 'required')
  return {
    ...palmares,
    categories,
    erratum: { version: version + 1, reason: correction.reason, replaces: hash },
  }
}

function refuseUnknown({ categories }: PalmaresContent, correction: Correction): void {
  const nominees = new Set(categories.flatMap((category) => category.nominees.map(({ id }) => id)))
  const unknown = correction.nominees.findIndex(({ id }) => !nominees.has(id))
  if (unknown !== -1) throw invalidField(`/nominees/${unknown}/id`, 'not-found')
  const ids = categories.map(({ id }) => id)
  const other = correction.categories.findIndex(({ id }) => !ids.includes(id))
  if (other !== -1) throw invalidField(`/categories/${other}/id`, 'not-found')
  refuseTwice(correction.nominees, 'nominees')
  refuseTwice(correction.categories, 'categories')
}

function refuseTwice(said: readonly { id: string }[], name: string): void {
  const twice = said.findIndex(({ id }, index) => said.findIndex((one) => one.id === id) !== index)
  if (twice !== -1) throw invalidField(`/${name}/${twice}/id`, 'duplicate')
}

function withActs(
  category: CategoryPalmares,
  { ties, withheld }: Acts,
  rename: (nominee: Nominee) => Nominee,
  index: number,
): CategoryPalmares {
  const nominees = category.nominees.map(rename)
  const byId = new Map(nominees.map((nominee) => [nominee.id, nominee]))
  const ranking = rankedIds(category)
  const medals = category.levels.map(({ medal }) => medal)
  const deliberation = { ties, withheld: withheld.map(({ medal }) => medal) }
  const fault = deliberationFault(ranking, medals, deliberation)
  if (fault?.kind === 'tie') throw invalidField(`/categories/${index}/ties/${fault.index}/order`, 'not-allowed')
  if (fault) throw invalidField(`/categories/${index}/withheld/${fault.index}/medal`, 'not-allowed')
  const levels = medalsOf(ranking, medals, deliberation).map((level) => ({
    ...level,
    winners: level.winners.flatMap((id) => byId.get(id) ?? []),
  }))
  return { ...category, nominees, ties, withheld, levels }
}

/** The ranking of a published category by its entries; nobody is ranked where nobody was judged. */
function rankedIds({ tally, options, voters, blank }: CategoryPalmares): string[][] {
  if (tally.method === 'median' || voters === blank) return []
  return tally.ranking.map((group) => group.flatMap((option) => options[option] ?? []))
}
