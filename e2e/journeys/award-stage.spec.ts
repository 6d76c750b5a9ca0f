import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { aCommittee, ask, judgedEdition, type Product, sealFor } from '../support/award-edition.ts'
import { faultsOf } from '../support/axe.ts'
import { startServer } from '../support/server.ts'
import { DESK, expect, test } from '../support/test.ts'

const ROOM = { width: 1280, height: 720 }
// How it opens by itself at its second is in award-whole.spec.ts.
const SOON_MS = 1_000
const LONG = 'Mon collègue est une piscine : dix portraits décalés de celles et ceux qui accueillent'
const REASON = 'Le jury n’y a pas vu de démarche à reprendre.'

let product: Product
test.beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cenacle-award-'))
  product = { dataDir, server: await startServer(dataDir, ['--empty']) }
})
test.afterAll(async () => {
  await product.server.stop()
  rmSync(product.dataDir, { recursive: true, force: true })
})

const winners = ['La météo des services', 'Le fil des crues', LONG, 'Une journée la nuit']
/** Which of the winners are anywhere in the document. */
const namedIn = async (page: Page): Promise<string[]> => {
  const html = await page.content()
  return winners.filter((title) => html.replaceAll('\u00a0', ' ').replaceAll('&nbsp;', ' ').includes(title))
}
/** What the screen says at the same time to who does not see it. */
const heard = (page: Page) => page.getByRole('status').first()

