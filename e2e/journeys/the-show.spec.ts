import type { Page } from '@playwright/test'
import { DESK, expect, post, test } from '../support/test.ts'
import { aMomentLater } from '../support/writing.ts'

const GUIDE = 'Documenter les données'
const VOTE = /Faut-il accueillir Yanis Bellegarde/

const text = (page: Page) => page.getByRole('textbox', { name: 'Texte de la page' })
const footOf = (page: Page) => page.getByRole('navigation', { name: 'Lieux principaux' }).filter({ visible: true })
const saved = (page: Page) => page.locator('[data-saved="saved"]').filter({ hasText: 'Enregistré' }).first()

/** Types a line of its own at the end of the page. */
async function writeAtEnd(page: Page, line: string): Promise<void> {
  await text(page).press('Control+End')
  await aMomentLater(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type(line, { delay: 15 })
}

/** The home page has a region of the same name, and stays until the list of places is there. */
async function openCommittee(page: Page): Promise<void> {
  await footOf(page).getByRole('link', { name: 'Espaces' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Où voulez-vous aller ?' })).toBeVisible()
  await page.getByRole('region', { name: 'Le comité' }).getByRole('link').first().click()
}

test('one committee on two screens: writing together, answering, a veto', async ({ browse, enter }) => {
  const page = await browse({ path: '/' })
  await page
    .getByRole('list', { name: 'Pour commencer' })
    .getByRole('button', { name: /Maëlle Brossard/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /Bonjour Maëlle/ })).toBeVisible()
  const hugo = await enter('hugo-lestrade', { viewport: DESK })

  await test.step('an imported guide is read, then written by two', async () => {
    await openCommittee(page)
    const places = page.getByRole('navigation', { name: 'Lieux de l’espace' }).filter({ visible: true })
    await places.getByRole('link', { name: 'Pages' }).click()
    // Unfolded or not, as many pages as there are: the arrow shows what is below.
    const guide = page.getByRole('main').getByRole('link', { name: GUIDE })
    await page.getByRole('row', { name: 'Introduction', exact: true }).press('ArrowRight')
    await guide.click()
    await expect(page.getByRole('heading', { level: 1, name: GUIDE })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: /Description générale du jeu de données/ })).toBeVisible()
    await page.getByRole('button', { name: 'Écrire' }).click()
    await expect(text(page)).toBeVisible()
    await hugo.page.goto(new URL(page.url()).pathname)
    await hugo.page.getByRole('button', { name: 'Écrire' }).click()
    await expect(text(hugo.page)).toBeVisible()

    await writeAtEnd(page, 'Maëlle relit ce guide dans le train.')
    await expect(text(hugo.page)).toContainText('Maëlle relit ce guide dans le train.')
    await expect(hugo.page.locator('.caret[title="Maëlle Brossard"]')).toContainText('Maëlle B.')
    await writeAtEnd(hugo.page, 'Hugo complète depuis son bureau.')
    await expect(text(page)).toContainText('Hugo complète depuis son bureau.')
    await expect(page.locator('.caret[title="Hugo Lestrade"]')).toContainText('Hugo L.')
    await expect(saved(page)).toBeVisible()
    await expect(saved(hugo.page)).toBeVisible()
    await expect(page.getByText('2 personnes écrivent').last()).toBeVisible()

    await page.getByRole('button', { name: 'Terminer' }).click()
    await expect(text(page)).toHaveCount(0)
    await expect(page.getByText('Maëlle relit ce guide dans le train.').last()).toBeVisible()
    await expect(page.getByText('Hugo complète depuis son bureau.').last()).toBeVisible()
  })

  await test.step('an answer arrives on the other screen by itself', async () => {
    const { id } = await post<{ id: string }>(hugo.api, `/api/spaces/${await committeeId(hugo.page)}/topics`, {
      title: 'Qui relit le guide avant vendredi ?',
      body: 'Il reste la dernière partie.',
    })
    await hugo.page.goto(`/sujets/${id}`)
    await expect(hugo.page.getByText('Il reste la dernière partie.')).toBeVisible()
    await openCommittee(page)
    await page.getByRole('link', { name: /Qui relit le guide avant vendredi/ }).click()
    await page.getByRole('textbox', { name: 'Votre réponse' }).fill('Je la relis **ce soir**.')
    await page.getByRole('button', { name: 'Répondre' }).click()
    await expect(page.getByRole('article').filter({ hasText: 'Je la relis ce soir.' })).toBeVisible()
    const arrived = hugo.page.getByRole('article').filter({ hasText: 'Je la relis ce soir.' })
    await expect(arrived).toBeVisible()
    await expect(arrived).toContainText('Maëlle Brossard')
    await expect(arrived.locator('strong')).toHaveText('ce soir')
  })

  await test.step('a veto with a reason blocks the candidacy, for everybody at once', async () => {
    await footOf(page).getByRole('link', { name: 'Votes' }).click()
    await page.getByRole('link', { name: VOTE }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: VOTE })).toBeVisible()
    await hugo.page.goto(new URL(page.url()).pathname)
    await expect(hugo.page.getByRole('heading', { level: 1, name: VOTE })).toBeVisible()

    await page.getByRole('button', { name: 'Poser un veto motivé' }).click()
    const dialog = page.getByRole('dialog', { name: /Poser un veto sur cette candidature/ })
    const reason = dialog.getByRole('textbox', { name: 'Votre motif' })
    await reason.fill('Trop tôt.')
    await dialog.getByRole('button', { name: 'Poser un veto motivé' }).click()
    await expect(reason).toHaveAttribute('aria-invalid', 'true')
    await expect(reason).toHaveAccessibleDescription(/Un veto se motive en 30 caractères au moins/)
    await reason.fill('Son employeur répond à l’appel d’offres que le comité juge en mars.')
    await dialog.getByRole('button', { name: 'Poser un veto motivé' }).click()

    const blocked = /Un veto est maintenu.*cette candidature ne peut pas aboutir tant qu’il n’est pas levé/
    await expect(page.getByText(blocked)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Lever mon veto' })).toBeVisible()
    await expect(hugo.page.getByText(blocked)).toBeVisible()
    const reasons = hugo.page.getByRole('list', { name: 'Vetos et motifs' })
    await expect(reasons).toContainText('Maëlle Brossard')
    await expect(reasons).toContainText('Son employeur répond à l’appel d’offres')

    const odile = await enter('odile-menetrel', { path: new URL(page.url()).pathname })
    await expect(odile.page.getByText(blocked)).toBeVisible()
    await expect(odile.page.getByText(/Vous pouvez lire ce vote sans y prendre part/)).toBeVisible()
    await expect(odile.page.getByRole('button', { name: /veto|Enregistrer mon vote|Ouvrir|Admettre/ })).toHaveCount(0)
  })
})

async function committeeId(page: Page): Promise<string> {
  const answer = await page.request.get('/api/spaces/comite')
  return ((await answer.json()) as { id: string }).id
}
