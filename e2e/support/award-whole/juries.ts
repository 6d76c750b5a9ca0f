import type { Locator, Page } from '@playwright/test'
import { waitDays } from '../award-edition.ts'
import { faultsOf } from '../axe.ts'
import { tabTo } from '../keyboard.ts'
import { expect, PHONE, test } from '../test.ts'
import {
  ALERT,
  APOLLINE,
  advance,
  at,
  BENCH,
  BERENICE,
  CARD,
  COME,
  type Contexts,
  edition,
  enter,
  FRIDGE,
  MAYOR,
  proposed,
  TEAM,
  WORDS,
} from './edition.ts'

const mentions = (page: Page, title: string): Locator =>
  page.getByRole('radiogroup', { name: title }).getByRole('radio')
const points = (page: Page, nominee: string, criterion: string): Locator =>
  page.getByRole('group', { name: nominee }).getByRole('textbox', { name: criterion })
const isKept = (page: Page): Promise<void> => expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()

/** From the edition to one's ballot in a jury. */
async function toBallot(page: Page, category: string): Promise<Locator> {
  await page.goto(at(edition.path))
  return page.getByRole('link', { name: new RegExp(`^Voter\\s: ${category}$`) })
}

/** Gives mentions by pointing: how many below the best each nominee has. */
async function judge(page: Page, given: Record<string, number>): Promise<void> {
  await (await toBallot(page, TEAM)).click()
  for (const [title, below] of Object.entries(given)) {
    await page.getByRole('radiogroup', { name: title }).locator('label').nth(below).click()
    await expect(mentions(page, title).nth(below)).toBeChecked()
  }
  await page.getByRole('button', { name: 'Enregistrer mon vote' }).click()
  await isKept(page)
}

async function enterKey(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** From a shortlist by a vote to the last ballot of the juries. */
export async function runJuries(contexts: Contexts): Promise<void> {
  await waitDays(edition.product, 9)
  const page = await enter(contexts, APOLLINE, `${edition.path}/selection`)

  await test.step('the shortlist that the vote gives, and the juries open', async () => {
    const panel = proposed(page, ALERT)
    await expect(panel.getByText(/2 votant·es sur 2/)).toBeVisible()
    await panel.getByRole('textbox', { name: 'Combien de dossiers le jury jugera-t-il ?' }).fill('2')
    await expect(panel.getByRole('list').first()).toContainText('2 voix sur 2')
    expect(await faultsOf(page)).toEqual([])
    await panel.getByRole('button', { name: 'Retenir 2 dossiers' }).click()
    await page.getByText(/^5 dossiers sont retenus\. Les jurys/).waitFor()
    await page.getByRole('link', { name: 'Revenir à l’édition' }).click()
    await advance(page, 'Ouvrir les jurys', '5 dossiers sont soumis au vote')
    await expect(page.getByText(/Une catégorie attend votre bulletin/)).toBeVisible()
  })

  await test.step('the first juror judges at a desk', () => judge(page, { [BENCH]: 0, [CARD]: 1, [MAYOR]: 4 }))

  await test.step('the second on a phone: mentions, and points by criteria', async () => {
    const phone = await enter(contexts, BERENICE, edition.path, PHONE)
    await judge(phone, { [BENCH]: 1, [CARD]: 0, [MAYOR]: 4 })
    await (await toBallot(phone, ALERT)).click()
    for (const [title, effect, clarity] of [
      [WORDS, '16', '14'],
      [FRIDGE, '12', '15'],
    ] as const) {
      await points(phone, title, 'Effet').fill(effect)
      await points(phone, title, 'Clarté').fill(clarity)
    }
    await phone.getByRole('button', { name: 'Enregistrer mon vote' }).click()
    await isKept(phone)
    expect(await faultsOf(phone)).toEqual([])
  })

  await test.step('the third by keyboard alone', async () => {
    const keys = await enter(contexts, COME, edition.path)
    await enterKey(keys, await toBallot(keys, TEAM))
    for (const [title, below] of Object.entries({ [BENCH]: 2, [CARD]: 2, [MAYOR]: 5 })) {
      await tabTo(keys, mentions(keys, title).first())
      await keys.keyboard.press('Space')
      for (let step = 0; step < below; step += 1) await keys.keyboard.press('ArrowDown')
      await expect(mentions(keys, title).nth(below)).toBeChecked()
    }
    await enterKey(keys, keys.getByRole('button', { name: 'Enregistrer mon vote' }))
    await isKept(keys)
    await enterKey(keys, await toBallot(keys, ALERT))
    await tabTo(keys, points(keys, WORDS, 'Effet'))
    for (const given of ['15', '13']) {
      await keys.keyboard.type(given)
      await keys.keyboard.press('Tab')
    }
    await tabTo(keys, points(keys, FRIDGE, 'Effet'))
    for (const given of ['14', '10']) {
      await keys.keyboard.type(given)
      await keys.keyboard.press('Tab')
    }
    await enterKey(keys, keys.getByRole('button', { name: 'Enregistrer mon vote' }))
    await isKept(keys)
  })

  await test.step('the duty board says that everybody has voted', async () => {
    await page.goto(at(`${edition.path}/votes`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tout le monde est à jour')
  })
}
