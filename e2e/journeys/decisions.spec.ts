import type { Locator, Page } from '@playwright/test'
import { faultsOf } from '../support/axe.ts'
import { tabTo } from '../support/keyboard.ts'
import { newLoop } from '../support/loop.ts'
import { choose, type Entered, expect, home, post, test } from '../support/test.ts'

const NARROW = { width: 320, height: 700 }
const TOWNS = ['Rennes, salle des Carmes', 'Clermont-Ferrand', 'Briançac']
const WEEK_MS = 7 * 86_400_000

interface Vote {
  id: string
  options: { id: string }[]
}

const voteOf = async ({ api }: Entered, page: Page): Promise<Vote> =>
  (await (await api.get(`/api${new URL(page.url()).pathname}`)).json()) as Vote

const cast = async ({ api }: Entered, id: string, value: object): Promise<void> => {
  const data = { choice: 'cast', value }
  const answer = await api.put(`/api/votes/${id}/ballot`, { headers: { origin: home() }, data })
  expect(answer.ok(), await answer.text()).toBe(true)
}

const mentionsOf = (page: Page, town: string): Locator => page.getByRole('radiogroup', { name: town })

/** What a table says, row by row, as a screen reader reads it. */
const rowsOf = (table: Locator): Promise<string[][]> =>
  table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
    )

