import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, type BrowserContext, expect, type Page } from '@playwright/test'
import { faultsOf } from '../support/axe.ts'
import { daysPass } from '../support/days-pass.ts'
import { type Server, startServer } from '../support/server.ts'
import { DESK, test } from '../support/test.ts'

const PASSWORD = 'une barque au bord du canal'
const REASON = 'Cette personne travaille pour notre principal prestataire.'
const PEOPLE = [
  ['Bérénice Kermarec', 'woman'],
  ['Côme Delavigne', 'man'],
  ['Daria Le Guern', 'woman'],
] as const

let dataDir: string
let server: Server

/** Asks, and expects that it is granted. */
async function ask<T>(api: APIRequestContext, method: 'get' | 'post' | 'put', path: string, data?: object): Promise<T> {
  const answer = await api[method](`${server.url}${path}`, {
    headers: { origin: server.url },
    ...(data && { data }),
    maxRetries: 3,
  })
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
  return (await answer.json()) as T
}

/** Where an address leads on any server: the secret of a follow-up page is its fragment. */
function placeOf(address: string): string {
  const { pathname, hash } = new URL(address)
  return pathname + hash
}

/** The path of the link in the last mail to an address, once a mail of that subject has come. */
async function linkFrom(email: string, subject: RegExp): Promise<string> {
  const outbox = join(dataDir, 'outbox')
  // It is made with the first mail.
  const found = (): string | undefined =>
    (existsSync(outbox) ? readdirSync(outbox) : [])
      .toSorted()
      .map((name) => readFileSync(join(outbox, name), 'utf8'))
      .findLast((mail) => mail.includes(`\nTo: ${email}\n`) && subject.test(/^Subject: (.*)$/m.exec(mail)?.[1] ?? ''))
  await expect.poll(found).toBeTruthy()
  return placeOf(/https?:\/\/\S+/.exec(found() ?? '')?.[0] ?? '')
}

/** The product is stopped, days go by, it starts again at another address. */
async function waitDays(days: number): Promise<void> {
  await server.stop()
  await daysPass(dataDir, days)
  server = await startServer(dataDir, ['--empty'])
}

/** A committee of three, each with a browser of their own. */
async function aCommittee(open: (how?: object) => Promise<{ context: BrowserContext; page: Page }>) {
  const founder = await open()
  const token = /\/installation#(\S+)/.exec(server.said)?.[1]
  const email = 'apolline.ricordel@deux-lys.example'
  await ask(founder.context.request, 'post', '/api/setup', {
    token,
    name: 'Apolline Ricordel',
    email,
    password: PASSWORD,
  })
  const members = []
  for (const [index, [name, college]] of PEOPLE.entries()) {
    const address = `membre${index}@deux-lys.example`
    await ask(founder.context.request, 'post', '/api/invitations', { email: address, role: 'member' })
    const secret = (await linkFrom(address, /./)).split('#').pop()
    const member = await open({ viewport: DESK })
    const body = { token: secret, name, password: PASSWORD, college }
    await ask(member.context.request, 'post', '/api/invitations/accept', body)
    members.push({ page: member.page, api: member.context.request })
  }
  return members
}

type Members = Awaited<ReturnType<typeof aCommittee>>
const memberOf = (members: Members, index: number): Members[number] => {
  const member = members[index]
  if (!member) throw new Error(`no member ${index}`)
  return member
}

const latestId = async (api: APIRequestContext): Promise<string> =>
  (await ask<{ items: { id: string }[] }>(api, 'get', '/api/candidacies?limit=1')).items[0]?.id ?? ''

