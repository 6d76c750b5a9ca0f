import type { Page } from '@playwright/test'
import { faultsOf } from '../support/axe.ts'
import { DESK, expect, PHONE, post, test } from '../support/test.ts'

const mark = Date.now().toString(36)
const named = (name: string): string => `${name} ${mark}`

const rowOf = (page: Page, title: string) => page.getByRole('row', { name: title, exact: true })
/** The titles of a tree's rows of this journey, from the top, each with its level. */
const shape = (page: Page): Promise<string[]> =>
  page
    .getByRole('row')
    .evaluateAll(
      (rows, mark) =>
        rows
          .filter((row) => row.getAttribute('aria-label')?.endsWith(mark))
          .map((row) => `${row.getAttribute('aria-level')} ${row.getAttribute('aria-label')?.replace(` ${mark}`, '')}`),
      mark,
    )

test('a page from a template, moved by keyboard, put into the trash with what is below it, and back', async ({
  enter,
}) => {
  const { page, api } = await enter('odile-menetrel', { path: '/espaces/comite/pages', viewport: DESK })
  const colleague = await enter('camille-puydebat', { path: '/espaces/comite/pages', viewport: DESK })
  await expect(page.getByRole('treegrid', { name: 'Pages de l’espace' })).toBeVisible()

  await test.step('from a template, which one sees before', async () => {
    await page.getByRole('link', { name: 'Nouvelle page' }).first().click()
    await page.getByRole('textbox', { name: 'Titre' }).fill(named('Compte rendu'))
    await page.getByRole('button', { name: /Pour commencer/ }).click()
    await page.getByRole('option', { name: /^Compte rendu/ }).click()
    const preview = page.getByRole('region', { name: /Aperçu du modèle/ })
    await expect(preview.getByRole('heading', { name: 'Ce qui a été décidé' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Créer la page' }).click()
    const text = page.getByRole('textbox', { name: 'Texte de la page' })
    await expect(text).toContainText('Prochaine réunion')
    await page.getByRole('button', { name: 'Terminer' }).click()
    await page.getByRole('button', { name: 'Ajouter à mes favoris' }).click()
    await expect(page.getByRole('button', { name: 'Retirer de mes favoris' })).toBeVisible()
    // The star shines before the server knows of it.
    await expect.poll(async () => (await api.get('/api/me/favourites')).text()).toContain(named('Compte rendu'))
  })

  const { id: spaceId } = (await (await api.get('/api/spaces/comite')).json()) as { id: string }
  const create = (title: string, parentId: string | null = null): Promise<{ id: string }> =>
    post(api, `/api/spaces/${spaceId}/pages`, { title: named(title), parentId })
  const a = await create('Annexe')
  await create('Feuille de présence', a.id)
  await create('Photos', a.id)
  await page.goto('/espaces/comite/pages')
  await expect(rowOf(page, named('Annexe'))).toBeVisible()
  await expect(rowOf(colleague.page, named('Annexe'))).toBeVisible()
  await expect(page.getByRole('region', { name: 'Mes favoris' })).toContainText(named('Compte rendu'))
  await expect(page.getByRole('region', { name: 'Vues récemment' })).toContainText(named('Compte rendu'))
  expect(await faultsOf(page)).toEqual([])

  await test.step('moved by keyboard: the handle, arrows, Enter', async () => {
    await rowOf(page, named('Annexe')).focus()
    await page.keyboard.press('ArrowUp')
    await expect(rowOf(page, named('Compte rendu'))).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(rowOf(page, named('Annexe'))).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: `Déplacer « ${named('Annexe')} »` })).toBeFocused()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    let before = await focused()
    await page.keyboard.press('Enter')
    // The first target is the next row; upwards lies the page under which this one goes.
    for (let tries = 0; tries < 20; tries++) {
      await expect.poll(focused).not.toBe(before)
      before = await focused()
      if (before.startsWith('Déposer sur') && before.includes(named('Compte rendu'))) break
      await page.keyboard.press('ArrowUp')
    }
    await page.keyboard.press('Enter')
    await expect(page.getByText(/est maintenant sous «/)).toBeVisible()
    await expect.poll(() => shape(colleague.page)).toContain('2 Annexe')
  })

  await test.step('renamed in its place, by F2', async () => {
    const row = rowOf(page, named('Annexe'))
    await row.focus()
    await page.keyboard.press('F2')
    const field = page.getByRole('textbox', { name: 'Nouveau titre' })
    await expect(field).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(named('Annexes de mai'))
    await page.keyboard.press('Enter')
    // The field goes, and the row takes the focus, a moment after the title has changed.
    await expect(field).toBeHidden()
    await expect(rowOf(page, named('Annexes de mai'))).toBeVisible()
    await expect(rowOf(colleague.page, named('Annexes de mai'))).toBeVisible()
  })

  await test.step('into the trash with what is below it, undone, and again', async () => {
    await rowOf(page, named('Annexes de mai')).focus()
    await page.keyboard.press('Delete')
    const question = page.getByRole('alertdialog', { name: /à la corbeille/ })
    await expect(question.getByRole('radio', { name: /Cette page et ses 2 sous-pages/ })).toBeChecked()
    expect(await faultsOf(page)).toEqual([])
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route(`**/api/pages/${a.id}?*`, async (route) => {
      await held
      await route.continue()
    })
    await question.getByRole('button', { name: 'Mettre à la corbeille' }).click()
    // On its way it can no longer be called off here.
    await expect(question.getByRole('button', { name: 'Annuler' })).toBeDisabled()
    letGo()
    await expect(question).toBeHidden()
    await page.unroute(`**/api/pages/${a.id}?*`)
    await expect(rowOf(page, named('Annexes de mai'))).toHaveCount(0)
    await expect(rowOf(colleague.page, named('Annexes de mai'))).toHaveCount(0)
    await page.getByRole('button', { name: 'Annuler' }).click()
    await expect(rowOf(page, named('Annexes de mai'))).toBeVisible()
    await expect(rowOf(colleague.page, named('Annexes de mai'))).toBeVisible()
    await rowOf(page, named('Annexes de mai'))
      .getByRole('button', { name: /^Actions pour/ })
      .click()
    await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click()
    await question.getByRole('button', { name: 'Mettre à la corbeille' }).click()
    await expect(rowOf(page, named('Annexes de mai'))).toHaveCount(0)
  })

  await test.step('back from the trash, to its place', async () => {
    await page.getByRole('link', { name: 'Corbeille' }).click()
    const line = page.getByRole('listitem').filter({ hasText: named('Annexes de mai') })
    await expect(line).toContainText('et ses 2 sous-pages')
    await expect(line).toContainText('encore 30 jours')
    expect(await faultsOf(page)).toEqual([])
    await line.getByRole('button', { name: /^Rétablir/ }).click()
    await expect(line).toHaveCount(0)
    await page.getByRole('link', { name: 'Toutes les pages' }).click()
    await expect.poll(() => shape(page)).toContain('2 Annexes de mai')
  })
})

