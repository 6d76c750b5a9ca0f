import { axeFaults } from '../support/axe.ts'
import { DESK, expect, post, test } from '../support/test.ts'

const text = 'Texte de la page'

test('a page is published, goes on, is frozen with a reason, and reopened; the public sees what was published', async ({
  enter,
  browse,
  faults,
}) => {
  // React says in the console what leads a visitor to the sign-in screen.
  faults.expected = /Connectez-vous pour continuer/
  const office = await enter('karim-bensaidi', { viewport: DESK })
  const { id } = (await (await office.api.get('/api/spaces/public')).json()) as { id: string }
  const made = await post<{ id: string }>(office.api, `/api/spaces/${id}/pages`, {
    title: 'Lettre du trimestre',
    parentId: null,
    markdown: 'Ce que nous avons appris ce trimestre.',
  })
  const path = `/pages/${made.id}`
  const visitor = await browse()
  await office.page.goto(path)

  await test.step('a draft is not there for the public', async () => {
    await expect(office.page.getByText('Brouillon', { exact: true })).toBeVisible()
    await visitor.goto(path)
    await expect(visitor.getByText('Ce que nous avons appris ce trimestre.')).toBeHidden()
  })

  await test.step('published, it is', async () => {
    await office.page.getByRole('button', { name: 'Actions sur la page' }).click()
    await office.page.getByRole('menuitem', { name: 'Publier…' }).click()
    const dialog = office.page.getByRole('alertdialog', { name: 'Publier cette page ?' })
    await expect(dialog).toBeVisible()
    expect(await axeFaults(office.page)).toEqual([])
    await dialog.getByRole('button', { name: 'Publier' }).click()
    await expect(office.page.getByText('Publiée', { exact: true })).toBeVisible()
    await visitor.goto(path)
    await expect(visitor.getByText('Ce que nous avons appris ce trimestre.')).toBeVisible()
  })

  await test.step('what is written next waits', async () => {
    await office.page.getByRole('button', { name: 'Écrire', exact: true }).click()
    const body = office.page.getByRole('textbox', { name: text })
    await body.press('Control+End')
    await office.page.keyboard.type(' Et la suite.')
    await expect(office.page.locator('[data-saved="saved"]').first()).toBeVisible()
    await office.page.getByRole('button', { name: 'Terminer' }).click()
    await expect(office.page.getByText('Modifiée depuis sa publication')).toBeVisible()
    await visitor.reload()
    await expect(visitor.getByText('Ce que nous avons appris ce trimestre.')).toBeVisible()
    await expect(visitor.getByText('Et la suite.')).toBeHidden()
  })

  await test.step('frozen while somebody writes: they read the reason and go back to reading', async () => {
    const writer = await enter('nadia-rey', { viewport: DESK })
    await writer.page.goto(path)
    await writer.page.getByRole('button', { name: 'Écrire', exact: true }).click()
    await expect(writer.page.getByRole('textbox', { name: text })).toContainText('Et la suite.')
    await office.page.getByRole('button', { name: 'Actions sur la page' }).click()
    await office.page.getByRole('menuitem', { name: 'Figer la page…' }).click()
    await office.page.getByRole('textbox', { name: 'Raison' }).fill('Relue en bureau le 3 mars.')
    await office.page.getByRole('dialog').getByRole('button', { name: 'Figer la page' }).click()
    await expect(office.page.getByText('Relue en bureau le 3 mars.')).toBeVisible()
    await expect(writer.page.getByText('Lecture seule').first()).toBeVisible()
    await writer.page.getByRole('button', { name: 'Revenir à la lecture' }).click()
    await expect(writer.page.getByText('Figée par Karim Bensaïdi')).toBeVisible()
    await expect(writer.page.getByRole('button', { name: 'Écrire', exact: true })).toBeHidden()
    expect(await axeFaults(writer.page)).toEqual([])
  })

  await test.step('reopened', async () => {
    await office.page.getByRole('button', { name: 'Actions sur la page' }).click()
    await office.page.getByRole('menuitem', { name: 'Rouvrir à l’écriture' }).click()
    await expect(office.page.getByRole('button', { name: 'Écrire', exact: true })).toBeVisible()
  })
})

test('one follows a colleague through a long page, until one scrolls oneself', async ({ enter }) => {
  const ines = await enter('ghjulia-ortolacci', { viewport: DESK })
  const { id } = (await (await ines.api.get('/api/spaces/comite')).json()) as { id: string }
  const markdown = Array.from({ length: 120 }, (_, i) => `Paragraphe ${i + 1}.`).join('\n\n')
  const { id: pageId } = await post<{ id: string }>(ines.api, `/api/spaces/${id}/pages`, {
    title: 'Une page longue',
    parentId: null,
    markdown,
  })
  const stephane = await enter('stephane-guivarcel', { viewport: DESK })
  for (const { page } of [ines, stephane]) {
    await page.goto(`/pages/${pageId}`)
    await page.getByRole('button', { name: 'Écrire', exact: true }).click()
    await expect(page.getByRole('textbox', { name: text })).toContainText('Paragraphe 120.')
  }
  await stephane.page.getByRole('button', { name: /^Suivre Ghjulia/ }).click()
  await ines.page.getByRole('textbox', { name: text }).press('Control+End')
  await ines.page.keyboard.type(' La fin.')
  await expect(stephane.page.getByText('Paragraphe 120. La fin.')).toBeInViewport()
  await stephane.page.mouse.wheel(0, -400)
  await expect(stephane.page.getByRole('button', { name: /^Suivre Ghjulia/ })).toHaveAttribute('aria-pressed', 'false')
})
