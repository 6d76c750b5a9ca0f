import { faultsOf } from '../support/axe.ts'
import { DESK, type Entered, expect, home, post, test } from '../support/test.ts'

const BEFORE = 'Le comité se réunit deux fois par an.'
const AFTER = 'Le comité se réunit deux fois par an. Et une fois en visioconférence.'

const idOf = async ({ api }: Entered): Promise<string> =>
  ((await (await api.get('/api/me')).json()) as { id: string }).id

const vote = async ({ api }: Entered, id: string, choice: string): Promise<void> => {
  const answer = await api.put(`/api/votes/${id}/ballot`, { headers: { origin: home() }, data: { choice } })
  expect(answer.ok(), await answer.text()).toBe(true)
}

test('a revision is proposed, written, compared and voted on; adopted, it becomes the page under the eyes of its readers', async ({
  enter,
}) => {
  const maelle = await enter('maelle-brossard', { viewport: DESK })
  const others = [await enter('hugo-lestrade'), await enter('mathilde-queyrel')] as const
  const [hugo, mathilde] = others
  const people = await Promise.all(others.map(async (one) => ({ personId: await idOf(one), role: 'writer' })))
  const name = 'Boucle de la méthodologie'
  const loop = await post<{ id: string }>(maelle.api, '/api/spaces', { kind: 'loop', name, people })
  const made = await post<{ id: string }>(maelle.api, `/api/spaces/${loop.id}/pages`, {
    title: 'Méthodologie',
    parentId: null,
    markdown: BEFORE,
  })
  const { page } = maelle
  const path = `/pages/${made.id}`
  await page.goto(path)

  await test.step('it begins with the text of the page, ready to be written', async () => {
    await page.getByRole('button', { name: 'Actions sur la page' }).click()
    await page.getByRole('menuitem', { name: 'Proposer une révision' }).click()
    const body = page.getByRole('textbox', { name: 'Texte de la page' })
    await expect(body).toContainText(BEFORE)
    expect(new URL(page.url()).pathname).not.toBe(path)
    await body.press('Control+End')
    await page.keyboard.type(' Et une fois en visioconférence.')
    await expect(page.locator('[data-saved="saved"]').first()).toBeVisible()
    await page.getByRole('button', { name: 'Terminer' }).click()
    await expect(page.getByText('Révision proposée de')).toBeVisible()
    await expect(page.getByText(AFTER)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })
  const revision = new URL(page.url()).pathname

  await test.step('the page says that one is being prepared, and has not changed', async () => {
    await hugo.page.goto(path)
    await expect(hugo.page.getByText('Une révision de cette page est en préparation')).toBeVisible()
    await expect(hugo.page.getByText('Révision proposée par Maëlle Brossard')).toBeVisible()
    await expect(hugo.page.getByText('visioconférence')).toBeHidden()
    expect(await faultsOf(hugo.page)).toEqual([])
  })

  await test.step('it is compared with the page', async () => {
    await page.getByRole('link', { name: 'Comparer avec la page' }).click()
    await expect(page.getByRole('insertion')).toContainText('Et une fois en visioconférence')
    await expect(page.getByText('5 mots ajoutés')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('it is put to the vote: yes or no, with what it changes in the ballot', async () => {
    await page.goto(revision)
    await page.getByRole('link', { name: 'Mettre au vote' }).click()
    const question = page.getByRole('textbox', { name: 'La question' })
    await expect(question).toHaveValue(/^Adopter la révision de «\sMéthodologie\s»\s\?$/)
    await expect(page.getByRole('radio', { name: 'Une option parmi plusieurs' })).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Ouvrir le vote' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ouvrir le vote' }).click()
    await expect(page.getByText('Si le vote l’adopte, ce texte deviendra celui de la page.')).toBeVisible()
    await expect(page.getByRole('insertion')).toContainText('Et une fois en visioconférence')
    await page.getByText('Lire les changements comme une liste').click()
    await expect(page.getByText('Ajouté : « Et une fois en visioconférence')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('tab', { name: 'Le texte proposé' }).click()
    await expect(page.getByRole('tabpanel')).toContainText(AFTER)
    await expect(hugo.page.getByText('Une révision de cette page est au vote')).toBeVisible()
  })

  await test.step('everybody votes, it is closed, and the page changes by itself, also for who reads it', async () => {
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await vote(maelle, id, 'yes')
    await vote(hugo, id, 'yes')
    await vote(mathilde, id, 'no')
    await page.reload()
    await page.getByRole('button', { name: 'Conduire ce vote' }).click()
    await page.getByRole('menuitem', { name: 'Clore maintenant' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Clore maintenant' }).click()
    await expect(page.getByText('ce texte est devenu celui de la page')).toBeVisible()
    await expect(hugo.page.getByText(AFTER)).toBeVisible()
    await expect(hugo.page.getByText('Révision adoptée par le vote')).toBeVisible()
    expect(await faultsOf(hugo.page)).toEqual([])
  })

  await test.step('the decision is found from the page, and its version from the history', async () => {
    await page.getByRole('link', { name: 'Méthodologie', exact: true }).first().click()
    await expect(page.getByRole('link', { name: /Adopter la révision de/ })).toBeVisible()
    await page.goto(`${path}/historique`)
    await expect(page.getByText(/Adoptée par le vote.: Adopter la révision/).first()).toBeVisible()
  })
})
