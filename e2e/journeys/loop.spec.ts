import { DESK, expect, mailsTo, post, test } from '../support/test.ts'

const GUEST = `ysaline.corvaisier+${Date.now()}@presse-lere.example`
const NAME = 'Boucle presse de l’été'
const NOT_FOUND = 'Cette page n’existe pas'

test('a private loop: made on one screen, joined by mail, unknown to others, closed to whom it is taken from', async ({
  enter,
  browse,
}) => {
  const { page, api } = await enter('camille-puydebat', { path: '/espaces' })
  await page.getByRole('link', { name: 'Créer une boucle' }).click()
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill(NAME)
  await page.getByRole('searchbox', { name: 'Qui en fait partie ?' }).fill('lemoussu')
  await page.getByRole('option', { name: /Gaspard Lemoussu/ }).click()
  await expect(page.getByRole('button', { name: 'Retirer Gaspard Lemoussu' })).toBeVisible()
  await page.getByRole('button', { name: 'Ajouter une personne extérieure' }).click()
  await page.getByRole('textbox', { name: 'Adresse de la personne' }).fill(GUEST)
  await expect(page.getByLabel('Accès jusqu’au')).toHaveValue(/^\d{4}-\d\d-\d\d$/)
  await page.getByRole('button', { name: 'Créer la boucle' }).click()
  await expect(page).toHaveURL(/\/espaces\/boucle-presse-de-l-ete/)
  const address = new URL(page.url()).pathname

  await test.step('the guest follows the link of the mail, makes an account and sees that loop alone', async () => {
    await expect.poll(() => mailsTo(GUEST).length).toBe(1)
    const link = /\/invitation#\S+/.exec(mailsTo(GUEST)[0] ?? '')?.[0]
    const guest = await browse({ path: link ?? '/no-link-in-the-mail' })
    await expect(guest.getByRole('heading', { level: 1, name: /Rejoignez/ })).toContainText(NAME)
    await guest.getByRole('textbox', { name: 'Prénom et nom' }).fill('Ysaline Corvaisier')
    await guest.getByLabel('Mot de passe', { exact: true }).fill('un pamplemousse sur la digue')
    await guest.getByRole('button', { name: 'Créer mon compte et entrer' }).click()
    await expect(guest).not.toHaveURL(/invitation/)
    await guest.goto('/espaces')
    await expect(guest.getByRole('link', { name: NAME })).toBeVisible()
    await expect(guest.getByRole('heading', { level: 2 })).toHaveText(['Boucles privées', 'Ouvert au public'])
    await expect(guest.getByRole('region', { name: 'Boucles privées' }).getByRole('listitem')).toHaveCount(1)
    await guest.goto('/espaces/comite')
    await expect(guest.getByRole('heading', { level: 1, name: NOT_FOUND })).toBeVisible()
  })

  const { id } = (await (await api.get(`/api${address.replace('espaces', 'spaces')}`)).json()) as { id: string }
  await post(api, `/api/spaces/${id}/topics`, { title: 'Calendrier zanzibarite', body: 'Rien avant mardi.' })

  await test.step('to a member who is not in it, it does not exist', async () => {
    const other = await enter('noemie-sauvestre', { path: address })
    await expect(other.page.getByRole('heading', { level: 1, name: NOT_FOUND })).toBeVisible()
    await other.page.goto('/recherche?q=zanzibarite')
    await expect(other.page.getByText(/Rien ne correspond à/)).toBeVisible()
  })

  await test.step('whoever is removed loses the screen at once', async () => {
    const member = await enter('gaspard-lemoussu', { path: address, viewport: DESK })
    await expect(member.page.getByRole('link', { name: 'Calendrier zanzibarite' })).toBeVisible()
    await page.goto(`${address}/personnes`)
    await page.getByRole('button', { name: 'Actions pour Gaspard Lemoussu' }).click()
    await page.getByRole('menuitem', { name: 'Retirer de l’espace' }).click()
    const question = page.getByRole('alertdialog', { name: /Retirer Gaspard Lemoussu/ })
    await question.getByRole('button', { name: 'Retirer', exact: true }).click()
    await expect(page.getByText('Gaspard Lemoussu ne fait plus partie de cet espace.')).toBeVisible()
    await expect(member.page.getByRole('heading', { level: 1, name: NOT_FOUND })).toBeVisible()
    await expect(member.page.getByText('Calendrier zanzibarite')).toHaveCount(0)
  })
})
