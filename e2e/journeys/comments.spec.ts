import type { Page } from '@playwright/test'
import { faultsOf } from '../support/axe.ts'
import { DESK, expect, PHONE, post, test } from '../support/test.ts'
import { aMomentLater } from '../support/writing.ts'

const mark = Date.now().toString(36)

/** Selects words of the text as a pointer does: from their first letter to their last. */
async function select(page: Page, words: string): Promise<void> {
  const text = page.locator('.page-prose')
  await expect(text).toContainText(words)
  await text.evaluate((prose, wanted) => {
    const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1
      if (at === -1) continue
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`not in one piece on the screen: ${wanted}`)
  }, words)
  await aMomentLater(page)
}

const passage = (page: Page, words: string) => page.locator('.page-prose [data-comment]', { hasText: words })
const thread = (page: Page, words: string) => page.getByRole('article', { name: new RegExp(words) })

test('who may not write comments while reading; a writer answers while writing; resolved, and found by keyboard', async ({
  enter,
}) => {
  const writer = await enter('odile-menetrel', { viewport: DESK })
  const { id: spaceId } = (await (await writer.api.get('/api/spaces/comite')).json()) as { id: string }
  const { id } = await post<{ id: string }>(writer.api, `/api/spaces/${spaceId}/pages`, {
    title: `Méthode de veille ${mark}`,
    markdown:
      '## Objectif\n\nChaque équipe publie **une note par semaine** et la signe.\n\n## Règle\n\nLes sources sont citées, toujours, avec leur date.\n\n- Une source officielle\n- Une source locale',
  })
  const reader = await enter('rachida-amrouni', { viewport: DESK, path: `/pages/${id}` })
  await expect(reader.page.getByRole('button', { name: 'Écrire' })).toHaveCount(0)

  await test.step('a commenter comments what they select', async () => {
    await select(reader.page, 'une note par semaine')
    await reader.page.getByRole('button', { name: 'Commenter' }).last().click()
    const field = reader.page.getByRole('textbox', { name: 'Votre commentaire' })
    await expect(field).toBeFocused()
    await field.fill('Une par mois suffirait, **non** ?')
    await field.press('Control+Enter')
    await expect(thread(reader.page, 'une note par semaine')).toBeFocused()
    await expect(passage(reader.page, 'une note par semaine')).toBeVisible()
    await expect(thread(reader.page, 'une note par semaine').locator('strong', { hasText: 'non' })).toBeVisible()
  })

  await test.step('and by keyboard alone, on the whole page', async () => {
    await reader.page.evaluate(() => document.getSelection()?.removeAllRanges())
    await aMomentLater(reader.page)
    await reader.page.keyboard.press('Control+Alt+m')
    const field = reader.page.getByRole('textbox', { name: 'Votre commentaire' })
    await expect(reader.page.getByText('Sur toute la page')).toBeVisible()
    await field.pressSequentially('Relue par @cami')
    await expect(reader.page.getByRole('button', { name: 'Camille Puydebat' })).toBeVisible()
    await field.press('Enter')
    await expect(field).toHaveValue('Relue par @Camille Puydebat ')
    await field.press('Control+Enter')
    await expect(reader.page.getByRole('button', { name: '2 commentaires' })).toBeVisible()
    expect(await faultsOf(reader.page)).toEqual([])
  })

  await test.step('a writer, who writes before the passage, answers', async () => {
    await writer.page.goto(`/pages/${id}`)
    // Words lead to what is said about them once that is here.
    await expect(writer.page.getByRole('button', { name: '2 commentaires' })).toBeVisible()
    await writer.page.getByRole('button', { name: 'Écrire' }).click()
    const text = writer.page.getByRole('textbox', { name: 'Texte de la page' })
    await text.getByText('Chaque équipe').click()
    await writer.page.keyboard.press('Home')
    await writer.page.keyboard.type('Dès lundi, ')
    await passage(writer.page, 'une note par semaine').click()
    const card = thread(writer.page, 'une note par semaine')
    await card.getByRole('button', { name: 'Répondre' }).click()
    await card.getByRole('textbox', { name: 'Votre réponse' }).fill('Gardons la semaine pour commencer.')
    await card.getByRole('button', { name: 'Répondre' }).click()
    // What is still in the field has not arrived.
    await expect(card.getByRole('textbox')).toHaveCount(0)
    await expect(card.getByText('Gardons la semaine')).toBeVisible()
    await expect(reader.page.getByRole('status').filter({ hasText: 'Nouveau commentaire' })).toHaveCount(1)
    await expect(thread(reader.page, 'une note par semaine')).toContainText('Gardons la semaine')
    expect(await faultsOf(writer.page)).toEqual([])
  })

  await test.step('the passage goes with its words: a split, a cut and a paste', async () => {
    const text = writer.page.getByRole('textbox', { name: 'Texte de la page' })
    await text.getByText('Dès lundi').click()
    await select(writer.page, 'Dès lundi, ')
    await writer.page.keyboard.press('ArrowRight')
    await aMomentLater(writer.page)
    await writer.page.keyboard.press('Enter')
    await expect(passage(writer.page, 'une note par semaine')).toBeVisible()
    await expect(reader.page.locator('p', { hasText: /^Chaque équipe publie une note/ })).toBeVisible()
    await expect(passage(reader.page, 'une note par semaine')).toBeVisible()
  })

  await test.step('comments from one to the next by keyboard, also while one writes', async () => {
    const text = writer.page.getByRole('textbox', { name: 'Texte de la page' })
    await select(writer.page, 'citées, toujours')
    await text.focus()
    await select(writer.page, 'citées, toujours')
    await writer.page.keyboard.press('Control+Alt+m')
    await writer.page.getByRole('textbox', { name: 'Votre commentaire' }).fill('Même les brèves ?')
    await writer.page.keyboard.press('Control+Enter')
    await expect(thread(writer.page, 'citées, toujours')).toBeFocused()
    await text.focus()
    await writer.page.keyboard.press('Control+Alt+n')
    const first = writer.page.locator('article:focus')
    await expect(first).toHaveCount(1)
    await writer.page.keyboard.press('Control+Alt+n')
    await writer.page.keyboard.press('Control+Alt+p')
    await expect(first).toHaveCount(1)
  })

  await test.step('resolved, and open again', async () => {
    await writer.page.getByRole('button', { name: 'Terminer' }).click()
    const card = thread(writer.page, 'une note par semaine')
    await card.click()
    await card.getByRole('button', { name: 'Résoudre' }).click()
    await expect(card).toHaveCount(0)
    await expect(thread(reader.page, 'une note par semaine')).toHaveCount(0)
    await reader.page.getByRole('button', { name: /Commentaires affichés/ }).click()
    await reader.page.getByRole('option', { name: 'Résolus (1)' }).click()
    await thread(reader.page, 'une note par semaine').click()
    await thread(reader.page, 'une note par semaine').getByRole('button', { name: 'Rouvrir' }).click()
    await reader.page.getByRole('button', { name: /Commentaires affichés/ }).click()
    await reader.page.getByRole('option', { name: /^Ouverts/ }).click()
    await expect(thread(reader.page, 'une note par semaine')).toBeVisible()
  })

  await test.step('when the words go, the quotation stays', async () => {
    const page = (await (await writer.api.get(`/api/pages/${id}`)).json()) as { markdown: string; seq: number }
    const answer = await writer.api.put(`/api/pages/${id}/markdown`, {
      headers: { origin: new URL(writer.page.url()).origin, 'if-match': `"${page.seq}"` },
      data: { markdown: page.markdown.replace('**une note par semaine**', 'ce qu’elle veut') },
    })
    expect(answer.status()).toBe(200)
    const card = thread(reader.page, 'une note par semaine')
    await expect(card.getByText('Le passage n’existe plus')).toBeVisible()
    await expect(passage(reader.page, 'citées, toujours')).toBeVisible()
  })

  await test.step('on a phone the comments lie over the page', async () => {
    await reader.page.setViewportSize(PHONE)
    const sheet = reader.page.getByRole('dialog', { name: 'Commentaires' })
    await expect(sheet).toBeVisible()
    await expect(sheet.getByRole('article')).toHaveCount(3)
    expect(await faultsOf(reader.page)).toEqual([])
    await sheet.getByRole('button', { name: /citées, toujours/ }).click()
    await expect(sheet).toHaveCount(0)
    await expect(passage(reader.page, 'citées, toujours')).toBeInViewport()
    await reader.page.getByRole('button', { name: '3 commentaires' }).click()
    await expect(sheet).toBeVisible()
    // Safari and screen readers press a button without giving it the focus.
    await sheet.getByRole('button', { name: /citées, toujours/ }).evaluate((button: HTMLElement) => button.click())
    await expect(sheet).toHaveCount(0)
  })
})
