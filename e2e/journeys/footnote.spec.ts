import type { Locator } from '@playwright/test'
import { DESK, expect, post, test } from '../support/test.ts'

const text = 'Texte de la page'

test('T16: one writes in a footnote while a colleague works all around it: the caret, the words and the note stay', async ({
  enter,
  faults,
}) => {
  // Of the moment without a network.
  faults.expected = /WebSocket connection|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/
  const ann = await enter('maelle-brossard', { viewport: DESK })
  const bob = await enter('stephane-guivarcel', { viewport: DESK })
  const { id: spaceId } = (await (await ann.api.get('/api/spaces/comite')).json()) as { id: string }
  const { id } = await post<{ id: string }>(ann.api, `/api/spaces/${spaceId}/pages`, {
    title: `Notes ${Date.now()}`,
    parentId: null,
    markdown: 'Avant[^1] après.\n\nUn autre paragraphe.\n\n[^1]: le texte',
  })
  for (const { page } of [ann, bob]) {
    await page.goto(`/pages/${id}`)
    await page.getByRole('button', { name: 'Écrire', exact: true }).click()
    await expect(page.getByRole('textbox', { name: text })).toContainText('Un autre paragraphe.')
  }
  const [body, theirs] = [ann, bob].map(({ page }) => page.getByRole('textbox', { name: text })) as [Locator, Locator]
  const box = ann.page.getByRole('textbox', { name: 'Texte de la note' })
  await body.getByRole('note').click()
  await expect(box).toBeFocused()
  for (let i = 0; i < 'xte'.length; i += 1) await ann.page.keyboard.press('ArrowLeft')

  await test.step('words before it, and the whole paragraph made bold', async () => {
    await ann.page.keyboard.type('1')
    await theirs.getByText('Avant').click()
    await bob.page.keyboard.press('Home')
    await bob.page.keyboard.type('Bien ')
    await expect(body).toContainText('Bien')
    await ann.page.keyboard.type('2')
    await expect(theirs.getByRole('note', { name: 'Note 1 le te12xte' })).toBeVisible()
    // As one sees that something is chosen before one makes it bold.
    await expect(async () => {
      await bob.page.keyboard.press('Home')
      await bob.page.keyboard.press('Shift+End')
      await expect(bob.page.getByRole('toolbar', { name: 'Mise en forme de la sélection' })).toBeVisible({
        timeout: 3_000,
      })
    }).toPass()
    await bob.page.keyboard.press('Control+b')
    await expect(body.locator('strong').first()).toBeVisible()
    await ann.page.keyboard.type('3')
    await expect(box).toHaveText('le te123xte')
    await expect(box).toBeFocused()
  })

  await test.step('a note of theirs before it, and words behind it, in one go', async () => {
    await expect(theirs.getByRole('note', { name: 'Note 1 le te123xte' })).toBeVisible()
    await bob.context.setOffline(true)
    await bob.page.keyboard.press('End')
    await bob.page.keyboard.type(' Fin.')
    await bob.page.keyboard.press('Home')
    await bob.page.keyboard.type('/note')
    await expect(bob.page.getByRole('listbox', { name: 'Insérer' })).toBeVisible()
    await bob.page.keyboard.press('Enter')
    await expect(bob.page.getByRole('dialog', { name: 'Note 1' })).toBeVisible()
    await bob.page.keyboard.type('la leur')
    await bob.page.keyboard.press('Escape')
    await bob.context.setOffline(false)
    await expect(body.getByRole('note')).toHaveCount(2, { timeout: 20_000 })
    await ann.page.keyboard.type('4')
    await expect(box).toHaveText('le te1234xte')
    await expect(ann.page.getByRole('dialog', { name: 'Note 2' })).toBeVisible()
    await expect(theirs.getByRole('note', { name: 'Note 2 le te1234xte' })).toBeVisible()
  })

  await test.step('they delete it: its box closes, and nothing of it comes back', async () => {
    await bob.page.keyboard.press('Control+a')
    await bob.page.keyboard.press('Delete')
    await expect(box).toBeHidden()
    await body.click()
    await ann.page.keyboard.type('Encore')
    await expect(theirs).toContainText('Encore')
    await expect(theirs.getByRole('note')).toHaveCount(0)
    await expect(theirs).not.toContainText('Avant')
  })
})
