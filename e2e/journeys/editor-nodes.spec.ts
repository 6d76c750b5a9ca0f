import type { Page } from '@playwright/test'
import { axeFaults } from '../support/axe.ts'
import { DESK, expect, post, test } from '../support/test.ts'
import { aMomentLater } from '../support/writing.ts'

const text = 'Texte de la page'
/** A title of its own for each run on one database. */
const lexicon = `Lexique ${Date.now()}`
/** One pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** Chooses in the slash menu what answers these words. */
async function slash(page: Page, words: string): Promise<void> {
  await page.keyboard.type(`/${words}`)
  await expect(page.getByRole('listbox', { name: 'Insérer' })).toBeVisible()
  await page.keyboard.press('Enter')
}

/** To the end of the line, as soon as the text has the focus: a dialog gives it back a moment after it is gone. */
async function toLineEnd(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: text })).toBeFocused()
  await page.keyboard.press('End')
  await aMomentLater(page)
}

/** No fault that a machine can find, on the screen as it is now. */
async function isClean(page: Page): Promise<void> {
  // A table whose head nobody has written yet is the writer's, not ours.
  expect(await axeFaults(page, (axe) => axe.disableRules('empty-table-header'))).toEqual([])
}

test('everything that a page can hold is written by keyboard, and read by everybody', async ({ enter }) => {
  const { page, api } = await enter('maelle-brossard', { viewport: DESK })
  const { id: spaceId } = (await (await api.get('/api/spaces/comite')).json()) as { id: string }
  const other = await post<{ id: string }>(api, `/api/spaces/${spaceId}/pages`, {
    title: lexicon,
    parentId: null,
    markdown: 'Les mots que nous employons.',
  })
  const { id } = await post<{ id: string }>(api, `/api/spaces/${spaceId}/pages`, {
    title: 'Tout ce que tient une page',
    parentId: null,
    markdown: '',
  })
  await page.goto(`/pages/${id}`)
  await page.getByRole('button', { name: 'Écrire', exact: true }).click()
  const body = page.getByRole('textbox', { name: text })
  await body.click()

  await test.step('the slash menu says where the keys stand, and closes by Escape', async () => {
    await page.keyboard.type('/sous')
    const list = page.getByRole('listbox', { name: 'Insérer' })
    const option = list.getByRole('option', { name: /^Sous-titre/ })
    await expect(option).toHaveAttribute('aria-selected', 'true')
    await expect(body).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '?')
    await isClean(page)
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await expect(body).not.toHaveAttribute('aria-activedescendant')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
  })

  await test.step('a heading, found by its English name, appears in the outline', async () => {
    await slash(page, 'heading')
    await page.keyboard.type('La méthode')
    await expect(page.getByRole('navigation', { name: 'Plan' }).getByText('La méthode')).toBeVisible()
    await page.keyboard.press('Enter')
  })

  await test.step('a person and a page are named by signs', async () => {
    await page.keyboard.type('Relu par @nad')
    await expect(page.getByRole('option', { name: /Nadia Rey/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.type(`avec [[${lexicon.toLowerCase()}`)
    await expect(page.getByRole('option', { name: lexicon })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(body.locator('.mention')).toHaveText(['@Nadia Rey', lexicon])
  })

  await test.step('a footnote is written where it stands, and opened again by Enter', async () => {
    await page.keyboard.type('sur la méthode ')
    await slash(page, 'note')
    const box = page.getByRole('dialog', { name: 'Note 1' })
    await expect(box.getByRole('textbox', { name: 'Texte de la note' })).toBeFocused()
    await page.keyboard.type('Compte rendu du 3 mars, p. 2.')
    await isClean(page)
    await page.keyboard.press('Enter')
    await expect(box).toBeHidden()
    await expect(body).toBeFocused()
    await page.keyboard.type(', et après.')
    const note = body.getByRole('note', { name: 'Note 1 Compte rendu du 3 mars, p. 2.' })
    await expect(note).toHaveText('1')
    // Arrow by arrow until the note is chosen: the browser moves the caret in its own time.
    await expect(async () => {
      await page.keyboard.press('ArrowLeft')
      await expect(body.locator('.footnote.ProseMirror-selectednode')).toBeVisible({ timeout: 200 })
    }).toPass({ intervals: [50] })
    await page.keyboard.press('Enter')
    await expect(box).toBeVisible()
    await page.keyboard.press('Escape')
    await toLineEnd(page)
    await page.keyboard.press('Enter')
  })

  await test.step('formulas: typed between dollars, and in the dialog, which shows what is wrong', async () => {
    await page.keyboard.type('Soit $x^2$ et 5 $ de plus ')
    await expect(body.locator('.math math')).toHaveCount(1)
    await slash(page, 'formule ligne')
    const dialog = page.getByRole('dialog', { name: 'Une formule' })
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await page.keyboard.type('\\frac{a}{')
    await expect(dialog.getByRole('status')).toContainText('n’est pas finie')
    await page.keyboard.type('b}')
    await expect(dialog.locator('math mfrac')).toBeVisible()
    await isClean(page)
    await dialog.getByRole('button', { name: 'Insérer la formule' }).click()
    await expect(dialog).toBeHidden()
    await expect(body.locator('.math-block mfrac')).toBeVisible()
    await body.locator('.math-block').click()
    await expect(dialog.getByRole('textbox')).toHaveValue('\\frac{a}{b}')
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('a link to a page is found by its title', async () => {
    await body.locator('p').last().click()
    await toLineEnd(page)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+k')
    const dialog = page.getByRole('dialog', { name: /mène ce lien/ })
    const field = dialog.getByRole('combobox')
    await field.fill(lexicon.toLowerCase())
    await expect(dialog.getByRole('option', { name: lexicon })).toBeVisible()
    await isClean(page)
    await field.press('Enter')
    await expect(field).toHaveValue(`/pages/${other.id}`)
    await dialog.getByRole('button', { name: 'Poser le lien' }).click()
    await expect(body.locator(`a[href="/pages/${other.id}"]:not(.mention)`)).toHaveText(lexicon)
    await toLineEnd(page)
  })

  await test.step('an image is described, or said to be decorative', async () => {
    await page.keyboard.press('Enter')
    await slash(page, 'image')
    const dialog = page.getByRole('dialog', { name: 'Que montre cette image ?' })
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Choisir une image' }).click()
    await (await chooser).setFiles({ name: 'trait.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') })
    await dialog.getByRole('button', { name: /^Insérer l/ }).click()
    await expect(dialog).toBeVisible()
    const decorative = page.getByRole('checkbox', { name: /décorative/ })
    await dialog.locator('label', { has: decorative }).click()
    await expect(decorative).toBeChecked()
    await dialog.getByRole('button', { name: /^Insérer l/ }).click()
    await expect(body.locator('img[data-decorative]')).toBeVisible()
    await toLineEnd(page)
  })

  await test.step('a file is sent, and stands in the text', async () => {
    await slash(page, 'fichier')
    const dialog = page.getByRole('dialog', { name: 'Joindre un fichier' })
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Choisir un fichier' }).click()
    await (await chooser).setFiles({ name: 'budget.csv', mimeType: 'text/csv', buffer: Buffer.from('poste;somme\n') })
    await expect(body.locator('a.file')).toContainText('budget.csv')
    await expect(body).toBeFocused()
  })

  await test.step('a table: Tab makes a row at its end, keys add rows and columns', async () => {
    await page.keyboard.press('Enter')
    await slash(page, 'tableau')
    await page.keyboard.type('Nom')
    for (let i = 0; i < 9; i += 1) await page.keyboard.press('Tab')
    await expect(body.locator('tr')).toHaveCount(4)
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect(body.locator('tr').first().locator('th')).toHaveCount(4)
    await page.keyboard.press('Control+Shift+Backspace')
    await expect(body.locator('tr')).toHaveCount(3)
  })

  await test.step('words that are selected by mouse have a bar beside them', async () => {
    await body.locator('h2').dblclick({ position: { x: 20, y: 12 } })
    const bar = page.getByRole('toolbar', { name: 'Mise en forme de la sélection' })
    await bar.getByRole('button', { name: 'Italique' }).click()
    await expect(body.locator('h2 em')).toHaveText('La')
    await isClean(page)
  })

  await test.step('everybody reads it', async () => {
    await expect(page.locator('[data-saved="saved"]').first()).toBeVisible()
    await page.getByRole('button', { name: 'Terminer' }).click()
    const read = page.locator('.page-prose')
    await expect(read.locator('span.mention')).toHaveText('@Nadia Rey')
    await expect(read.locator('a.mention')).toHaveAttribute('href', `/pages/${other.id}`)
    await expect(read.locator('math')).toHaveCount(2)
    await expect(read.locator('img[data-decorative]')).toHaveAttribute('alt', '')
    await expect(read.locator('a.file')).toHaveAttribute('download', 'budget.csv')
    await expect(read).toContainText('et 5 $ de plus')
    await read.locator('[role="doc-noteref"]').click()
    await expect(read.locator('[role="doc-endnotes"]').getByRole('listitem')).toContainText(
      'Compte rendu du 3 mars, p. 2.',
    )
    await read.locator('[role="doc-backlink"]').click()
    await expect(page).toHaveURL(/#fnref:1$/)
    await isClean(page)
    const { markdown } = (await (await api.get(`/api/pages/${id}`)).json()) as { markdown: string }
    expect(markdown).toContain('](/personnes/')
    expect(markdown).toContain(`[[${lexicon}]](/pages/${other.id})`)
    expect(markdown).toContain('[^1]: Compte rendu du 3 mars, p. 2.')
    expect(markdown).toContain('"décorative")')
  })
})
