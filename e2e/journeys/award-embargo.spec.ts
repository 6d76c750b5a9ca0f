import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import { faultsOf } from '../support/axe.ts'
import { daysPass } from '../support/days-pass.ts'
import { startServer } from '../support/server.ts'
import { DESK, expect, test } from '../support/test.ts'

const get = async <T>(api: APIRequestContext, url: string): Promise<T> => (await (await api.get(url)).json()) as T

interface Edition {
  id: string
  categories: { voteId: string }[]
}

/** The edition of the demonstration. */
async function editionOf(api: APIRequestContext, origin: string): Promise<Edition> {
  const { items } = await get<{ items: Edition[] }>(api, `${origin}/api/awards`)
  const [edition] = items
  if (!edition) throw new Error('the demonstration has no award')
  return edition
}

async function signIn(api: APIRequestContext, origin: string, who: string): Promise<void> {
  const { password } = await get<{ password: string }>(api, `${origin}/api/demo`)
  const data = { email: `${who}@demo.example`, password }
  const answer = await api.post(`${origin}/api/session`, { headers: { origin }, data })
  expect(answer.ok(), await answer.text()).toBe(true)
}

const sign = async (page: Page, question: string): Promise<void> => {
  await page.getByRole('button', { name: 'Je signe ce palmarès' }).click()
  const asked = page.getByRole('alertdialog', { name: question })
  expect(await faultsOf(page)).toEqual([])
  await asked.getByRole('button', { name: 'Je signe ce palmarès' }).click()
}

// Days pass, for which the product stops and starts again, on whatever else the machine does.
test.setTimeout(600_000)
test('between the close and the palmarès: members read when it is public and nothing else; the office breaks a tie, and two sign', async ({
  contexts,
  faults,
}) => {
  faults.expected = /WebSocket/
  const dataDir = mkdtempSync(join(tmpdir(), 'cenacle-e2e-jury-'))
  await (await startServer(dataDir)).stop()
  await daysPass(dataDir, 20)
  const server = await startServer(dataDir)
  try {
    const member = await contexts.open({ viewport: DESK })
    await signIn(member.context.request, server.url, 'maelle-brossard')
    const edition = await editionOf(member.context.request, server.url)

    await test.step('the page of a jury says when the palmarès is public, and tells nothing else', async () => {
      const { page } = member
      await page.goto(`${server.url}/votes/${edition.categories[0]?.voteId}`)
      await expect(page.getByText(/Le jury est clos\. Le palmarès sera public le \d/)).toBeVisible()
      await expect(page.getByText('Clos, palmarès à venir')).toBeVisible()
      await expect(page.getByText('Votre voix : Le bon poteau')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Résultat' })).toHaveCount(0)
      expect(await faultsOf(page)).toEqual([])
      // No page is left to ask a server that stops.
      await member.context.close()
    })

    const odile = await contexts.open({ viewport: DESK })
    await signIn(odile.context.request, server.url, 'odile-menetrel')

    await test.step('by keyboard, those exactly level are put in order, with a reason', async () => {
      const { page } = odile
      await page.goto(`${server.url}/votes`)
      await expect(page.getByText('Le palmarès attend le bureau, dont vous êtes.')).toBeVisible()
      await page.getByRole('link', { name: 'Voir où en est le prix' }).click()
      await page.getByRole('link', { name: 'Délibérer' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Une égalité à départager, ou à laisser ex æquo')
      await page.getByRole('button', { name: 'Départager' }).press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Départager cette égalité' })
      expect(await faultsOf(page)).toEqual([])
      await dialog.getByRole('button', { name: 'Monter Le numéro sur le frigo' }).press('Enter')
      await expect(dialog.getByRole('button', { name: 'Descendre Le numéro sur le frigo' })).toBeFocused()
      await expect(dialog.getByRole('listitem').first()).toContainText('Le numéro sur le frigo')
      await dialog.getByRole('button', { name: 'Enregistrer cet ordre' }).press('Enter')
      await expect(dialog.getByText('Ce champ est requis.')).toBeVisible()
      const reason = dialog.getByRole('textbox', { name: 'Pourquoi cet ordre' })
      await expect(reason).toBeFocused()
      expect(await faultsOf(page)).toEqual([])
      await reason.fill('Un aimant se reprend partout.')
      await dialog.getByRole('button', { name: 'Enregistrer cet ordre' }).press('Enter')
      await expect(page.getByRole('button', { name: 'Changer l’ordre' })).toBeFocused()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le palmarès est prêt à être signé')
      expect(await faultsOf(page)).toEqual([])
    })

    await test.step('two sign: the first reads that another has to, the second that it is sealed', async () => {
      await sign(odile.page, 'Signer ce palmarès ?')
      await expect(odile.page.getByRole('heading', { name: 'Signer le palmarès' })).toBeFocused()
      await expect(odile.page.getByText('Vous avez signé. Une deuxième personne doit le faire.').first()).toBeVisible()
      await odile.context.close()
      const peio = await contexts.open()
      await signIn(peio.context.request, server.url, 'peio-harispuru')
      await peio.page.goto(`${server.url}/prix/${edition.id}/deliberation`)
      const refused: string[] = []
      peio.page.on('response', (answer) => answer.status() === 409 && refused.push(answer.url()))
      await sign(peio.page, 'Signer et sceller ce palmarès ?')
      await expect(peio.page).toHaveURL(new RegExp(`/prix/${edition.id}$`))
      await expect(peio.page.getByRole('heading', { level: 1 })).toBeFocused()
      await expect(peio.page.getByText(/Le palmarès est scellé/).first()).toBeVisible()
      // The screen hears of the seal before it leaves: it does not ask for what is not deliberated any more.
      expect(refused).toEqual([])
      expect(await faultsOf(peio.page)).toEqual([])
      await peio.context.close()
    })
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