test('on a phone a page moves by a dialog', async ({ enter }) => {
  const { page, api } = await enter('odile-menetrel', { viewport: PHONE })
  const { id: spaceId } = (await (await api.get('/api/spaces/comite')).json()) as { id: string }
  const create = (title: string): Promise<{ id: string }> =>
    post(api, `/api/spaces/${spaceId}/pages`, { title: named(title) })
  await create('Un tiroir')
  await create('Une note')
  await page.goto('/espaces/comite/pages')
  await rowOf(page, named('Une note'))
    .getByRole('button', { name: /^Actions pour/ })
    .click()
  await page.getByRole('menuitem', { name: 'Déplacer…' }).click()
  const dialog = page.getByRole('dialog', { name: /Où placer/ })
  await dialog.getByRole('button', { name: /Sous quelle page/ }).click()
  await page.getByRole('option', { name: named('Un tiroir') }).click()
  await expect(page.getByRole('listbox')).toHaveCount(0)
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Déplacer', exact: true }).click()
  await expect(page.getByText(/est maintenant sous «/)).toBeVisible()
  await expect.poll(() => shape(page)).toContain('2 Une note')
})

test('the administration writes what pages begin with', async ({ enter }) => {
  const { page } = await enter('odile-menetrel', { path: '/administration/modeles', viewport: DESK })
  await expect(page.getByRole('link', { name: 'Liste de contrôle' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Nouveau modèle' }).click()
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill(named('Fiche'))
  await page.getByRole('textbox', { name: 'Texte' }).fill('## Pour qui\n\n- les élu·es')
  await page.getByRole('button', { name: 'Aperçu' }).click()
  await expect(page.getByRole('region', { name: 'Aperçu' }).getByRole('heading', { name: 'Pour qui' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('button', { name: `Monter « ${named('Fiche')} »` }).click()
  await expect(page.getByRole('listitem').nth(3)).toContainText(named('Fiche'))
  await page.getByRole('button', { name: `Supprimer « ${named('Fiche')} »` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Supprimer' }).click()
  await expect(page.getByRole('link', { name: named('Fiche') })).toHaveCount(0)
})

test('a long tree comes folded, and is unfolded and folded by arrows', async ({ enter }) => {
  const { page, api } = await enter('maelle-brossard', { viewport: DESK })
  const loop = await post<{ id: string; slug: string }>(api, '/api/spaces', { name: named('Longue'), people: [] })
  const create = (title: string, parentId: string | null = null) =>
    post<{ id: string }>(api, `/api/spaces/${loop.id}/pages`, { title, parentId })
  const above = await create('Dossier')
  await create('Dedans', above.id)
  for (let i = 0; i < 40; i += 1) await create(`Page ${i}`)
  await page.goto(`/espaces/${loop.slug}/pages`)
  const row = rowOf(page, 'Dossier')
  await expect(row).toHaveAttribute('aria-expanded', 'false')
  await expect(rowOf(page, 'Dedans')).toHaveCount(0)
  await row.press('ArrowRight')
  await expect(rowOf(page, 'Dedans')).toBeVisible()
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  await row.press('ArrowLeft')
  await expect(rowOf(page, 'Dedans')).toHaveCount(0)
})

test('a menu that cannot be loaded says so, leaves the screen as it is, and opens when the network is back', async ({
  enter,
  faults,
}) => {
  faults.expected = /ERR_FAILED/
  const { page, api } = await enter('maelle-brossard', { viewport: DESK })
  const committee = (await (await api.get('/api/spaces/comite')).json()) as { id: string }
  const made = await post<{ id: string }>(api, `/api/spaces/${committee.id}/pages`, { title: named('Coupure') })
  const lost = '**/MenuPopover*'
  await page.route(lost, (route) => route.abort())
  await page.goto(`/pages/${made.id}`)
  const menu = page.getByRole('button', { name: 'Actions sur la page' })
  await menu.press('Enter')
  await expect(page.getByText(/Vérifiez votre connexion/).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: named('Coupure') })).toBeVisible()
  await page.unroute(lost)
  await menu.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
})
