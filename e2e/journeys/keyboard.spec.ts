import { tabTo } from '../support/keyboard.ts'
import { DESK, type Entered, expect, post, test } from '../support/test.ts'

const committee = async ({ api }: Entered): Promise<string> =>
  ((await (await api.get('/api/spaces/comite')).json()) as { id: string }).id

test('the first stop skips the bar', async ({ enter }) => {
  const { page } = await enter('perrine-goasmat', { path: '/espaces', viewport: DESK })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Aller au contenu' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#content$/)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
})

test('a whole vote without a mouse', async ({ enter }) => {
  const person = await enter('mathilde-queyrel', { viewport: DESK })
  const { page, api } = person
  const question = 'Tenons-nous la prochaine réunion à Briançac ?'
  await post(api, '/api/decisions', {
    spaceId: await committee(person),
    question,
    rules: { base: 'expressed', threshold: { numerator: 1, denominator: 2 }, comparator: '>', veto: true },
    closesAt: new Date(Date.now() + 10 * 86_400_000).toISOString(),
  })
  await page.goto('/votes')
  await tabTo(page, page.getByRole('link', { name: /prochaine réunion à Briançac/ }).first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(page, page.getByRole('radiogroup', { name: 'Votre voix' }))
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Non/ })).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Enregistrer mon vote' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Votre voix, « non », est enregistrée')).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: 'Poser un veto motivé' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /Poser un veto/ })
  await tabTo(page, dialog.getByRole('textbox', { name: 'Votre motif' }))
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Poser un veto motivé' })).toBeFocused()
})

test('an answer without a mouse', async ({ enter }) => {
  const person = await enter('benoit-wallaert', { viewport: DESK })
  const { page, api } = person
  const topic = await post<{ id: string }>(api, `/api/spaces/${await committee(person)}/topics`, {
    title: 'Le compte rendu de mardi',
    body: 'Qui le relit ?',
  })
  await page.goto(`/sujets/${topic.id}`)
  await tabTo(page, page.getByRole('textbox', { name: 'Votre réponse' }))
  await page.keyboard.type('Je le relis demain matin.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article').filter({ hasText: 'Je le relis demain matin.' })).toBeVisible()
})

test('criterion 19: a page without a mouse', async ({ enter }) => {
  const { page } = await enter('yasmine-haddou', { path: '/espaces/comite/pages', viewport: DESK })
  await tabTo(page, page.getByRole('link', { name: 'Nouvelle page' }).first())
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('textbox', { name: 'Titre' }))
  await page.keyboard.type('Le mémo du clavier')
  await tabTo(page, page.getByRole('button', { name: 'Créer la page' }))
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Texte de la page' })
  await expect(text).toBeFocused()
  await page.keyboard.type('## À retenir')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Tout se fait ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('sans souris')
  await page.keyboard.press('Alt+F10')
  const toolbar = page.getByRole('toolbar', { name: 'Mise en forme' })
  await expect(toolbar.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(toolbar.getByRole('button', { name: 'Gras' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
  await expect(page.locator('[data-saved="saved"]').first()).toHaveText('Enregistré')
  await tabTo(page, page.getByRole('button', { name: 'Terminer' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'À retenir' })).toBeVisible()
  await expect(page.getByRole('main').locator('strong', { hasText: 'sans souris' })).toBeVisible()
})
