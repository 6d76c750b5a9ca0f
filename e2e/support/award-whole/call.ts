import type { Page } from '@playwright/test'
import { aCommittee, ask, fieldIn } from '../award-edition.ts'
import { choose, DESK, expect, mailsTo, test } from '../test.ts'
import {
  ALERT,
  advance,
  at,
  BENCH,
  BERENICE,
  CARD,
  COME,
  type Contexts,
  edition,
  FRIDGE,
  get,
  idOf,
  MAYOR,
  MENU,
  NAME,
  PAPER,
  SIREN,
  TEAM,
  tab,
  WORDS,
} from './edition.ts'

const VISITOR = 'ilyes.corbier@val-sauldre.example'

async function describe(page: Page, category: string, title: string): Promise<void> {
  await page.locator('label', { hasText: category }).click()
  await page.getByRole('textbox', { name: 'Le titre du dossier' }).fill(title)
  await page.getByRole('textbox', { name: 'L’organisation qui le présente' }).fill(`Commune de ${title}`)
  await page.getByRole('textbox', { name: 'Le résumé' }).fill('Douze phrases gravées, une par habitante.')
}

/** From the creation of the edition to the entries that were filed. */
export async function runCall(contexts: Contexts): Promise<void> {
  const [founder, member, other] = [
    await contexts.open({ viewport: DESK }),
    await contexts.open(),
    await contexts.open(),
  ]
  const api = member.context.request
  await aCommittee(edition.product, [founder.context.request, api, other.context.request])
  const { page } = founder

  await test.step('the office creates the edition', async () => {
    await page.goto(at('/prix'))
    await page.getByRole('link', { name: 'Créer une édition' }).first().click()
    await page.getByRole('textbox', { name: 'Nom du prix' }).fill(NAME)
    await page.getByLabel(/Clôture de l’appel/).fill(fieldIn(1))
    await page.getByLabel(/Clôture des jurys/).fill(fieldIn(60))
    await page.getByLabel(/Publication du palmarès/).fill(fieldIn(90))
    await page.getByRole('button', { name: 'Créer une édition' }).click()
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(NAME) })).toBeVisible()
    edition.path = new URL(page.url()).pathname
  })

  await test.step('one category for everybody by mentions, one for a team by criteria', async () => {
    await page.getByRole('link', { name: 'créer au moins une catégorie' }).click()
    await page.getByRole('link', { name: 'Ajouter une catégorie' }).first().click()
    await page.getByRole('textbox', { name: 'Nom de la catégorie' }).fill(TEAM)
    await page.getByRole('textbox', { name: 'Question posée au jury' }).fill('Quel projet nous apprend le plus ?')
    await page.getByRole('button', { name: 'Ajouter une catégorie' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Une catégorie' })).toBeVisible()
    await page.getByRole('link', { name: 'Ajouter une catégorie' }).click()
    await page.getByRole('textbox', { name: 'Nom de la catégorie' }).fill(ALERT)
    await page.getByRole('textbox', { name: 'Question posée au jury' }).fill('Quelle campagne protège vraiment ?')
    await choose(page, 'Par une grille de critères')
    await page.getByRole('textbox', { name: 'Critère 1' }).fill('Effet')
    await page.getByRole('textbox', { name: 'Poids' }).first().fill('3')
    await page.getByRole('textbox', { name: 'Critère 2' }).fill('Clarté')
    await page.getByRole('button', { name: 'Retirer la médaille 3' }).click()
    await choose(page, 'Une équipe')
    for (const { name } of [BERENICE, COME]) {
      await page.getByRole('searchbox', { name: 'Membres de l’équipe' }).fill(name.split(' ')[1] ?? '')
      await page.getByRole('option', { name: new RegExp(name) }).click()
    }
    await page.getByRole('textbox', { name: 'Jugements nécessaires par dossier' }).fill('2')
    await page.getByRole('button', { name: 'Ajouter une catégorie' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '2 catégories' })).toBeVisible()
  })

  await test.step('the call opens', async () => {
    await tab(page, 'Édition').click()
    await advance(page, 'Ouvrir l’appel', 'Les 2 catégories')
    await expect(page.getByText(/Les dossiers arrivent/)).toBeVisible()
  })

  await test.step('a visitor without an account enters, and confirms by the mail’s link', async () => {
    const { page } = await contexts.open()
    await page.goto(at('/appel'))
    await page.getByRole('link', { name: `Déposer un dossier pour ${NAME}` }).click()
    await describe(page, TEAM, BENCH)
    await page.getByRole('textbox', { name: 'Prénom et nom' }).fill('Ilyès Corbier')
    await page.getByRole('textbox', { name: 'Adresse électronique' }).fill(VISITOR)
    await page.locator('label', { hasText: 'J’accepte que le comité utilise' }).click()
    await page.getByRole('button', { name: 'Envoyer le dossier' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Confirmez par le lien du courriel' })).toBeVisible()
    await expect.poll(() => mailsTo(VISITOR, edition.product.dataDir).length).toBe(1)
    const { pathname, hash } = new URL(
      /https?:\/\/\S+/.exec(mailsTo(VISITOR, edition.product.dataDir)[0] ?? '')?.[0] ?? '',
    )
    await page.goto(at(pathname + hash))
    await page.getByRole('button', { name: 'Déposer le dossier' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Votre dossier est déposé' })).toBeVisible()
  })

  await test.step('a member enters from inside', async () => {
    const { page } = member
    await page.goto(at(edition.path))
    await page.getByRole('link', { name: 'Déposer un dossier', exact: true }).click()
    await describe(page, ALERT, WORDS)
    await page.getByRole('button', { name: 'Déposer le dossier' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Le dossier est déposé' })).toBeVisible()
  })

  const { categories } = await get<{ categories: { id: string; name: string }[] }>(page, `/api/awards/${idOf()}`)
  const others: [string, string][] = [
    ...[CARD, MAYOR, PAPER, MENU].map((title): [string, string] => [TEAM, title]),
    ...[SIREN, FRIDGE].map((title): [string, string] => [ALERT, title]),
  ]
  for (const [category, title] of others)
    await ask(edition.product, api, ['post', `/api/awards/${idOf()}/entries`], {
      categoryId: categories.find(({ name }) => name === category)?.id,
      title,
      organisation: `Commune de ${title}`,
      summary: 'Un projet simple.',
    })
}
