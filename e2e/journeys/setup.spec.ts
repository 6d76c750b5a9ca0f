import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../support/server.ts'
import { expect, test } from '../support/test.ts'

test('a first start without the demonstration: its link makes the first administrator, in an empty committee', async ({
  browse,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cenacle-e2e-empty-'))
  const server = await startServer(dataDir, ['--empty'])
  try {
    const secret = /\/installation#(\S+)/.exec(server.said)?.[1]
    const page = await browse({ path: `${server.url}/installation#${secret}` })
    await expect(page.getByRole('heading', { level: 1, name: 'Ouvrez votre comité' })).toBeVisible()
    await page.getByRole('textbox', { name: 'Nom du comité' }).fill('Comité des Deux-Lys')
    await page.getByRole('textbox', { name: 'Prénom et nom' }).fill('Apolline Ricordel')
    await page.getByRole('textbox', { name: 'Adresse électronique' }).fill('apolline.ricordel@deux-lys.example')
    const password = page.getByLabel('Mot de passe', { exact: true })
    await password.fill('trop court')
    await page.getByRole('button', { name: 'Ouvrir le comité' }).click()
    await expect(page.getByText(/trop court/)).toBeVisible()
    await password.fill('une barque au bord du canal')
    await page.getByRole('button', { name: 'Ouvrir le comité' }).click()

    await expect(page.getByRole('heading', { level: 1, name: /Bonjour Apolline/ })).toContainText('Invitez')
    await page.goto(`${server.url}/espaces`)
    await page.getByRole('link', { name: /Comité des Deux-Lys/ }).click()
    await expect(page.getByText('Aucun sujet pour le moment')).toBeVisible()
    const places = page.getByRole('navigation', { name: 'Lieux de l’espace' })
    await places.getByRole('link', { name: 'Pages' }).click()
    await expect(page.getByText('Aucune page pour le moment')).toBeVisible()
    await places.getByRole('link', { name: 'Votes' }).click()
    await expect(page.getByText('Aucun vote dans cet espace')).toBeVisible()

    await page.goto(`${server.url}/installation#${secret}`)
    await expect(page).not.toHaveURL(/installation/)
    await page.close()
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
