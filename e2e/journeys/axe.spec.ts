import type { APIRequestContext, Page } from '@playwright/test'
import { faultsOf, sideways } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'

// Each screen is looked at in two widths and two themes: beside everything else that is tested that takes half a minute.
test.describe.configure({ timeout: 600_000 })

const WIDTHS = [390, 1280] as const
const NARROWEST = 320

/** What is wrong on a screen, in short: the width, the rule and where. */
async function faultsAt(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 850 })
    found.push(...(await faultsOf(page)).map((fault) => `${width} px: ${fault}`))
  }
  await page.setViewportSize({ width: NARROWEST, height: 850 })
  return [...found, ...(await sideways(page)).map((fault) => `${NARROWEST} px: ${fault}`)]
}

/** Looks at each screen once its content is there. */
async function lookAt(page: Page, screens: Record<string, string>): Promise<void> {
  for (const [name, path] of Object.entries(screens))
    await test.step(name, async () => {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      expect.soft(await faultsAt(page), `${name}, ${path}`).toEqual([])
    })
}

const get = async <T>(api: APIRequestContext, path: string): Promise<T> => (await (await api.get(path)).json()) as T
interface Listed {
  items: { id: string }[]
}

test('screens before one is in', async ({ browse }) => {
  await lookAt(await browse(), {
    'sign-in': '/connexion',
    'forgotten password': '/mot-de-passe-oublie',
    'a link that has served': '/invitation#jamaisenvoyeejamaisenvoyeejamaisen',
    'asking for a seat': '/candidatures/nouvelle',
    'a link to confirm a candidacy': '/candidature/confirmer#jamaisenvoyeejamaisenvoyee',
    'a link to confirm an entry that was cut short': '/prix/dossier',
    'the public space': '/espaces/public',
  })
})

test('places and people', async ({ enter }) => {
  const { page } = await enter('nadia-rey')
  await lookAt(page, {
    home: '/',
    spaces: '/espaces',
    discussions: '/espaces/comite',
    pages: '/espaces/comite/pages',
    'pages to review': '/espaces/comite/pages/a-revoir',
    trash: '/espaces/comite/pages/corbeille',
    votes: '/espaces/comite/votes',
    people: '/espaces/comite/personnes',
    'a new loop': '/espaces/nouvelle-boucle',
    profile: '/moi',
    search: '/recherche?q=veille',
    'not found': '/nulle-part',
  })
})

test('the committee and its meetings', async ({ enter }) => {
  const { page } = await enter('nadia-rey')
  await lookAt(page, {
    committee: '/comite',
    renewal: '/comite/renouvellement',
    meetings: '/espaces/comite/reunions',
    'a new meeting': '/espaces/comite/nouvelle-reunion',
  })
})

test('criterion 19: axe finds nothing where one reads, writes and decides', async ({ enter }) => {
  const { page, api } = await enter('nadia-rey')
  const { id: spaceId } = await get<{ id: string }>(api, '/api/spaces/comite')
  const topics = await get<Listed>(api, `/api/spaces/${spaceId}/topics`)
  const pages = await get<{ items: { id: string; title: string }[] }>(api, `/api/spaces/${spaceId}/pages`)
  const votes = await get<{ items: { id: string; status: string; kind: string }[] }>(api, `/api/votes`)
  const voteOf = (kind: string, status: string): string =>
    `/votes/${votes.items.find((vote) => vote.kind === kind && vote.status === status)?.id}`
  const guide = `/pages/${pages.items.find(({ title }) => title === 'Documenter les données')?.id}`
  await lookAt(page, {
    topic: `/sujets/${topics.items[0]?.id}`,
    'new topic': '/espaces/comite/nouveau-sujet',
    'page, reading': guide,
    'new page': '/espaces/comite/nouvelle-page',
    import: '/espaces/comite/importer',
    votes: '/votes',
    candidacy: voteOf('candidacy', 'open'),
    decision: voteOf('decision', 'open'),
    'result of a candidacy': voteOf('candidacy', 'closed'),
    'result of a decision': voteOf('decision', 'closed'),
    'log of a vote': `${voteOf('decision', 'closed')}/journal`,
    'new candidacy': '/candidatures/nouvelle',
    'new decision': '/espaces/comite/nouvelle-decision',
  })

  await test.step('page, writing', async () => {
    await page.goto(guide)
    await page.getByRole('button', { name: 'Écrire' }).click()
    await expect(page.getByRole('textbox', { name: 'Texte de la page' })).toBeVisible()
    expect.soft(await faultsAt(page), 'page, writing').toEqual([])
  })
})

test('what the administration does', async ({ enter }) => {
  const { page } = await enter('odile-menetrel')
  await lookAt(page, {
    accounts: '/administration',
    invitations: '/administration/invitations',
    seats: '/administration/sieges',
    admissions: '/administration/admissions',
    mails: '/administration/courriels',
    templates: '/administration/modeles',
    'settings of a space': '/espaces/comite/reglages',
  })
})
