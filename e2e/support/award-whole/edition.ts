import type { Locator, Page } from '@playwright/test'
import { ask, COMMITTEE, type Product, signIn } from '../award-edition.ts'
import { DESK, expect, type test } from '../test.ts'

export const NAME = 'Les Hashtags du canal'
export const TEAM = 'Petite équipe, grande idée'
export const ALERT = 'Alerte et prévention'
export const [BENCH, CARD, MAYOR, PAPER, MENU] = [
  'Le banc qui raconte',
  'La carte postale du lavoir',
  'Un maire au téléphone',
  'Le journal plié',
  'Le menu du restaurant',
]
export const [WORDS, SIREN, FRIDGE] = ['Sept mots pour la crue', 'La sirène dessinée', 'Le numéro sur le frigo']

/** Browsers, watched until their journey ends. */
export type Contexts = Parameters<Parameters<typeof test>[2]>[0]['contexts']
type Person = (typeof COMMITTEE)[number]
export const [APOLLINE, BERENICE, COME] = COMMITTEE

/** The edition that goes from one part of the journey to the next: the product that it is in, and the path of its page. */
export const edition: { product: Product; path: string } = {
  product: { dataDir: '', server: { url: '', said: '', stop: async () => undefined } },
  path: '',
}

/** Its id. */
export const idOf = (): string => edition.path.split('/').at(-1) ?? ''

/** An address of the product. */
export const at = (there: string): string => `${edition.product.server.url}${there}`
/** What the API answers to who has a page open. */
export const get = <T>(page: Page, there: string): Promise<T> =>
  ask<T>(edition.product, page.context().request, ['get', there])

/** Somebody of the committee in a browser of their own. */
export async function enter(contexts: Contexts, who: Person, there: string, viewport = DESK): Promise<Page> {
  const { context, page } = await contexts.open({ viewport })
  await signIn(edition.product, context.request, who)
  await page.goto(at(there))
  return page
}

/** The way to a part of the edition. */
export const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Rubriques de l’édition' }).getByRole('link', { name })
/** What a score or a vote proposes for a category's shortlist. */
export const proposed = (page: Page, category: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^Présélection proposée\\s: ${category}$`) })

/** Takes the edition to its next phase, after the question that says what follows. */
export async function advance(page: Page, act: string, said: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: act }).click()
  const question = page.getByRole('alertdialog', { name: new RegExp(act) })
  await expect(question).toContainText(said)
  await question.getByRole('button', { name: act }).click()
  await expect(question).toHaveCount(0)
}
