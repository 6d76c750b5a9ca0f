import type { APIRequestContext, Page } from '@playwright/test'
import { faultsOf } from '../support/axe.ts'
import { aClosedCall } from '../support/closed-call.ts'
import { DESK, expect, mailsTo, post, test } from '../support/test.ts'

const DAY_MS = 86_400_000
const NAME = 'Les Hashtags de la vallée'
const EMAIL = 'ilyes.corbier@val-sauldre.example'

interface Edition {
  id: string
}
interface Entries {
  items: { title: string; link: string; html: string; contact: { name: string; email: string } | null }[]
}

/** An edition whose call is open, with two categories. @returns its id */
async function anOpenCall(office: APIRequestContext): Promise<string> {
  const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString()
  const { id } = await post<Edition>(office, '/api/awards', {
    name: NAME,
    year: 2031,
    text: 'Un dossier par projet, **une page au plus**.',
    callClosesAt: inDays(20),
    juryClosesAt: inDays(60),
  })
  for (const [name, question] of [
    ['Magazine et écrit', 'Quel écrit avez-vous lu jusqu’au bout ?'],
    ['Alerte et prévention', 'Quelle campagne protège vraiment ?'],
  ])
    await post(office, `/api/awards/${id}/categories`, { name, question })
  await post(office, `/api/awards/${id}/phase`, { to: 'call' })
  return id
}

const entriesOf = async (api: APIRequestContext, id: string): Promise<Entries['items']> =>
  ((await (await api.get(`/api/awards/${id}/entries`)).json()) as Entries).items

async function describe(page: Page, title: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Le titre du dossier' }).fill(title)
  await page.getByRole('textbox', { name: 'L’organisation qui le présente' }).fill('Département du Val-Sauldre')
  await page.getByRole('textbox', { name: 'Le résumé' }).fill('Cent pièces dessinées.\n\n- **facile à lire**')
  await page.getByRole('textbox', { name: 'Un lien pour en voir plus' }).fill('val-sauldre.example/budget')
}

/** Where the link in the mail that asks to confirm leads: its secret is a fragment, which no proxy sees. */
async function confirmLink(): Promise<string> {
  await expect.poll(() => mailsTo(EMAIL).length).toBe(1)
  const { pathname, hash } = new URL(/https?:\/\/\S+/.exec(mailsTo(EMAIL)[0] ?? '')?.[0] ?? '')
  expect(pathname).toBe('/prix/dossier')
  return pathname + hash
}

test('an entry goes from the public form by the mail’s link to those who run the award', async ({ enter, browse }) => {
  const office = await enter('odile-menetrel')
  const editionId = await anOpenCall(office.api)
  const page = await browse()

  await test.step('who lands on the sign-in screen is told of the call', async () => {
    await page.goto('/connexion')
    await expect(page.getByText(/ouverts? à tout le monde/)).toBeVisible()
    await page.goto('/appel')
    await expect(page.getByRole('heading', { level: 2, name: NAME })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: `Déposer un dossier pour ${NAME}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Déposez votre dossier' })).toBeFocused()
  })

  await test.step('what lacks is said; what is written outlives the page', async () => {
    await describe(page, 'Le budget en cent euros')
    await page.getByRole('button', { name: 'Envoyer le dossier' }).click()
    await expect(page.getByRole('radio', { name: 'Magazine et écrit' })).toBeFocused()
    expect(await faultsOf(page)).toEqual([])
    await page.locator('label', { hasText: 'Magazine et écrit' }).click()
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Le titre du dossier' })).toHaveValue('Le budget en cent euros')
    await expect(page.getByRole('radio', { name: 'Magazine et écrit' })).toBeChecked()
  })

  await test.step('it is sent, and nothing is filed before the link is followed', async () => {
    await page.getByRole('textbox', { name: 'Prénom et nom' }).fill('Ilyès Corbier')
    await page.getByRole('textbox', { name: 'Adresse électronique' }).fill(EMAIL)
    await page.locator('label', { hasText: 'J’accepte que le comité utilise' }).click()
    await expect(page.getByText(/sont effacés 12 mois après la publication du palmarès/)).toBeVisible()
    await expect(page.getByRole('link', { name: 'CNIL' })).toBeVisible()
    await page.getByRole('button', { name: 'Envoyer le dossier' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Confirmez par le lien du courriel' })).toBeFocused()
    await expect(page.getByText(EMAIL)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    expect(await entriesOf(office.api, editionId)).toEqual([])
    await page.getByRole('button', { name: 'Revenir au formulaire' }).click()
    await expect(page.getByRole('textbox', { name: 'Le titre du dossier' })).toHaveValue('Le budget en cent euros')
  })

  const link = await confirmLink()
  await test.step('the link files it, once', async () => {
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1, name: 'Confirmez votre dossier' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Déposer le dossier' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Votre dossier est déposé' })).toBeFocused()
    await expect(page.getByText(`« Le budget en cent euros » concourt pour ${NAME}`)).toBeVisible()
    // The same address and fragment load nothing.
    await page.reload()
    await page.getByRole('button', { name: 'Déposer le dossier' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Ce lien ne mène plus nulle part' })).toBeFocused()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('the office reads it, with whom to write to', async () => {
    const [entry, ...others] = await entriesOf(office.api, editionId)
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      title: 'Le budget en cent euros',
      link: 'https://val-sauldre.example/budget',
      contact: { name: 'Ilyès Corbier', email: EMAIL },
    })
    expect(entry?.html).toContain('<strong>facile à lire</strong>')
  })

  await test.step('a member files one from inside, at once', async () => {
    const member = await enter('linh-phan', { viewport: DESK, path: `/prix/${editionId}/nouveau-dossier` })
    await expect(member.page.getByRole('heading', { level: 1, name: 'Déposez votre dossier' })).toBeVisible()
    expect(await faultsOf(member.page)).toEqual([])
    await member.page.locator('label', { hasText: 'Alerte et prévention' }).click()
    await describe(member.page, 'Sept mots')
    await member.page.getByRole('button', { name: 'Déposer le dossier' }).click()
    await expect(member.page.getByRole('heading', { level: 1, name: 'Le dossier est déposé' })).toBeFocused()
    expect(await faultsOf(member.page)).toEqual([])
    expect((await entriesOf(office.api, editionId)).map(({ title }) => title)).toContain('Sept mots')
  })

  await test.step('once the call is closed, both forms say so', async () => {
    const { id: closedId } = await aClosedCall(office.api, office.api, {
      edition: { name: 'Les Hashtags d’avant', year: 2020 },
      categories: [{ name: 'Magazine et écrit', question: 'Quel écrit avez-vous lu jusqu’au bout ?' }],
      titles: [],
    })
    await page.goto(`/appel/${closedId}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Cet appel à dossiers est clos' })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await office.page.goto(`/prix/${closedId}/nouveau-dossier`)
    await expect(office.page.getByRole('heading', { level: 1, name: 'Cet appel à dossiers est clos' })).toBeVisible()
  })
})

test('without an open call, the screen says so', async ({ browse }) => {
  const page = await browse()
  // Other journeys may have one open.
  await page.route('**/api/calls', (route) => route.fulfill({ json: { items: [] } }))
  await page.goto('/appel')
  await expect(page.getByRole('heading', { level: 1, name: 'Aucun appel à dossiers n’est ouvert' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})
