import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { faultsOf } from '../support/axe.ts'
import { aClosedCall, judge } from '../support/closed-call.ts'
import { tabTo } from '../support/keyboard.ts'
import { demo, DESK, expect, home, post, test } from '../support/test.ts'

const NARROW = { width: 320, height: 700 }
const DAY_MS = 86_400_000

interface Edition {
  id: string
  phase: string
  categories: { id: string; name: string; voteId: string | null }[]
}
const get = async <T>(api: APIRequestContext, path: string): Promise<T> => (await (await api.get(path)).json()) as T

/** The page of a jury of the demonstration, by its category. */
async function juryOf(api: APIRequestContext, name: string): Promise<string> {
  const { items } = await get<{ items: Edition[] }>(api, '/api/awards')
  const categories = items.flatMap((edition) => edition.categories)
  return `/votes/${categories.find((category) => category.name === name && category.voteId !== null)?.voteId}`
}

const points = (page: Page, nominee: string, criterion: string): Locator =>
  page.getByRole('group', { name: nominee }).getByRole('textbox', { name: criterion })

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }))
  await page.keyboard.press('Enter')
}

test('a grid of weighted criteria is filled in by keys at 320 px, and what is not sent is kept', async ({ enter }) => {
  const { page, api } = await enter('fanny-deschaseaux', { viewport: NARROW })
  await page.goto(await juryOf(api, 'Alerte et prévention'))
  await expect(page.getByText('Toutes les alertes réécrites en sept mots')).toBeVisible()
  const nominees = ['Sept mots', 'La mer monte à 18 h', 'Voisins de chaleur', 'Fin d’alerte', 'Le numéro sur le frigo']
  const criteria = ['Effet démontré', 'Clarté du message', 'Facile à reprendre ailleurs']

  await test.step('points are typed; the mean is weighted', async () => {
    await tabTo(page, points(page, 'Sept mots', 'Effet démontré'))
    for (const given of ['14', '16', '12']) {
      await page.keyboard.type(given)
      await page.keyboard.press('Tab')
    }
    await expect(page.getByText('Votre moyenne : 14,33 sur 20')).toBeVisible()
  })

  await test.step('what is missing is said by name, each a way to it', async () => {
    await press(page, 'Enregistrer mon vote')
    await expect(points(page, 'La mer monte à 18 h', 'Effet démontré')).toBeFocused()
    await page.keyboard.type('10')
    await page.keyboard.press('Tab')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('Il manque votre avis sur 4 dossiers')
    await expect(alert).toContainText('Clarté du message et Facile à reprendre ailleurs')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Fin d’alerte')
    await expect(points(page, 'Fin d’alerte', 'Effet démontré')).toBeFocused()
  })

  await test.step('the page is left and opened again: what was given is there', async () => {
    await page.reload()
    await expect(points(page, 'Sept mots', 'Clarté du message')).toHaveValue('16')
    await expect(page.getByText('Votre bulletin n’est pas encore enregistré')).toBeVisible()
  })

  await test.step('whether something ties one to an entry is asked before, and the answer goes with the ballot', async () => {
    await expect(page.getByRole('heading', { name: 'Un de ces dossiers vous touche-t-il de près ?' })).toBeVisible()
    await tabTo(page, page.getByRole('checkbox', { name: /^Rien ne me lie à ces dossiers/ }))
    await page.keyboard.press('Space')
  })

  await test.step('it is sent once it is complete', async () => {
    for (const nominee of nominees.slice(1))
      for (const criterion of criteria) {
        await tabTo(page, points(page, nominee, criterion))
        await page.keyboard.press('ControlOrMeta+a')
        await page.keyboard.type('11')
        await page.keyboard.press('ArrowUp')
      }
    await press(page, 'Enregistrer mon vote')
    await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'rien ne vous lie à ces dossiers' })).toBeVisible()
    await page.reload()
    await expect(page.getByText('Vous avez dit que rien ne vous lie à ces dossiers.')).toHaveCount(1)
    await expect(points(page, 'Le numéro sur le frigo', 'Effet démontré')).toHaveValue('12')
    await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
    await page.setViewportSize(DESK)
    expect(await faultsOf(page)).toEqual([])
  })
})

