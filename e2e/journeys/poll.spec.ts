import type { Page } from '@playwright/test'
import { faultsOf } from '../support/axe.ts'
import { tabTo } from '../support/keyboard.ts'
import { newLoop } from '../support/loop.ts'
import { type Entered, expect, post, test } from '../support/test.ts'

const NARROW = { width: 320, height: 700 }
const ENDED = 'Quelqu’un a déjà répondu'

/** A loop of its own with a topic in it. */
const newTopic = async (owner: Entered, others: readonly Entered[]) => {
  const { id, slug } = await newLoop(owner, others, 'Boucle du sondage')
  const body = { title: 'La prochaine visio', body: 'Il nous faut un soir.' }
  return { slug, topic: await post<{ id: string }>(owner.api, `/api/spaces/${id}/topics`, body) }
}

const pollOf = (page: Page) => page.getByRole('region', { name: /^Sondage indicatif : Quel soir/ })

test('vote criterion 20: a poll is composed by keyboard at 320 px, answered on two screens, frozen, closed, and put to the vote', async ({
  enter,
}) => {
  const maelle = await enter('maelle-brossard', { viewport: NARROW })
  const hugo = await enter('hugo-lestrade')
  const { topic, slug } = await newTopic(maelle, [hugo])
  const { page } = maelle
  await hugo.page.goto(`/sujets/${topic.id}`)

  await test.step('it is written with an answer, kept on the device, and sent with it', async () => {
    await page.goto(`/sujets/${topic.id}`)
    await page.getByRole('textbox', { name: 'Votre réponse' }).fill('Voici trois soirs.')
    await tabTo(page, page.getByRole('button', { name: 'Ajouter un sondage' }))
    await page.keyboard.press('Enter')
    const question = page.getByRole('textbox', { name: 'La question du sondage' })
    await expect(question).toBeFocused()
    await page.keyboard.type('Quel soir ?')
    await page.keyboard.press('Tab')
    for (const evening of ['Mardi', 'Mercredi', 'Jeudi']) {
      await page.keyboard.type(evening)
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('textbox', { name: 'Option 4 du sondage' })).toBeFocused()
    expect(await faultsOf(page)).toEqual([])
    await page.reload()
    await expect(question).toHaveValue('Quel soir ?')
    await tabTo(page, page.getByRole('button', { name: 'Répondre', exact: true }), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(pollOf(page)).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'La question du sondage' })).toHaveCount(0)
  })

  const here = pollOf(page)
  const there = pollOf(hugo.page)

  await test.step('until somebody has answered, its author corrects it; the other screen follows', async () => {
    await expect(there.getByRole('radio', { name: 'Mercredi' })).toHaveCount(1)
    await here.getByRole('button', { name: /^Actions sur le sondage/ }).click()
    await page.getByRole('menuitem', { name: 'Corriger le sondage' }).click()
    const dialog = page.getByRole('dialog', { name: 'Corriger le sondage' })
    await dialog.getByRole('textbox', { name: 'Option 2 du sondage' }).fill('Lundi')
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(there.getByRole('radio', { name: 'Lundi' })).toHaveCount(1)
    await expect(there.getByRole('radio', { name: 'Mercredi' })).toHaveCount(0)
  })

  await test.step('answered by keyboard; it says that it decides nothing, and shows its numbers', async () => {
    await expect(here).toContainText('il ne décide de rien')
    await tabTo(page, here.getByRole('button', { name: 'Répondre au sondage' }))
    await page.keyboard.press('Enter')
    await expect(here.getByRole('alert')).toContainText('Choisissez au moins une option')
    await tabTo(page, here.getByRole('radiogroup'), 'Shift+Tab')
    await page.keyboard.press('Space')
    await expect(here.getByRole('radio', { name: 'Jeudi' })).toBeChecked()
    await page.keyboard.press('ArrowDown')
    await expect(here.getByRole('radio', { name: 'Mardi' })).toBeChecked()
    expect(await faultsOf(page)).toEqual([])
    await tabTo(page, here.getByRole('button', { name: 'Répondre au sondage' }))
    await page.keyboard.press('Enter')
    await expect(here).toContainText('1 personne a répondu.')
    await expect(here.getByRole('listitem').filter({ hasText: 'Mardi' })).toContainText('1 sur 1, soit 100 %')
    await expect(here.getByRole('button', { name: /^Actions sur le sondage/ })).toBeVisible()
  })

  await test.step('another answers: the counts arrive on the first screen without a reload', async () => {
    await there.getByText('Jeudi').click()
    await there.getByRole('button', { name: 'Répondre au sondage' }).click()
    await expect(here).toContainText('2 personnes ont répondu.')
    await expect(here.getByRole('listitem').filter({ hasText: 'Jeudi' })).toContainText('1 sur 2, soit 50 %')
    await there.getByRole('button', { name: 'Changer ma réponse' }).click()
    await there.getByText('Lundi').click()
    await there.getByRole('button', { name: 'Changer ma réponse' }).click()
    await expect(here.getByRole('listitem').filter({ hasText: 'Lundi' })).toContainText('1 sur 2')
    await here.getByText('Voir en tableau').click()
    await expect(here.getByRole('row', { name: 'Lundi 1 50 %' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    expect(await faultsOf(hugo.page)).toEqual([])
  })

  await test.step('what somebody has answered is not changed any more, also where a screen is old', async () => {
    await here.getByRole('button', { name: /^Actions sur le sondage/ }).click()
    await expect(page.getByRole('menuitem', { name: 'Clore le sondage' })).toBeVisible()
    await expect(page.getByRole('menuitem', { name: 'Corriger le sondage' })).toHaveCount(0)
    await page.keyboard.press('Escape')
    const { items } = (await (await maelle.api.get(`/api/topics/${topic.id}/posts`)).json()) as {
      items: { pollId: string | null }[]
    }
    const pollId = items.find((one) => one.pollId)?.pollId ?? ''
    const data = { question: 'Autre chose ?', options: ['Oui', 'Non'] }
    const answer = await maelle.api.patch(`/api/polls/${pollId}`, {
      headers: { origin: new URL(page.url()).origin },
      data,
    })
    expect(answer.status()).toBe(409)
    expect(await answer.text()).toContain(ENDED)
  })

  await test.step('its author closes it: nobody answers any more, the numbers stay', async () => {
    await here.getByRole('button', { name: /^Actions sur le sondage/ }).click()
    await page.getByRole('menuitem', { name: 'Clore le sondage' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Clore le sondage' }).click()
    await expect(there).toContainText('Clos')
    await expect(there.getByRole('button', { name: 'Changer ma réponse' })).toHaveCount(0)
    await expect(there).toContainText('2 personnes ont répondu.')
  })

  await test.step('the same question is put to a vote that decides, with its options filled in', async () => {
    await here.getByRole('link', { name: 'Mettre au vote' }).click()
    await expect(page).toHaveURL(new RegExp(`/espaces/${slug}/nouvelle-decision`))
    await expect(page.getByRole('textbox', { name: 'La question' })).toHaveValue('Quel soir ?')
    for (const [i, evening] of ['Mardi', 'Lundi', 'Jeudi'].entries())
      await expect(page.getByRole('textbox', { name: `Option ${i + 1}` })).toHaveValue(evening)
    await expect(page.getByRole('main').getByRole('link', { name: 'La prochaine visio' })).toBeVisible()
    await page.getByRole('button', { name: 'Ouvrir le vote' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ouvrir le vote' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Quel soir/ })).toBeVisible()
  })
})

test('a poll with several choices goes with a new topic, and is taken away', async ({ enter }) => {
  const maelle = await enter('maelle-brossard')
  const { slug } = await newTopic(maelle, [])
  const { page } = maelle
  await page.goto(`/espaces/${slug}/nouveau-sujet`)
  await page.getByRole('textbox', { name: 'Titre' }).fill('Les thèmes de l’automne')
  await page.getByRole('textbox', { name: 'Votre message' }).fill('Dites-nous.')
  await page.getByRole('button', { name: 'Ajouter un sondage' }).click()
  await page.getByRole('textbox', { name: 'La question du sondage' }).fill('Quels thèmes vous parlent ?')
  await page.getByRole('textbox', { name: 'Option 1 du sondage' }).fill('La crise')
  await page.getByRole('textbox', { name: 'Option 2 du sondage' }).fill('La langue')
  await page.getByText('On peut choisir plusieurs options').click()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Publier le sujet' }).click()
  const poll = page.getByRole('region', { name: /^Sondage indicatif : Quels thèmes/ })
  await poll.getByText('La crise').click()
  await poll.getByText('La langue').click()
  await poll.getByRole('button', { name: 'Répondre au sondage' }).click()
  await expect(poll.getByRole('listitem').filter({ hasText: 'votre réponse' })).toHaveCount(2)
  await poll.getByRole('button', { name: /^Actions sur le sondage/ }).click()
  await page.getByRole('menuitem', { name: 'Retirer le sondage' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Retirer le sondage' }).click()
  await expect(poll).toHaveCount(0)
  await expect(page.getByText('Dites-nous.')).toBeVisible()
})
