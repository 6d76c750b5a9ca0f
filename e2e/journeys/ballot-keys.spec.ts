import type { Locator } from '@playwright/test'
import { faultsOf } from '../support/axe.ts'
import { tabTo } from '../support/keyboard.ts'
import { newLoop } from '../support/loop.ts'
import { expect, post, test } from '../support/test.ts'

// Majority judgments and duels are in decisions.spec.ts.
const NARROW = { width: 320, height: 700 }
const TOWNS = ['Rennes, salle des Carmes', 'Clermont-Ferrand', 'Briançac']
const WEEK_MS = 7 * 86_400_000

interface Vote {
  id: string
}

test('vote criterion 20: points are given by keys at 320 px, typed and step by step; what lacks is said at its option', async ({
  enter,
}) => {
  const maelle = await enter('maelle-brossard', { viewport: NARROW })
  const { id: spaceId } = await newLoop(maelle, [await enter('hugo-lestrade')], 'Boucle des points')
  const vote = await post<Vote>(maelle.api, '/api/decisions', {
    spaceId,
    question: 'Combien de points pour chaque ville ?',
    method: 'score',
    options: TOWNS,
    rules: { points: { max: 5 } },
    closesAt: new Date(Date.now() + WEEK_MS).toISOString(),
  })
  const { page } = maelle
  await page.goto(`/votes/${vote.id}`)
  const points = (town: string): Locator => page.getByRole('textbox', { name: town })
  const save = async (name: string): Promise<void> => {
    await tabTo(page, page.getByRole('button', { name }))
    await page.keyboard.press('Enter')
  }

  await tabTo(page, points('Rennes'))
  await page.keyboard.type('4')
  await tabTo(page, points('Clermont-Ferrand'))
  await page.keyboard.type('2')
  await page.keyboard.press('ArrowUp')
  await expect(points('Clermont-Ferrand')).toHaveValue('3')
  await save('Enregistrer mon vote')
  await expect(page.getByRole('alert')).toContainText('Toutes les options doivent')
  await expect(points('Briançac')).toBeFocused()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.type('0')
  await save('Enregistrer mon vote')
  await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
  await page.reload()
  for (const [town, given] of Object.entries({ Rennes: '4', 'Clermont-Ferrand': '3', Briançac: '0' }))
    await expect(points(town)).toHaveValue(given)
})

test('vote criterion 20: options are ranked by rounds at 320 px by keys, and never two at one rank', async ({
  enter,
}) => {
  const maelle = await enter('maelle-brossard', { viewport: NARROW })
  const { id: spaceId } = await newLoop(maelle, [await enter('hugo-lestrade')], 'Boucle des tours')
  const vote = await post<Vote>(maelle.api, '/api/decisions', {
    spaceId,
    question: 'Quelle ville, tour après tour ?',
    method: 'irv',
    options: TOWNS,
    closesAt: new Date(Date.now() + WEEK_MS).toISOString(),
  })
  const { page } = maelle
  await page.goto(`/votes/${vote.id}`)
  const order = page.getByRole('list', { name: 'Votre classement' })
  for (const name of [/^Clermont-Ferrand/, /^Briançac/]) {
    await tabTo(page, page.getByRole('button', { name }))
    await page.keyboard.press('Enter')
  }
  await tabTo(page, page.getByRole('button', { name: 'Monter Briançac' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(order.getByRole('listitem')).toHaveText([/1re.*Briançac/, /2e.*Clermont/])
  await expect(page.getByRole('button', { name: /ex æquo/ })).toHaveCount(0)
  expect(await faultsOf(page)).toEqual([])
  await tabTo(page, page.getByRole('button', { name: 'Enregistrer mon vote' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
})