test('points are given with the thumb; the jury of mentions is graded by keys, or left blank', async ({ enter }) => {
  const { page, api } = await enter('fanny-deschaseaux', { viewport: NARROW })
  await test.step('a press gives points, without calling the keyboard', async () => {
    await page.goto(await juryOf(api, 'Alerte et prévention'))
    const field = points(page, 'Sept mots', 'Effet démontré')
    await expect(field).toHaveValue(/\d/)
    const keys = page.locator('[data-option="o1/c1"]')
    await keys.locator('button', { hasText: /^15$/ }).click()
    await expect(field).toHaveValue('15')
    await expect(field).not.toBeFocused()
    await keys
      .getByRole('button', { name: /Effet démontré/ })
      .last()
      .click()
    await expect(field).toHaveValue('16')
  })
  await test.step('each nominee is graded beside what it says of itself', async () => {
    await page.goto(await juryOf(api, 'Petite équipe, grande idée'))
    const nominees = [
      'Le bon poteau',
      'La minute du garde',
      'La chemise rouge',
      'Lettres au quartier',
      'Un tableau noir',
    ]
    for (const [index, nominee] of nominees.entries()) {
      const group = page.getByRole('radiogroup', { name: nominee })
      await tabTo(page, group.getByRole('radio').first())
      await page.keyboard.press('Space')
      for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown')
      await expect(group.getByRole('radio').nth(index)).toBeChecked()
    }
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Enregistrer mon vote')
    await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
  })
  await test.step('a blank ballot does one’s duty', async () => {
    await press(page, 'voter blanc')
    await expect(page.getByText('Votre devoir de vote est rempli')).toBeVisible()
    await press(page, 'Changer mon vote')
    await expect(page.getByText(/Votre vote blanc est enregistré/)).toBeVisible()
  })
})