/** Fills in the public form, and follows the link of the mail. @returns the path of the follow-up page */
async function apply(page: Page, name: string, email: string): Promise<string> {
  await page.goto(`${server.url}/candidature`)
  await expect(page.getByRole('heading', { level: 1, name: 'Demandez un siège au comité' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Prénom et nom' }).fill(name)
  await page.getByRole('textbox', { name: 'Adresse électronique' }).fill(email)
  await page.getByRole('textbox', { name: 'Pourquoi vous ?' }).fill('Dix ans de communication publique.')
  await page.locator('label', { has: page.getByRole('radio', { name: 'les femmes' }) }).click()
  for (const box of ['J’ai lu la charte', 'J’accepte que le comité lise'])
    await page.locator('label', { hasText: box }).click()
  await page.getByRole('button', { name: 'Envoyer ma candidature' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Regardez votre courrier' })).toBeVisible()
  await page.goto(`${server.url}${await linkFrom(email, /^Confirmez/)}`)
  await page.getByRole('button', { name: 'Déposer ma candidature' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /votre candidature est déposée/ })).toBeVisible()
  return placeOf(page.url())
}

/** A member opens the vote on the last candidacy; everybody says yes, but who vetoes. @returns its id */
async function voteOn(members: Members, vetoer?: number): Promise<string> {
  const { api } = memberOf(members, 0)
  const id = await latestId(api)
  const { page } = memberOf(members, 0)
  await page.goto(`${server.url}/candidatures/${id}`)
  await page.getByRole('button', { name: 'Ouvrir au vote' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir au vote' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Faut-il accueillir/ })).toBeVisible()
  const { voteId } = await ask<{ voteId: string }>(api, 'get', `/api/candidacies/${id}`)
  for (const [index, member] of members.entries())
    await ask(
      member.api,
      'put',
      `/api/votes/${voteId}/ballot`,
      index === vetoer ? { choice: 'veto', reason: REASON } : { choice: 'yes' },
    )
  return id
}

// Days pass, for which the product stops and starts again, on whatever else the machine does.
test.setTimeout(600_000)
test.beforeEach(async ({ faults }) => {
  // The product is stopped while pages are open, so that days go by.
  faults.expected = /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|WebSocket|503 \(Service/
  dataDir = mkdtempSync(join(tmpdir(), 'cenacle-e2e-candidacy-'))
  server = await startServer(dataDir, ['--empty'])
})
test.afterEach(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a candidacy from the public form to a seat, and the welcome', async ({ contexts }) => {
  const members = await aCommittee(contexts.open)
  const first = memberOf(members, 0).page
  const { page: candidate } = await contexts.open()

  const email = 'solene.arzel@leon.example'
  let followed = ''
  await test.step('the public form is confirmed by mail, and followed on a page of one’s own', async () => {
    followed = await apply(candidate, 'Solène Arzel', email)
    expect(await faultsOf(candidate)).toEqual([])
  })
  await test.step('a question passes by the sponsor, and the answer comes back', async () => {
    await first.goto(`${server.url}/candidatures/${await latestId(memberOf(members, 0).api)}`)
    await first.getByRole('textbox', { name: 'Votre question à Solène Arzel' }).fill('Combien de temps aurez-vous ?')
    await first.getByRole('button', { name: 'Poser la question' }).click()
    await first.getByRole('button', { name: 'Transmettre la question' }).click()
    await expect(first.getByText('Transmise, en attente d’une réponse.')).toBeVisible()
    expect(await faultsOf(first)).toEqual([])
    await candidate.goto(`${server.url}${await linkFrom(email, /question/)}`)
    await candidate.getByRole('textbox', { name: 'Votre réponse' }).fill('Une soirée par semaine.')
    await candidate.getByRole('button', { name: 'Envoyer ma réponse' }).click()
    await expect(first.getByText('Une soirée par semaine.')).toBeVisible()
  })
  await test.step('opened, voted, admitted, welcomed', async () => {
    const id = await voteOn(members)
    await candidate.goto(`${server.url}${followed}`)
    // Another fragment loads nothing, and what was read under this one a moment ago is still shown.
    await candidate.reload()
    await expect(candidate.getByRole('heading', { level: 1, name: 'Le comité examine' })).toBeVisible()
    await waitDays(11)
    await candidate.goto(`${server.url}${await linkFrom(email, /^Bienvenue/)}`)
    await candidate.getByLabel('Nouveau mot de passe', { exact: true }).fill('un phare au bout du môle')
    await candidate.getByRole('button', { name: 'Enregistrer et entrer' }).click()
    await expect(candidate.getByRole('heading', { level: 1, name: /Bonjour Solène/ })).toBeVisible()
    await candidate.getByRole('link', { name: 'Lisez vos premiers pas' }).click()
    await expect(candidate.getByRole('heading', { level: 1, name: /Bienvenue au comité, Solène/ })).toBeVisible()
    expect(await faultsOf(candidate)).toEqual([])
    await first.goto(`${server.url}/candidatures/${id}`)
    await expect(first.getByRole('heading', { level: 1, name: 'Solène Arzel a un siège au comité' })).toBeVisible()
  })
})

test('a veto blocks a candidacy; taken back, it opens a second reading, which admits', async ({ contexts }) => {
  const members = await aCommittee(contexts.open)
  const first = memberOf(members, 0).page
  const other = (await contexts.open()).page
  const vetoed = 'maud.kerbrat@leon.example'
  const page = await apply(other, 'Maud Kerbrat', vetoed)
  const id = await voteOn(members, 1)
  await waitDays(11)
  await other.goto(`${server.url}${page}`)
  await expect(other.getByRole('heading', { level: 1, name: 'Le comité n’a pas encore conclu' })).toBeVisible()
  await expect(other.getByText(/veto|prestataire/i)).toHaveCount(0)
  const second = memberOf(members, 1)
  await second.page.goto(`${server.url}/candidatures/${id}`)
  await expect(second.page.getByRole('heading', { level: 2, name: 'Reprendre l’examen ?' })).toBeVisible()
  expect(await faultsOf(second.page)).toEqual([])
  await second.page.getByRole('button', { name: 'Revenir sur mon veto' }).click()
  await second.page.getByRole('alertdialog').getByRole('button', { name: 'Revenir sur mon veto' }).click()
  await expect(second.page.getByText('la seconde lecture peut s’ouvrir')).toBeVisible()
  await first.goto(`${server.url}/candidatures/${id}`)
  await first.getByRole('button', { name: 'Ouvrir la seconde lecture' }).click()
  await first.getByRole('dialog').getByRole('button', { name: 'Ouvrir la seconde lecture' }).click()
  await expect(first.getByRole('heading', { level: 1, name: 'Faut-il accueillir Maud Kerbrat' })).toBeVisible()
  await waitDays(4)
  await first.goto(`${server.url}/candidatures/${id}`)
  await expect(first.getByRole('heading', { level: 1, name: 'Maud Kerbrat a un siège au comité' })).toBeVisible()
})
