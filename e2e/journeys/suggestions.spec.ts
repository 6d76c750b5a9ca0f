import type { Page } from '@playwright/test'
import { axeFaults } from '../support/axe.ts'
import { demo, DESK, expect, PHONE, post, test } from '../support/test.ts'
import { aMomentLater, textOf } from '../support/writing.ts'

const barOf = (page: Page) => page.getByRole('region', { name: 'Suggestions' })

test('an ambassador suggests; a writer accepts one suggestion and refuses another, by keyboard alone', async ({
  enter,
}) => {
  const { page: writer, api } = await enter('maelle-brossard', { viewport: DESK })
  const { people } = await demo(api)
  const commenter = people.find(({ spaces }) =>
    spaces.some(({ slug, role }) => slug === 'comite' && role === 'commenter'),
  )
  const space = commenter?.spaces.find(({ slug }) => slug === 'comite')
  if (!commenter || !space) throw new Error('the demonstration has a person who may comment')
  const made = await post<{ id: string }>(api, `/api/spaces/${space.id}/pages`, {
    title: 'Règles de la veille',
    markdown: 'Chaque note a un titre.\n\nElle cite sa source.',
  })
  const path = `/pages/${made.id}`
  const key = commenter.email.replace('@demo.example', '')
  const { page } = await enter(key, { viewport: PHONE, path })

  await test.step('who may not write suggests', async () => {
    await expect(page.getByRole('button', { name: 'Écrire' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Suggérer' }).click()
    await expect(page.getByText('Vous suggérez')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Titre de la page' })).toHaveAttribute('readonly', '')
    const text = textOf(page)
    await text.getByText('Chaque note a un titre.').click()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await aMomentLater(page)
    await page.keyboard.type(' court')
    await expect(text.locator('ins')).toHaveText(' court')
    await text.getByText('Elle cite sa source.').click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await aMomentLater(page)
    await page.keyboard.press('Delete')
    await expect(text.locator('del')).toHaveText(/^Elle ?$/)
    await expect(barOf(page).getByRole('status')).toHaveText('2 suggestions')
    await expect(page.getByText('Enregistré').first()).toBeVisible()
  })

  await test.step('emphasis is refused in words, and nothing changes', async () => {
    await textOf(page).getByText('cite sa source.').click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+b')
    await expect(page.getByText(/La mise en forme ne se suggère pas/)).toBeVisible()
    await expect(textOf(page).locator('strong')).toHaveCount(0)
  })

  await test.step('one who reads sees how many wait, and the text as it is', async () => {
    await writer.goto(path)
    await expect(writer.getByText('2 suggestions en attente')).toBeVisible()
    await expect(writer.getByText('Chaque note a un titre.')).toBeVisible()
    await writer.getByRole('button', { name: 'Voir' }).click()
    await expect(writer.getByText(/Ajoute «\s*court\s*»/)).toBeVisible()
    expect((await axeFaults(writer)).filter((fault) => /^(?:serious|critical)/.test(fault))).toEqual([])
  })

  await test.step('the writer settles them without leaving the keyboard', async () => {
    await writer.keyboard.press('e')
    await expect(textOf(writer)).toBeFocused()
    await expect(barOf(writer).getByRole('status')).toHaveText('2 suggestions')
    await writer.keyboard.press('F8')
    await expect(barOf(writer).getByRole('button', { name: 'Accepter', exact: true })).toBeFocused()
    await expect(barOf(writer).getByText(commenter.name)).toBeVisible()
    expect((await axeFaults(writer)).filter((fault) => /^(?:serious|critical)/.test(fault))).toEqual([])
    await writer.keyboard.press('Enter')
    await expect(barOf(writer).getByRole('status')).toHaveText('1 suggestion')
    await expect(barOf(writer).getByRole('button', { name: 'Accepter', exact: true })).toBeFocused()
    // The next suggestion has the same button, and gives it the focus with the next picture.
    await aMomentLater(writer)
    await writer.keyboard.press('Tab')
    await expect(barOf(writer).getByRole('button', { name: 'Refuser', exact: true })).toBeFocused()
    await writer.keyboard.press('Enter')
    await expect(textOf(writer).locator('ins, del')).toHaveCount(0)
    await expect(textOf(writer)).toBeFocused()
    await expect(textOf(writer)).toContainText('Chaque note a un titre court.')
    await expect(textOf(writer)).toContainText('Elle cite sa source.')
  })

  await test.step('the ambassador sees it at once, and the text is as it was settled', async () => {
    await expect(textOf(page).locator('ins, del')).toHaveCount(0)
    await expect(textOf(page)).toContainText('Chaque note a un titre court.')
    await expect
      .poll(async () => ((await (await api.get(`/api/pages/${made.id}`)).json()) as { markdown: string }).markdown)
      .toBe('Chaque note a un titre court.\n\nElle cite sa source.\n')
  })

  await test.step('a writer suggests too, and all are refused at once, with a way back', async () => {
    await writer.getByRole('button', { name: 'Suggérer' }).click()
    await expect(textOf(writer)).toBeFocused()
    await writer.keyboard.press('Control+End')
    await aMomentLater(writer)
    await writer.keyboard.press('Enter')
    await writer.keyboard.type('Et sa date.')
    await expect(textOf(writer).locator('ins[data-boundary="split"]')).toHaveCount(1)
    await barOf(writer).getByRole('button', { name: 'Tout refuser' }).click()
    await writer.getByRole('alertdialog').getByRole('button', { name: 'Tout refuser' }).click()
    await expect(textOf(writer).locator('ins, del')).toHaveCount(0)
    // The question has a button of that name too.
    await expect(writer.getByRole('alertdialog')).toBeHidden()
    await writer.getByRole('button', { name: 'Annuler', exact: true }).last().click()
    await expect(textOf(writer).locator('ins').last()).toHaveText('Et sa date.')
    await barOf(writer).getByRole('button', { name: 'Tout accepter' }).click()
    await writer.getByRole('alertdialog').getByRole('button', { name: 'Tout accepter' }).click()
    await expect
      .poll(async () => ((await (await api.get(`/api/pages/${made.id}`)).json()) as { markdown: string }).markdown)
      .toBe('Chaque note a un titre court.\n\nElle cite sa source.\n\nEt sa date.\n')
  })
})