test('vote criterion 20: a majority judgment is put to the vote, judged by keyboard at 320 px, closed, and read as a table', async ({
  enter,
}) => {
  const maelle = await enter('maelle-brossard', { viewport: NARROW })
  const others = [await enter('hugo-lestrade'), await enter('mathilde-queyrel')]
  const { slug } = await newLoop(maelle, others, 'Boucle du séminaire')
  const { page } = maelle

  await test.step('the question is put by what one wants to know', async () => {
    await page.goto(`/espaces/${slug}/nouvelle-decision`)
    await page.getByRole('textbox', { name: 'La question' }).fill('Où tenir le séminaire d’automne ?')
    await choose(page, 'Une option parmi plusieurs')
    await page.getByRole('textbox', { name: 'Option 1' }).focus()
    for (const town of TOWNS) {
      await page.keyboard.type(town)
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('textbox', { name: 'Option 4' })).toBeFocused()
    await expect(page.getByText('L’option dont la mention majoritaire est la meilleure l’emporte')).toBeVisible()
    await page.getByText('Réglages du vote').click()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Ouvrir le vote' }).click()
    const question = page.getByRole('alertdialog', { name: /Ouvrir le vote : « Où tenir/ })
    await expect(question).toContainText('ne changeront plus')
    await question.getByRole('button', { name: 'Ouvrir le vote' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Où tenir le séminaire/ })).toBeVisible()
  })

  const { id, options } = await voteOf(maelle, page)

  await test.step('a ballot without a mention for each option says so, and leads to the first that lacks one', async () => {
    await tabTo(page, mentionsOf(page, 'Rennes'))
    await page.keyboard.press('Space')
    await expect(mentionsOf(page, 'Rennes').getByRole('radio', { name: 'Excellent' })).toBeChecked()
    await tabTo(page, page.getByRole('button', { name: 'Enregistrer mon vote' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('Toutes les options doivent être évaluées')
    await expect(mentionsOf(page, 'Clermont-Ferrand')).toContainText('Choisissez une mention')
    await expect(mentionsOf(page, 'Clermont-Ferrand').locator(':focus')).toHaveCount(1)
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('the others by arrows; the ballot is kept, shown again, and changed', async () => {
    await page.keyboard.press('Space')
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown')
    await expect(mentionsOf(page, 'Clermont-Ferrand').getByRole('radio', { name: 'Assez bien' })).toBeChecked()
    await tabTo(page, mentionsOf(page, 'Briançac'))
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowUp')
    await expect(mentionsOf(page, 'Briançac').getByRole('radio', { name: 'À rejeter' })).toBeChecked()
    await tabTo(page, page.getByRole('button', { name: 'Enregistrer mon vote' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
    await page.reload()
    await expect(mentionsOf(page, 'Clermont-Ferrand').getByRole('radio', { name: 'Assez bien' })).toBeChecked()
    await tabTo(page, mentionsOf(page, 'Briançac'))
    await page.keyboard.press('ArrowUp')
    await expect(mentionsOf(page, 'Briançac').getByRole('radio', { name: 'Insuffisant' })).toBeChecked()
    await expect(page.getByText('n’est pas encore enregistré')).toBeVisible()
    await tabTo(page, page.getByRole('button', { name: 'Changer mon vote' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
  })

  await test.step('everybody has voted: it is closed, and its merit profile is read as a table', async () => {
    const judged = (...grades: number[]) => ({
      grades: Object.fromEntries(options.map((one, i) => [one.id, grades[i]])),
    })
    const [hugo, mathilde] = others
    if (!hugo || !mathilde) throw new Error('two others')
    await cast(hugo, id, judged(5, 5, 2))
    await cast(mathilde, id, judged(3, 4, 0))
    await page.reload()
    await page.getByRole('button', { name: 'Conduire ce vote' }).click()
    await page.getByRole('menuitem', { name: 'Clore maintenant' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Clore maintenant' }).click()
    await expect(page.getByText(/^«\sRennes, salle des Carmes\s» l’emporte\.$/)).toBeVisible()
    await expect(page.getByText('mention majoritaire est « Très bien » : 2 personnes sur 3, soit 66,6 %')).toBeVisible()
    await expect(page.getByText('3 personnes sur 3 ont voté, soit 100 %.')).toBeVisible()
    await page.getByText('Voir en tableau').click()
    const table = page.getByRole('table', { name: 'Combien de fois chaque mention a été donnée' })
    expect(await rowsOf(table)).toEqual([
      [
        'Option',
        'Place',
        'Mention majoritaire',
        'Excellent',
        'Très bien',
        'Bien',
        'Assez bien',
        'Passable',
        'Insuffisant',
        'À rejeter',
        'Total',
      ],
      ['Rennes, salle des Carmes', '1', 'Très bien', '1', '1', '0', '1', '0', '0', '0', '3'],
      ['Clermont-Ferrand', '2', 'Bien', '0', '1', '1', '1', '0', '0', '0', '3'],
      ['Briançac', '3', 'Insuffisant', '0', '0', '0', '0', '1', '1', '1', '3'],
    ])
    expect(await faultsOf(page)).toEqual([])
  })
})

test('vote criterion 20: options are ranked without a mouse at 320 px, ex æquo too, and each move is announced', async ({
  enter,
}) => {
  const maelle = await enter('maelle-brossard', { viewport: NARROW })
  const { id: spaceId } = await newLoop(maelle, [await enter('hugo-lestrade')], 'Boucle du classement')
  const vote = await post<Vote>(maelle.api, '/api/decisions', {
    spaceId,
    question: 'Dans quel ordre visiter les villes ?',
    method: 'schulze',
    options: TOWNS,
    closesAt: new Date(Date.now() + WEEK_MS).toISOString(),
  })
  const { page } = maelle
  await page.goto(`/votes/${vote.id}`)
  const said = page.getByRole('status')
  const order = page.getByRole('list', { name: 'Votre classement' })
  const press = async (name: RegExp): Promise<void> => {
    await tabTo(page, page.getByRole('button', { name }))
    await page.keyboard.press('Enter')
  }

  await press(/^Briançac/)
  await expect(said.filter({ hasText: 'Briançac : 1re place.' })).toHaveCount(1)
  await press(/^Rennes/)
  await press(/^Clermont-Ferrand/)
  await expect(order.getByRole('listitem')).toHaveText([/1re.*Briançac/, /2e.*Rennes/, /3e.*Clermont/])
  await tabTo(page, page.getByRole('button', { name: 'Monter Clermont-Ferrand' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(said.filter({ hasText: 'Clermont-Ferrand : 2e place.' })).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Monter Clermont-Ferrand' })).toBeFocused()
  await press(/Rennes, salle des Carmes ex æquo avec Clermont-Ferrand/)
  await expect(
    said.filter({ hasText: 'Rennes, salle des Carmes : 2e place, ex æquo avec Clermont-Ferrand.' }),
  ).toHaveCount(1)
  expect(await faultsOf(page)).toEqual([])
  await press(/^Enregistrer mon vote$/)
  await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
  await page.reload()
  await expect(order.getByRole('listitem')).toHaveText([/1re.*Briançac/, /2e.*Clermont/, /2e.*Rennes/])

  await test.step('a blank vote is one press more than meant, and is kept as such', async () => {
    await press(/^voter blanc$/)
    await expect(page.getByText('Vous votez blanc.')).toBeVisible()
    await press(/^Changer mon vote$/)
    await expect(page.getByText(/Votre vote blanc est enregistré/)).toBeVisible()
  })
})

test('a question is kept as a draft, given a date, and opened by hand', async ({ enter }) => {
  const maelle = await enter('maelle-brossard')
  const { id: spaceId, slug } = await newLoop(maelle, [await enter('hugo-lestrade')], 'Boucle des brouillons')
  const { page } = maelle
  const topic = await post<{ id: string }>(maelle.api, `/api/spaces/${spaceId}/topics`, {
    title: 'Le budget du séminaire',
    body: 'Il nous faut un montant avant vendredi.',
  })
  await page.goto(`/sujets/${topic.id}`)
  await page.getByRole('button', { name: 'Actions sur le sujet' }).first().click()
  await page.getByRole('menuitem', { name: 'Mettre au vote' }).click()
  await expect(page.getByRole('main').getByRole('link', { name: 'Le budget du séminaire' })).toBeVisible()
  await page.getByRole('textbox', { name: 'La question' }).fill('Quel budget pour le séminaire ?')
  await choose(page, 'Un nombre')
  await page.getByRole('textbox', { name: 'Au plus' }).fill('20 000')
  await page.getByRole('textbox', { name: /^Unité/ }).fill('€')
  await page.getByRole('button', { name: 'Garder en brouillon' }).click()
  await expect(page).toHaveURL(new RegExp(`/espaces/${slug}/votes$`))
  await page
    .getByRole('region', { name: 'En préparation' })
    .getByRole('link', { name: /Quel budget/ })
    .click()
  await expect(page.getByRole('textbox', { name: 'Au plus' })).toHaveValue('20000')
  await choose(page, 'À une date')
  await page.getByRole('button', { name: 'Programmer l’ouverture' }).click()
  await expect(page.getByRole('region', { name: 'En préparation' })).toContainText('Ouvre le')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: /Quel budget/ }).click()
  await choose(page, 'Maintenant')
  await page.getByRole('button', { name: 'Ouvrir le vote' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ouvrir le vote' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Quel budget/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Votre proposition' }).fill('25 000')
  await page.getByRole('button', { name: 'Enregistrer mon vote' }).click()
  await expect(page.getByText('hors des limites : de 0 à 20 000 €')).toBeVisible()
  await page.getByRole('textbox', { name: 'Votre proposition' }).fill('14 000')
  await page.getByRole('button', { name: 'Enregistrer mon vote' }).click()
  await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
})
