import { choose, demo, DESK, expect, test } from '../support/test.ts'

const EMAIL = 'sofia-carvalheiro@demo.example'

test('signing in with a password: a wrong one is said, the right one opens what was asked for', async ({ browse }) => {
  const page = await browse({ path: '/moi' })
  await expect(page).toHaveURL(/\/connexion\?retour=%2Fmoi$/)
  const { password } = await demo(page.request)
  await page.getByRole('textbox', { name: 'Adresse électronique' }).fill(EMAIL)
  const field = page.getByLabel('Mot de passe', { exact: true })
  await field.fill('ce n’est pas la bonne phrase')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('alert')).toContainText('L’adresse ou le mot de passe ne convient pas.')
  await field.fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre profil' })).toBeVisible()
  await expect(page).toHaveURL(/\/moi$/)
})

test('the profile: what others see, the language and the theme', async ({ enter }) => {
  const { page } = await enter('sofia-carvalheiro', { path: '/moi', viewport: DESK })
  await page.getByRole('textbox', { name: 'Fonction' }).fill('Attachée de presse et de veille')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Profil enregistré.')).toBeVisible()

  await choose(page, 'English')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1, name: 'Your profile' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Your profile' })).toBeVisible()
  await choose(page, 'Français')
  await expect(page.getByRole('heading', { level: 1, name: 'Votre profil' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Fonction' })).toHaveValue('Attachée de presse et de veille')

  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await choose(page, 'Claire')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  const light = await paper()
  await choose(page, 'Sombre')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(paper).not.toBe(light)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('signing out everywhere ends the other browser at once', async ({ enter }) => {
  const { page } = await enter('rui-figueiral', { path: '/moi' })
  const other = await enter('rui-figueiral', { path: '/espaces', viewport: DESK })
  await expect(other.page.getByRole('heading', { level: 1, name: 'Où voulez-vous aller ?' })).toBeVisible()
  await page.reload()
  const devices = page.getByRole('listitem').filter({ hasText: 'Chrome' })
  await expect(devices.filter({ hasText: 'Cet appareil' })).toHaveCount(1)
  await expect(devices.filter({ hasNotText: 'Cet appareil' }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Se déconnecter partout' }).click()
  const question = page.getByRole('alertdialog', { name: 'Se déconnecter de tous les appareils ?' })
  await question.getByRole('button', { name: 'Se déconnecter partout' }).click()
  await expect(page).toHaveURL(/\/connexion/)
  // That it takes two seconds at most is told by the sockets' own tests, where no browser shares the processor.
  await expect(other.page).toHaveURL(/\/connexion/)
})
