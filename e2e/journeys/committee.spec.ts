import { DESK, expect, test } from '../support/test.ts'
import { faultsOf } from '../support/axe.ts'

test('the committee: seats as a table, everybody found by a few letters, with the keyboard alone', async ({
  enter,
}) => {
  const { page } = await enter('nadia-rey', { path: '/comite', viewport: DESK })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/membres autour de la table/)
  const seats = page.getByRole('table', { name: /Sièges occupés/ })
  for (const college of ['Femmes', 'Hommes'])
    await expect(seats.getByRole('row', { name: new RegExp(`^${college} \\d+ sur 25`) })).toBeVisible()
  await expect(seats.getByRole('row', { name: /^Ensemble \d+ sur 50/ })).toBeVisible()
  const people = page.getByRole('list', { name: 'Personnes du comité' })
  await page.getByRole('searchbox', { name: /Chercher un nom/ }).focus()
  await page.keyboard.type('etchebarne')
  await expect(people.getByRole('listitem').filter({ hasText: 'Amaia Etchebarne' })).toBeVisible()
  await expect(people).not.toContainText('Nadia Rey')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('personne de ce nom')
  await expect(page.getByText('Personne ne correspond à cette recherche.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Ambassadeurs et ambassadrices' }).focus()
  await page.keyboard.press('Enter')
  await expect(people.getByText('Ambassadrice ou ambassadeur')).toHaveCount(3)
})

test('a meeting: called, answered, in an agenda, and its minutes in one press', async ({ enter, browse }) => {
  const hugo = await enter('hugo-lestrade', { path: '/espaces/team-veille/reunions' })
  await hugo.page.getByRole('link', { name: 'Fixer une réunion' }).click()
  await hugo.page.getByRole('textbox', { name: 'Nom de la réunion' }).fill('Relire la lettre')
  await hugo.page.getByRole('textbox', { name: /Lieu/ }).fill('Salle 4, Rennes')
  await hugo.page.getByRole('textbox', { name: /Ordre du jour/ }).fill('- La une\n- Le **rythme**')
  await hugo.page.getByRole('button', { name: 'Fixer la réunion' }).click()
  await expect(hugo.page.getByRole('heading', { level: 1, name: 'Relire la lettre' })).toBeVisible()
  await expect(hugo.page.locator('strong', { hasText: 'rythme' })).toBeVisible()
  const path = new URL(hugo.page.url()).pathname

  const maelle = await enter('maelle-brossard', { path })
  await maelle.page.getByRole('button', { name: 'Oui, à distance' }).click()
  await expect(maelle.page.getByRole('button', { name: 'Oui, à distance' })).toHaveAttribute('aria-pressed', 'true')
  await expect(hugo.page.getByRole('list', { name: '1 personne à distance' })).toContainText('Maëlle Brossard')

  await test.step('the meeting is in her agenda by a secret address, without her cookie', async () => {
    await maelle.page.goto('/espaces/team-veille/reunions')
    await maelle.page.getByRole('button', { name: 'Créer mon adresse' }).click()
    const address = maelle.page.getByRole('dialog').getByText(/\/api\/calendar\//)
    const path = new URL((await address.textContent()) ?? '').pathname
    const text = await (await (await browse()).request.get(path)).text()
    expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:Relire la lettre')
    expect(await faultsOf(maelle.page)).toEqual([])
    await maelle.page.getByRole('button', { name: 'Fermer' }).click()
    await expect(maelle.page.getByText(/Une adresse existe/)).toBeVisible()
  })

  await test.step('the minutes are a page of the space that knows of the meeting', async () => {
    await hugo.page.getByRole('button', { name: 'Écrire le compte rendu' }).click()
    await expect(hugo.page).toHaveURL(/\/pages\//)
    await expect(hugo.page.getByText('Salle 4, Rennes')).toBeVisible()
    await expect(hugo.page.getByText('Maëlle Brossard').first()).toBeVisible()
    await hugo.page.goto(path)
    await expect(hugo.page.getByRole('link', { name: /Compte rendu\s: Relire la lettre/ })).toBeVisible()
    expect(await faultsOf(hugo.page)).toEqual([])
  })
})

test('the renewal: opened by the office, answered and changed, abandoned without a trace', async ({ enter }) => {
  const odile = await enter('odile-menetrel', { path: '/comite/renouvellement' })
  await odile.page.getByRole('button', { name: 'Ouvrir le renouvellement' }).click()
  const question = odile.page.getByRole('alertdialog')
  await question.getByRole('button', { name: 'Ouvrir le renouvellement' }).click()
  await expect(odile.page.getByRole('heading', { level: 1 })).toHaveText('Le renouvellement est en cours')

  const { page } = await enter('solene-arnoux', { path: '/comite/renouvellement' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Gardez-vous votre siège/)
  await page.getByRole('radio', { name: /Je quitte le comité/ }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await expect(page.getByText('Vous quittez le comité à la clôture.')).toBeVisible()
  await page.getByRole('radio', { name: /Je quitte le comité/ }).focus()
  await page.keyboard.press('ArrowUp')
  await page.getByRole('button', { name: 'Changer ma réponse' }).click()
  await expect(page.getByText('Vous devenez ambassadeur ou ambassadrice à la clôture.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])

  await expect(odile.page.getByText('1 membre sur 48 a répondu')).toBeVisible()
  await expect(odile.page.getByText('Solène')).toHaveCount(0)
  await odile.page.getByRole('button', { name: 'Abandonner' }).click()
  await odile.page.getByRole('alertdialog').getByRole('button', { name: 'Abandonner' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Aucun renouvellement/)
})
