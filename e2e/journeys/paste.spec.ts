import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { PageAnswer } from '@cenacle/contract/page'
import { DESK, expect, post, test } from '../support/test.ts'

const fixtures = new URL('../../client/src/editor/paste/fixtures/', import.meta.url)
const names = readdirSync(fixtures).filter((name) => name.endsWith('.html'))

/** Gives the browser what an application puts into the clipboard, as a key press would. */
const pasteHtml = (page: Page, html: string) =>
  page.getByRole('textbox', { name: 'Texte de la page' }).evaluate((editor, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', 'autre')
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)

test('what Word, LibreOffice, Google Docs and Outlook copy arrives as their golden files say', async ({
  enter,
  faults,
}) => {
  // ProseMirror reads the clipboard in a document that is never shown; its styles, which say what is bold, must not apply there either.
  faults.expected = /Applying inline style violates/
  const { page, api } = await enter('maelle-brossard', { viewport: DESK })
  const { id } = await post<PageAnswer>(api, '/api/spaces/comite/pages', { title: 'Collages' })
  await page.goto(`/pages/${id}`)
  await page.getByRole('button', { name: 'Écrire' }).click()
  const text = page.getByRole('textbox', { name: 'Texte de la page' })
  for (const name of names) {
    await test.step(name, async () => {
      await text.click()
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Delete')
      await pasteHtml(page, readFileSync(new URL(name, fixtures), 'utf8'))
      const golden = readFileSync(new URL(name.replace('.html', '.md'), fixtures), 'utf8')
      await expect
        .poll(async () => ((await (await api.get(`/api/pages/${id}`)).json()) as PageAnswer).markdown)
        .toBe(golden)
    })
  }
})
