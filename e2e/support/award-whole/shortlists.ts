import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { waitDays } from '../award-edition.ts'
import { faultsOf } from '../axe.ts'
import { expect, PHONE, test } from '../test.ts'
import {
  ALERT,
  APOLLINE,
  advance,
  BENCH,
  BERENICE,
  CARD,
  COME,
  type Contexts,
  edition,
  enter,
  FRIDGE,
  MAYOR,
  MENU,
  PAPER,
  proposed,
  SIREN,
  TEAM,
  tab,
  WORDS,
} from './edition.ts'

const ENTERED = [BENCH, CARD, MAYOR, PAPER, WORDS, SIREN, FRIDGE]
/** Two are exactly level at the border of three. */
const SCORES: Record<string, string> = {
  [BENCH]: '91,5',
  [CARD]: '88',
  [MAYOR]: '75,25',
  [PAPER]: '75,25',
  [MENU]: '3',
  [WORDS]: '64',
  [SIREN]: '40,5',
  [FRIDGE]: '71',
}

/** Chooses a file of scores, as a spreadsheet saves it. */
async function giveFile(page: Page, button: string, lines: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ])
  await chooser.setFiles({ name: 'scores.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) })
}

/** Approves of entries in a vote on a shortlist. */
async function approve(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) await page.locator('label', { hasText: title }).click()
  await page.getByRole('button', { name: 'Enregistrer mon vote' }).click()
  await expect(page.getByText(/Votre bulletin est enregistré/)).toBeVisible()
}

/** From the verdicts to a shortlist by score, and a vote on the other. */
export async function runShortlists(contexts: Contexts): Promise<void> {
  await waitDays(edition.product, 2)
  const page = await enter(contexts, APOLLINE, `${edition.path}/dossiers`)

  await test.step('every entry gets a verdict, one with a reason against it', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('8 dossiers attendent une décision')
    for (const title of ENTERED) {
      const accept = page.getByRole('button', { name: new RegExp(`^Recevable\\s: ${title}$`) })
      await accept.click()
      await expect(accept).toHaveCount(0)
    }
    await page.getByRole('button', { name: new RegExp(`^Écarter\\s: ${MENU}$`) }).click()
    const dialog = page.getByRole('dialog', { name: /Écarter/ })
    await dialog.getByRole('textbox', { name: 'Motif' }).fill('Ce n’est pas une équipe publique.')
    await dialog.getByRole('button', { name: 'Écarter' }).click()
    await expect(page.getByText('Aucun dossier n’attend de décision.')).toBeVisible()
    await tab(page, 'Édition').click()
    await advance(page, 'Clore la recevabilité', 'Les dossiers écartés ne seront pas jugés')
    await page.getByRole('link', { name: 'choisir les dossiers que les jurys jugent' }).click()
    await expect(page.getByText('Aucun score n’est importé pour cette édition.')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('a file of scores is refused with what is wrong, line by line; nothing of it is kept', async () => {
    await page.getByRole('button', { name: 'Importer un score' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger le modèle' }).click(),
    ])
    const [head = '', ...lines] = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    const withScores = (scores: Record<string, string>): string[] => [
      head,
      ...lines.map((line) => `${line}${scores[line.split(';')[1] ?? ''] ?? ''}`),
    ]
    const lineOf = (title: string): string => `Ligne ${lines.findIndex((line) => line.includes(title)) + 2}`
    await giveFile(page, 'Choisir le fichier', withScores({ ...SCORES, [CARD]: 'beaucoup', [FRIDGE]: '71,125' }))
    await expect(page.getByText('2 points sont à corriger')).toBeVisible()
    const report = page.getByRole('table', { name: 'À corriger, ligne par ligne' })
    await expect(report.getByRole('row', { name: lineOf(CARD) })).toContainText(/n’est pas un nombre.*beaucoup/)
    await expect(report.getByRole('row', { name: lineOf(FRIDGE) })).toContainText(/trop de décimales.*71,125/)
    await expect(page.getByRole('button', { name: /^Importer \d/ })).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])

    await giveFile(page, 'Choisir un autre fichier', withScores(SCORES))
    await expect(page.getByText(/Le fichier est bon\s: \d scores/)).toBeVisible()
    await expect(
      page.getByRole('table', { name: 'Ce qui sera importé' }).getByRole('row', { name: BENCH }),
    ).toContainText('91,5')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Nom de cette version' }).fill('2026-1')
    await page.getByRole('textbox', { name: 'Formule' }).fill('score = lectures / habitants')
    await page.getByRole('button', { name: /^Importer \d scores$/ }).click()
    await expect(page.getByRole('heading', { name: 'Le score automatique' })).toBeFocused()
    await expect(page.getByRole('heading', { name: /Version 2026-1/ })).toContainText('en vigueur')
    await expect(page.getByText('score = lectures / habitants')).toBeVisible()
  })

  await test.step('a shortlist by score: of those level at the border the office says who', async () => {
    const panel = proposed(page, TEAM)
    await panel.getByRole('textbox', { name: 'Combien de dossiers le jury jugera-t-il ?' }).fill('3')
    await expect(panel.getByText('2 dossiers sont exactement à égalité pour 1 place')).toBeVisible()
    await expect(panel.getByRole('list').first().getByRole('listitem')).toHaveText([
      /banc.*91,5/,
      /carte.*88/,
      /75,25/,
      /75,25/,
    ])
    await panel.getByRole('group', { name: 'À égalité à la limite' }).locator('label', { hasText: MAYOR }).click()
    expect(await faultsOf(page)).toEqual([])
    await panel.getByRole('button', { name: 'Retenir 3 dossiers' }).click()
    await expect(page.getByText(/^3 dossiers sont retenus\. Les jurys/)).toBeVisible()
    const ticked = page.getByRole('group', { name: TEAM }).getByRole('checkbox', { checked: true })
    await expect(ticked).toHaveCount(3)
  })

  const see = proposed(page, ALERT).getByRole('link', { name: 'Voir le vote' })
  await test.step('a vote on the other shortlist is opened', async () => {
    await proposed(page, ALERT).getByRole('button', { name: 'Demander l’avis du jury' }).click()
    const dialog = page.getByRole('dialog', { name: /Demander l’avis du jury/ })
    await dialog.getByRole('textbox', { name: 'Combien de dossiers peut-on cocher ?' }).fill('2')
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Ouvrir le vote' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(proposed(page, ALERT).getByText(/Personne n’a encore voté, sur 2/)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('its jurors vote on it, one by phone', async () => {
    const vote = (await see.getAttribute('href')) ?? ''
    const phone = await enter(contexts, BERENICE, vote, PHONE)
    await expect(phone.getByRole('checkbox')).toHaveCount(3)
    expect(await faultsOf(phone)).toEqual([])
    await approve(phone, [WORDS, FRIDGE])
    await approve(await enter(contexts, COME, vote), [WORDS, FRIDGE])
  })
}
