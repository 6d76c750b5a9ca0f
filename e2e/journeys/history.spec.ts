import type { APIRequestContext, Page } from '@playwright/test'
import { axeFaults, sideways } from '../support/axe.ts'
import { DESK, expect, home, post, test } from '../support/test.ts'

const BEFORE =
  '## Pourquoi\n\nLe vote ferme mardi à midi.\n\nUn passage que l’on regrettera.\n\n- les lits\n- les heures'
const AFTER = '## Pourquoi\n\nLe vote ferme jeudi à midi.\n\n- les lits\n- les heures\n- les remplacements'
const LATER = `${AFTER}\n\nUn ajout de dernière minute.`

async function write(api: APIRequestContext, id: string, markdown: string): Promise<void> {
  const read = await api.get(`/api/pages/${id}`)
  const headers = { origin: home(), 'if-match': read.headers()['etag'] ?? '' }
  const answer = await api.put(`/api/pages/${id}/markdown`, { headers, data: { markdown } })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** A page that one person began, another changed, and the first went on with. @returns its id */
async function twoAuthors(api: APIRequestContext, other: APIRequestContext): Promise<string> {
  const space = (await (await api.get('/api/spaces/comite')).json()) as { id: string }
  const { id } = await post<{ id: string }>(api, `/api/spaces/${space.id}/pages`, {
    title: 'Règles du vote',
    markdown: BEFORE,
  })
  // A name ends a stretch of work: what comes after is another version, though it comes at once.
  await api.put(`/api/pages/${id}/versions/1/name`, { headers: { origin: home() }, data: { name: 'Premier jet' } })
  await write(other, id, AFTER)
  await write(api, id, LATER)
  return id
}

async function hasNoFaults(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
}

test('the history of a page: a slider, what changed, a passage and a version brought back', async ({ enter }) => {
  const { page, api } = await enter('maelle-brossard', { viewport: DESK })
  const other = await enter('camille-puydebat')
  const id = await twoAuthors(api, other.api)
  await other.page.goto(`/pages/${id}`)
  await page.goto(`/pages/${id}`)

  await test.step('from the page to its history', async () => {
    await page.getByRole('button', { name: 'Actions sur la page' }).click()
    await page.getByRole('menuitem', { name: 'Historique' }).click()
    await expect(page).toHaveURL(/\/historique$/)
    await expect(page.getByText('Version 3 sur 3')).toBeVisible()
    await expect(page.locator('ins').getByText('Un ajout de dernière minute.')).toBeVisible()
  })

  await test.step('the slider goes back by keyboard and says where it is', async () => {
    const slider = page.getByRole('slider', { name: 'Moment de la page' })
    await slider.focus()
    await expect(slider).toHaveAttribute('aria-valuetext', /par Maëlle Brossard$/)
    await page.keyboard.press('ArrowLeft')
    await expect(slider).toHaveAttribute('aria-valuetext', /par Camille Puydebat$/)
    await expect(page.getByText('Version 2 sur 3')).toBeVisible()
    await expect(page.getByText(/mots ajoutés.*supprimés/)).toBeVisible()
    await expect(page.locator('del').getByText('mardi')).toBeVisible()
    await expect(page.locator('ins').getByText('jeudi')).toBeVisible()
    await page.getByRole('button', { name: 'Changement suivant' }).click()
    await expect(page.getByText('Changement 1 sur 3', { exact: true })).toBeVisible()
    await hasNoFaults(page)
  })

  await test.step('a version gets a name, which the list shows', async () => {
    await page.getByRole('button', { name: 'Nommer cette version' }).click()
    await page.getByRole('textbox', { name: 'Nom' }).fill('Avant la relecture')
    await page.getByRole('button', { name: 'Enregistrer le nom' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Avant la relecture' })).toBeVisible()
  })

  await test.step('a passage comes back for everybody who reads, and goes again', async () => {
    await page.getByRole('button', { name: /Restaurer ce passage\. Supprimé : « Un passage/ }).click()
    await expect(page.getByText('Le passage est revenu dans la page.')).toBeVisible()
    await expect(other.page.getByText('Un passage que l’on regrettera.')).toBeVisible()
    await expect(other.page.getByText('Un ajout de dernière minute.')).toBeVisible()
    await page.getByRole('button', { name: 'Annuler' }).click()
    await expect(page.getByText('La restauration est annulée.')).toBeVisible()
    await expect(other.page.getByText('Un passage que l’on regrettera.')).toBeHidden()
  })

  await test.step('a version comes back, after a question that says what will change', async () => {
    await page
      .getByRole('button', { name: /^Avant la relecture/ })
      .or(page.getByRole('button', { name: /Camille Puydebat/ }))
      .first()
      .click()
    await page.getByRole('button', { name: 'Restaurer cette version' }).click()
    const question = page.getByRole('alertdialog', { name: /Restaurer la version du/ })
    await expect(question).toContainText('5 mots seront retirés')
    await question.getByRole('button', { name: 'Restaurer cette version' }).click()
    await expect(page.getByText('La version est restaurée.')).toBeVisible()
    await expect(other.page.getByText('Un ajout de dernière minute.')).toBeHidden()
  })
})

test('who wrote what: by arrows, in a legend, as a list', async ({ enter }) => {
  const { page, api } = await enter('maelle-brossard', { viewport: DESK })
  const other = await enter('camille-puydebat')
  const id = await twoAuthors(api, other.api)
  await page.goto(`/pages/${id}/historique`)
  await page.getByRole('tab', { name: 'Qui a écrit quoi' }).click()
  const text = page.getByRole('group', { name: 'Texte de la page, passage par passage' })
  await text.locator('[tabindex="0"]').focus()
  const status = page.getByRole('status').filter({ hasText: /Brossard|Puydebat/ })
  await expect(status).toContainText('Maëlle Brossard')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await expect(status).toContainText('Camille Puydebat')
  await expect(page.getByRole('heading', { name: 'Qui a écrit', exact: true })).toBeVisible()
  await page.getByText('Lire comme une liste').click()
  await expect(page.getByRole('listitem').filter({ hasText: /Camille Puydebat,.*les remplacements/ })).toBeVisible()
  await hasNoFaults(page)
})

test('who has no account sees no history; on a phone nothing scrolls sideways', async ({ enter, browse }) => {
  const { page, api } = await enter('maelle-brossard', { viewport: { width: 320, height: 760 } })
  const space = (await (await api.get('/api/spaces/comite')).json()) as { id: string }
  const { id } = await post<{ id: string }>(api, `/api/spaces/${space.id}/pages`, {
    title: 'Petit écran',
    markdown: BEFORE,
  })
  await write(api, id, AFTER)
  await page.goto(`/pages/${id}/historique`)
  await expect(page.getByText(/mots? ajouté/)).toBeVisible()
  expect(await sideways(page)).toEqual([])
  const stranger = await browse({ path: `/pages/${id}/historique` })
  await expect(stranger).toHaveURL(/\/connexion/)
})