// Its jury takes days: the product stops and starts again twice, on whatever else the machine does.
test.setTimeout(600_000)
test('a palmarès that is public; on stage nothing is in the document before its level; a name is corrected by two people', async ({
  contexts,
  faults,
}) => {
  // The line is cut on purpose while the stage is shown.
  faults.expected = /ERR_INTERNET_DISCONNECTED/
  const [founder, first, second] = [
    await contexts.open({ viewport: DESK }),
    await contexts.open({ viewport: DESK }),
    await contexts.open(),
  ]
  const apis = [founder, first, second].map(({ context }) => context.request) as Parameters<typeof aCommittee>[1]
  const visitor = await contexts.open()
  const room = await contexts.open({ viewport: ROOM })
  await aCommittee(product, apis)
  const { id, categoryIds } = await judgedEdition(product, apis, [
    {
      name: 'Réseaux sociaux',
      entries: [
        ['La météo des services', 'Ville de Saint-Malo'],
        ['Le fil des crues', 'Département du Lot'],
        ['Votez pour le banc', 'Métropole de Dijon'],
      ],
      grades: [
        [6, 5, 3],
        [6, 4, 2],
      ],
    },
    {
      name: 'Communication interne',
      entries: [
        ['Une journée la nuit', 'Communauté d’agglomération des Pays réunis'],
        [LONG, 'Syndicat intercommunal des eaux et de l’assainissement du Vexin français'],
      ],
      grades: [
        [5, 5],
        [4, 4],
      ],
    },
  ])
  const withheld = { withheld: [{ medal: 'Bronze', reason: REASON }] }
  await ask(product, apis[0], ['put', `/api/award-categories/${categoryIds[0]}/deliberation`], withheld)
  const url = (path: string): string => `${product.server.url}${path}`

  await test.step('who runs the award rehearses with invented winners', async () => {
    const { page } = founder
    await page.goto(url(`/palmares/${id}`))
    await page.getByRole('link', { name: 'Répéter la scène' }).click()
    await expect(page.getByText('Les lauréats sont inventés')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    for (const key of ['Space', 'PageDown']) await page.keyboard.press(key)
    await expect(heard(page)).toHaveText(/^Bronze\s: Dossier inventé n°\s3/)
    expect(await namedIn(page)).toEqual([])
  })

  await sealFor(product, [apis[0], apis[1]], id, SOON_MS)

  await test.step('everybody reads it, and how it was counted', async () => {
    const { page } = visitor
    await page.goto(url(`/palmares/${id}`))
    await expect(page.getByRole('heading', { name: 'Vérifier ce palmarès' })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'Ville de Saint-Malo' }).first()).toContainText('Or')
    await expect(page.getByText('ex æquo').first()).toBeVisible()
    await expect(page.getByText(`Raison : ${REASON}`)).toBeVisible()
    await page.getByText('Comment on l’a compté').first().click()
    await expect(page.getByText(/2 personnes ont voté sur 3/).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Profil de mérite' }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Vérifier ici' }).click()
    await expect(page.getByText('ce que vous lisez est ce qui a été signé')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('on stage, by keyboard and without a network, each level when its turn has come', async () => {
    const { page, context } = room
    await page.goto(url(`/palmares/${id}/scene`))
    await expect(page.getByText('Espace ou → pour commencer')).toBeVisible()
    expect(await namedIn(page)).toEqual([])
    await context.setOffline(true)
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Conduire la scène' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    const see = async (key: string, said: string | RegExp, named: string[]): Promise<void> => {
      await page.keyboard.press(key)
      await expect(heard(page)).toHaveText(said)
      expect(await namedIn(page)).toEqual(named)
    }
    await see('Space', 'Catégorie 1 : Réseaux sociaux.', [])
    await see('ArrowRight', /^Bronze\s: non attribuée/, [])
    await see('PageDown', 'Argent : Le fil des crues, Département du Lot.', ['Le fil des crues'])
    expect(await faultsOf(page)).toEqual([])
    await see('PageUp', /^Bronze\s: non attribuée/, [])
    await see('Space', /^Argent/, ['Le fil des crues'])
    await see('Space', /^Or\s: La météo/, ['La météo des services', 'Le fil des crues'])
    await see('2', 'Catégorie 2 : Communication interne.', [])
    await see('Space', /^Or, ex æquo\s:/, [LONG, 'Une journée la nuit'])
    await expect(page.getByText('La médaille « Argent » n’est donc pas attribuée.')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await see('End', 'Félicitations à toutes et à tous', [])
    await see('Home', /Les Hashtags 2026/, [])
    await page.keyboard.press('c')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Réseaux sociaux/ })
      .click()
    await expect(heard(page)).toHaveText('Catégorie 1 : Réseaux sociaux.')
    await page.getByRole('button', { name: 'Suivant' }).click()
    await expect(heard(page)).toHaveText(/^Bronze/)
    await context.setOffline(false)
  })

  await test.step('a name is corrected by two people; both versions are read, each with its hash', async () => {
    const { page } = founder
    await page.goto(url(`/palmares/${id}`))
    await page.getByRole('link', { name: 'Corriger une erreur' }).click()
    // The palmarès has details to open, too.
    await expect(page.getByRole('heading', { level: 1, name: 'Corriger le palmarès publié' })).toBeVisible()
    await page.locator('summary', { hasText: 'Réseaux sociaux' }).click()
    await page.getByRole('textbox', { name: 'Organisation' }).first().fill('Ville de Saint-Malo-sur-Mer')
    await page.getByRole('textbox', { name: /Raison de la correction/ }).fill('Le nom de la ville était incomplet.')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Proposer la correction' }).click()
    await expect(page.getByRole('heading', { name: 'Une correction attend des signatures' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Signer', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Signer', exact: true }).click()
    await expect(page.getByText('1 signature sur deux')).toBeVisible()
    const other = first.page
    await other.goto(url(`/palmares/${id}/erratum`))
    await other.getByRole('button', { name: 'Signer et publier' }).click()
    await other.getByRole('alertdialog').getByRole('button', { name: 'Signer et publier' }).click()
    await expect(other.getByText('Ce palmarès a été corrigé')).toBeVisible()
    await visitor.page.reload()
    await expect(visitor.page.getByText('Ville de Saint-Malo-sur-Mer').first()).toBeVisible()
    await expect(visitor.page.getByText('Raison : Le nom de la ville était incomplet.').first()).toBeVisible()
    await visitor.page.getByRole('link', { name: 'Lire la version 1' }).first().click()
    await expect(visitor.page.getByText('Vous lisez une version antérieure')).toBeVisible()
    await visitor.page.getByRole('button', { name: 'Vérifier ici' }).click()
    await expect(visitor.page.getByText('ce que vous lisez est ce qui a été signé')).toBeVisible()
    expect(await faultsOf(visitor.page)).toEqual([])
  })
})
