import type { Page } from '@playwright/test'
import type { PageAnswer } from '@cenacle/contract/page'
import { zip } from '../../server/test/archives.ts'
import { convert, without } from '../../server/test/office.ts'
import { axeFaults } from '../support/axe.ts'
import { DESK, expect, test } from '../support/test.ts'
import { aMomentLater } from '../support/writing.ts'

const NOTE = `<html><body><h1>Restitution des mobilités</h1><p>Le groupe a retenu <b>trois mesures</b><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>
<ol><li><p>Recenser</p><ol><li><p>par commune</p></li></ol></li><li><p>Décider</p></li></ol>
<table border="1"><tr><td><p>Étape</p></td><td><p>Date</p></td></tr><tr><td><p>Enquête</p></td><td><p>avril</p></td></tr></table>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Voir le compte rendu.</p></div></body></html>`

const isClean = async (page: Page): Promise<void> => expect(await axeFaults(page)).toEqual([])

test('a Word document is looked at, then it is a page', async ({ enter }, testInfo) => {
  testInfo.skip(without('soffice') !== false, 'LibreOffice is not on this machine')
  const odt = await convert({ name: 'note.html', bytes: NOTE }, 'odt', 'HTML (StarWriter)')
  const docx = await convert({ name: 'note.odt', bytes: odt }, 'docx')
  const { page, api } = await enter('maelle-brossard', { path: '/espaces/comite/pages' })
  await page.getByRole('link', { name: 'Importer des pages' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Importez des pages' })).toBeFocused()
  await isClean(page)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'note.docx', mimeType: 'application/octet-stream', buffer: docx })
  await expect(page.getByRole('heading', { level: 1, name: /Vérifiez l’import/ })).toBeVisible()
  await expect(page.getByText('Restitution des mobilités', { exact: true })).toBeVisible()
  await expect(page.getByText('Rien n’est encore créé')).toBeVisible()
  await isClean(page)
  await page.getByRole('button', { name: 'Importer 1 page' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Toutes les pages sont dans' })).toBeVisible()
  await isClean(page)
  await page.getByRole('link', { name: 'Restitution des mobilités' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Restitution des mobilités' })).toBeVisible()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const { markdown } = (await (await api.get(`/api/pages/${id}`)).json()) as PageAnswer
  expect(markdown).toBe(
    'Le groupe a retenu **trois mesures**[^1].\n\n1. Recenser\n   1. par commune\n2. Décider\n\n| Étape | Date |\n| --- | --- |\n| Enquête | avril |\n\n[^1]: Voir le compte rendu.\n',
  )
})

test('a zip becomes a tree under a page that one chooses; a closed tab loses nothing; a refused one says why', async ({
  enter,
}) => {
  const bytes = await zip({
    'guide/README.md': '# Guide de l’accueil\n\n[Suite](suite.md)',
    'guide/suite.md': '# La suite\n\n[retour](README.md) [rien](absent.md)',
    'guide/annexe/tableau.xlsx': 'x',
  })
  const { page } = await enter('maelle-brossard', { viewport: DESK, path: '/espaces/comite/importer' })
  const files = page.locator('input[type=file]')
  await files.setInputFiles({ name: 'cassé.zip', mimeType: 'application/zip', buffer: bytes.subarray(0, 60) })
  await expect(page.getByRole('alert')).toContainText('Cette archive ZIP ne peut pas être lue')
  await files.setInputFiles({ name: 'guide.zip', mimeType: 'application/zip', buffer: bytes })
  await expect(
    page.getByRole('heading', { level: 2, name: '2 choses ne sont pas venues telles quelles' }),
  ).toBeVisible()
  await page.goto('/espaces/comite/importer')
  await page.getByRole('link', { name: 'guide', exact: true }).first().click()
  await expect(page.getByText('un lien ne mène nulle part : absent.md')).toBeVisible()
  await page.getByRole('button', { name: /Emplacement/ }).click()
  await page.getByRole('option').nth(1).click()
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await isClean(page)
  await page.getByRole('button', { name: 'Importer 2 pages' }).click()
  await page.getByRole('link', { name: 'La suite' }).click()
  await page.getByRole('link', { name: 'retour' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Guide de l’accueil' })).toBeVisible()
})

test('a text that is pasted becomes a page; discarded, nothing remains', async ({ enter }) => {
  const { page } = await enter('maelle-brossard', { path: '/espaces/comite/importer' })
  await expect(page.getByRole('heading', { level: 1, name: 'Importez des pages' })).toBeVisible()
  await aMomentLater(page)
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', '<h1>Note collée</h1><ul><li>un</li></ul>')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  await expect(page.getByText('Note collée', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Abandonner' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Importez des pages' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Texte collé' })).toHaveCount(0)
})
