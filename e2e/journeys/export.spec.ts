import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axeFaults } from '../support/axe.ts'
import { demo, DESK, expect, home, PHONE, post, test } from '../support/test.ts'

/** Opens the dialog from the page that one reads, by keyboard alone. */
async function openExport(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: 'Actions sur la page' })
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.getByRole('menuitem', { name: 'Exporter' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Emporter ces pages' })).toBeVisible()
}

/** Chooses a form by keyboard, asks for it, and reads what came. */
async function take(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  const dialog = page.getByRole('dialog', { name: 'Emporter ces pages' })
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).press('Space')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Exporter' }).press('Enter'),
  ])
  await expect(dialog.getByText(/est dans vos téléchargements/)).toBeVisible()
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('a page leaves in each form, by keyboard; with what is below it as a book', async ({ enter }) => {
  const { page, api } = await enter('maelle-brossard', { viewport: DESK })
  const markdown = '## Première partie\n\nDes mots **importants**.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |'
  const spaces = (await (await api.get('/api/spaces')).json()) as { items: { id: string; slug: string }[] }
  const committee = spaces.items.find(({ slug }) => slug === 'comite')
  const made = await post<{ id: string }>(api, `/api/spaces/${committee?.id}/pages`, {
    title: 'Guide à emporter',
    markdown,
  })
  await post(api, `/api/spaces/${committee?.id}/pages`, {
    title: 'Page du dessous',
    parentId: made.id,
    markdown: 'Sous le guide.',
  })
  await page.goto(`/pages/${made.id}`)
  await openExport(page)
  const starts = [
    ['PDF accessible', 'guide-a-emporter.pdf', '%PDF-1.7'],
    ['Word', 'guide-a-emporter.docx', 'PK'],
    ['Page web', 'guide-a-emporter.html', '<!doctype html>'],
    ['Markdown', 'guide-a-emporter.md', '---\ntitle: "Guide'],
    ['Archive', 'guide-a-emporter.zip', 'PK'],
  ] as const
  for (const [format, name, start] of starts) {
    const got = await take(page, format)
    expect(got.name).toBe(name)
    expect(got.bytes.toString('latin1', 0, start.length)).toBe(start)
  }
  expect(await axeFaults(page, (axe) => axe.include('[role=dialog]'))).toEqual([])
  const dialog = page.getByRole('dialog', { name: 'Emporter ces pages' })
  await dialog.getByRole('radio', { name: /celles d’en dessous/ }).press('Space')
  await expect(dialog.getByText(/Rien n’est encore publié ici/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Exporter' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: /Avec les brouillons/ }).press('Space')
  await expect(dialog.getByText('2 pages partent.')).toBeVisible()
  const book = await take(page, 'Page web')
  expect(book.bytes.toString()).toContain('Sous le guide.')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('the HTML file opens by itself, without the site, and is accessible', async ({ enter, browse }) => {
  const { page, api } = await enter('maelle-brossard', { viewport: DESK })
  const spaces = (await (await api.get('/api/spaces')).json()) as { items: { id: string; slug: string }[] }
  const committee = spaces.items.find(({ slug }) => slug === 'comite')
  const answer = await api.get(`/api/spaces/${committee?.id}/export?format=html&drafts=true`)
  expect(answer.status()).toBe(200)
  const alone = await browse({ viewport: PHONE })
  const asked: string[] = []
  alone.on('request', (request) => asked.push(request.url()))
  await alone.setContent(await answer.text())
  await expect(alone.getByRole('heading', { level: 1 })).toBeVisible()
  expect(asked.filter((url) => /^https?:/.test(url))).toEqual([])
  expect(await alone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  expect(await axeFaults(alone, (axe) => axe.withTags(standards))).toEqual([])
  await page.close()
})

test('who loses the right between the dialog and the download gets nothing but words', async ({ enter }) => {
  const owner = await enter('maelle-brossard')
  const guest = await enter('benoit-wallaert', { viewport: DESK })
  const { people: all } = await demo(owner.api)
  const me = all.find(({ email }) => email.startsWith('benoit-wallaert@'))
  const people = [{ personId: me?.id, role: 'reader' }]
  const loop = await post<{ id: string }>(owner.api, '/api/spaces', { name: 'Boucle à exporter', people })
  const { id } = await post<{ id: string }>(owner.api, `/api/spaces/${loop.id}/pages`, {
    title: 'Entre nous',
    markdown: 'Un secret.',
  })
  await guest.page.goto(`/pages/${id}`)
  await openExport(guest.page)
  expect((await take(guest.page, 'Markdown')).bytes.toString()).toContain('Un secret.')
  const headers = { origin: home() }
  const gone = await owner.api.delete(`/api/spaces/${loop.id}/people/${me?.id}`, { headers })
  expect(gone.ok()).toBe(true)
  for (const format of ['md', 'html', 'pdf', 'docx', 'zip'])
    expect((await guest.api.get(`/api/pages/${id}/export?format=${format}`)).status(), format).toBe(404)
  await expect(guest.page.getByText('Un secret.')).toBeHidden()
})