test('a conflict of interest that is declared while the jury is open takes one out of it', async ({ enter }) => {
  const { page, api } = await enter('perrine-goasmat')
  const path = await juryOf(api, 'Petite équipe, grande idée')
  const before = await get<{ roll: number; hasVoted: boolean }>(api, `/api${path}`)
  expect(before.hasVoted).toBe(true)
  await page.goto(path)
  await page.getByRole('button', { name: 'Déclarer un conflit d’intérêts' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('votre bulletin est annulé tout de suite')
  await expect(dialog).toContainText('Seules les personnes qui organisent le prix lisent votre raison')
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('textbox', { name: 'La raison' }).fill('J’ai imprimé l’affiche.')
  await dialog.getByRole('button', { name: 'Déclarer' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vous ne jugez plus cette catégorie' })).toBeFocused()
  expect(await faultsOf(page)).toEqual([])
  expect((await api.get(`/api${path}`)).status()).toBe(403)
  const { api: other } = await enter('fanny-deschaseaux')
  expect((await get<{ roll: number }>(other, `/api${path}`)).roll).toBe(before.roll - 1)
  await page.goto('/votes')
  await expect(page.getByRole('heading', { level: 3, name: /^Magazine et écrit/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 3, name: /^Petite équipe/ })).toHaveCount(0)
})

/** An edition that recuses from single entries, judged by a team with a grid. @returns its id */
async function aTeamJury(office: APIRequestContext, member: APIRequestContext, keys: readonly string[]) {
  const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString()
  const { people } = await demo(office)
  const team = keys.map((key) => people.find(({ email }) => email.startsWith(`${key}@`))?.id)
  const { id, categoryIds, entries } = await aClosedCall(office, member, {
    edition: {
      name: 'Le prix du marais',
      // Older than the demonstration's, which stays the one that everybody's votes lead to.
      year: 2021,
      scope: 'entry',
      juryClosesAt: inDays(9),
      embargoAt: inDays(12),
    },
    categories: [
      {
        name: 'Sobriété',
        question: 'Quel projet fait mieux avec moins ?',
        method: 'grid',
        criteria: [
          { label: 'Effet', weight: 2 },
          { label: 'Coût', weight: 1 },
        ],
        mostPoints: 10,
        team,
      },
    ],
    titles: ['Le vélo du maire', 'La lampe éteinte', 'Le pot commun'],
  })
  for (const entryId of entries.values()) await judge(office, entryId, { verdict: 'eligible' })
  await post(office, `/api/awards/${id}/phase`, { to: 'shortlist' })
  const shortlist = await office.put(`/api/award-categories/${categoryIds[0]}/shortlist`, {
    headers: { origin: home() },
    data: { entryIds: [...entries.values()] },
  })
  expect(shortlist.ok(), await shortlist.text()).toBe(true)
  await post(office, `/api/awards/${id}/phase`, { to: 'jury' })
  return id
}

test('where the edition recuses from single entries, the others are still judged', async ({ enter }) => {
  const office = await enter('odile-menetrel')
  const { page, api } = await enter('linh-phan')
  const editionId = await aTeamJury(office.api, api, ['linh-phan', 'theo-barascud', 'karim-bensaidi'])
  await page.goto(await juryOf(api, 'Sobriété'))
  await page.getByRole('button', { name: 'Déclarer un conflit d’intérêts' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Ce qui est en cause/ }).click()
  await page.getByRole('option', { name: 'La lampe éteinte' }).click()
  await expect(dialog).toContainText('vous pouvez voter de nouveau sur les autres dossiers')
  await dialog.getByRole('textbox', { name: 'La raison' }).fill('C’est mon projet.')
  await dialog.getByRole('button', { name: 'Déclarer' }).click()
  // Its field says the same words as the page will.
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Vous ne jugez pas La lampe éteinte')).toBeVisible()
  await expect(page.getByRole('group', { name: 'La lampe éteinte' })).toHaveCount(0)
  await expect(page.getByText('C’est mon projet.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  for (const nominee of ['Le vélo du maire', 'Le pot commun'])
    for (const criterion of ['Effet', 'Coût']) await points(page, nominee, criterion).fill('7')
  // Counted while they are typed: nothing moves under the press on the button below.
  await expect(page.getByRole('list', { name: 'L’ordre que donnent vos points' }).getByRole('listitem')).toHaveCount(2)
  await test.step('the office takes an entry out of the jury: a ballot that is being filled in loses it alone', async () => {
    await office.page.goto(`/prix/${editionId}/dossiers`)
    await office.page.getByRole('button', { name: /Retirer du jury.*Le vélo du maire/ }).click()
    const asked = office.page.getByRole('dialog')
    await asked.getByRole('textbox', { name: 'Motif' }).fill('La commune retire son dossier.')
    expect(await faultsOf(office.page)).toEqual([])
    await asked.getByRole('button', { name: 'Retirer du jury' }).click()
    await expect(office.page.getByText('La commune retire son dossier.')).toBeVisible()
    await expect(office.page.getByRole('heading', { level: 3, name: 'Le vélo du maire' })).toBeFocused()
    await expect(page.getByText(/Retiré de ce vote.*Le vélo du maire/)).toBeVisible()
    await expect(page.getByText('Ce que vous aviez rempli pour le reste est gardé')).toBeVisible()
    await expect(page.getByRole('group', { name: 'Le vélo du maire' })).toHaveCount(0)
    await expect(points(page, 'Le pot commun', 'Coût')).toHaveValue('7')
    expect(await faultsOf(page)).toEqual([])
  })
  await page.getByRole('button', { name: 'Enregistrer mon vote' }).click()
  await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
})
