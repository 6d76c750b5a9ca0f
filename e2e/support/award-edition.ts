import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, expect } from '@playwright/test'
import { daysPass } from './days-pass.ts'
import { type Server, startServer } from './server.ts'

const PASSWORD = 'une barque au bord du canal'
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Who are in the committee of a product of its own: who founded it, then two more with a seat. */
export const COMMITTEE = [
  { name: 'Apolline Ricordel', email: 'apolline.ricordel@deux-lys.example' },
  { name: 'Bérénice Kermarec', email: 'membre0@deux-lys.example' },
  { name: 'Côme Delavigne', email: 'membre1@deux-lys.example' },
] as const

/** A product of its own, whose days pass when it is stopped. */
export interface Product {
  server: Server
  dataDir: string
}
type Api = APIRequestContext
type Method = 'get' | 'post' | 'put' | 'patch'

/** Asks as the interface does, and expects that it is granted. */
export async function ask<T>(
  { server }: Product,
  api: Api,
  [method, path]: [Method, string],
  data?: object,
): Promise<T> {
  const answer = await api[method](`${server.url}${path}`, {
    headers: { origin: server.url },
    ...(data && { data }),
    maxRetries: 3,
  })
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
  return (answer.status() === 204 ? undefined : await answer.json()) as T
}

/** Signs one of the committee in. @param api of their browser */
export const signIn = (product: Product, api: Api, { email }: { email: string }): Promise<unknown> =>
  ask(product, api, ['post', '/api/session'], { email, password: PASSWORD })

/** So many days ahead, as a date and time field takes it in Paris. */
export function fieldIn(days: number): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })
  return format.format(new Date(Date.now() + days * DAY_MS)).replace(' ', 'T')
}

/** The product is stopped, days go by, it starts again at another address. */
export async function waitDays(product: Product, days: number): Promise<void> {
  await product.server.stop()
  await daysPass(product.dataDir, days)
  product.server = await startServer(product.dataDir, ['--empty'])
}

/** The secret of the last link in the mails to an address, once one has come. */
async function secretFor({ dataDir }: Product, email: string): Promise<string> {
  const outbox = join(dataDir, 'outbox')
  // It is made with the first mail.
  const found = (): string | undefined =>
    (existsSync(outbox) ? readdirSync(outbox) : [])
      .toSorted()
      .map((name) => readFileSync(join(outbox, name), 'utf8'))
      .findLast((mail) => mail.includes(`\nTo: ${email}\n`))
  await expect.poll(found).toBeTruthy()
  return /https?:\/\/\S+#(\S+)/.exec(found() ?? '')?.[1] ?? ''
}

/** Who founded a committee, and two with a seat; the first of these runs it too. @param apis of three browsers */
export async function aCommittee(product: Product, [founder, ...members]: [Api, Api, Api]): Promise<void> {
  const token = /\/installation#(\S+)/.exec(product.server.said)?.[1]
  const [who, ...others] = COMMITTEE
  await ask(product, founder, ['post', '/api/setup'], { token, ...who, password: PASSWORD })
  for (const [index, api] of members.entries()) {
    const { name, email } = others[index] ?? who
    await ask(product, founder, ['post', '/api/invitations'], { email, role: 'member' })
    const college = index === 0 ? 'woman' : 'man'
    const body = { token: await secretFor(product, email), name, password: PASSWORD, college }
    await ask(product, api, ['post', '/api/invitations/accept'], body)
  }
  const { id } = await ask<{ id: string }>(product, members[0], ['get', '/api/me'])
  const { id: spaceId } = await ask<{ id: string }>(product, founder, ['get', '/api/spaces/comite'])
  await ask(product, founder, ['put', `/api/spaces/${spaceId}/people/${id}`], { role: 'facilitator' })
}

/** A category, its entries, and how each juror grades them. */
export interface Judged {
  name: string
  entries: [title: string, organisation: string][]
  grades: [number[], number[]]
}
interface Edition {
  categories: { id: string; voteId: string }[]
}
interface Entries {
  items: { id: string; categoryId: string; optionId: string }[]
}

const later = (ms: number): string => new Date(Date.now() + ms).toISOString()

/** From the call to the closed jury, days passing meanwhile. @returns the edition's id and its categories' */
export async function judgedEdition(
  product: Product,
  [founder, first, second]: [Api, Api, Api],
  categories: readonly Judged[],
): Promise<{ id: string; categoryIds: string[] }> {
  const made = { name: 'Les Hashtags', year: 2026, partner: 'Cap’Com', callClosesAt: later(HOUR_MS) }
  const { id } = await ask<{ id: string }>(product, founder, ['post', '/api/awards'], made)
  const url = `/api/awards/${id}`
  let edition: Edition = { categories: [] }
  for (const { name } of categories)
    edition = await ask<Edition>(product, founder, ['post', `${url}/categories`], {
      name,
      question: 'Quel projet nous apprend le plus ?',
      leastJurors: 1,
    })
  const categoryIds = edition.categories.map((category) => category.id)
  await ask(product, founder, ['post', `${url}/phase`], { to: 'call' })
  for (const [index, { entries }] of categories.entries())
    for (const [title, organisation] of entries) {
      const entry = { categoryId: categoryIds[index], title, organisation, summary: 'Un projet simple.' }
      await ask(product, first, ['post', `${url}/entries`], entry)
    }
  await waitDays(product, 1)
  await openJury(product, founder, { url, categoryIds })
  const { categories: opened } = await ask<Edition>(product, founder, ['get', url])
  for (const [index, { grades }] of categories.entries())
    for (const [juror, api] of [first, second].entries()) {
      const value = Object.fromEntries((grades[juror] ?? []).map((grade, option) => [`o${option + 1}`, grade]))
      const ballot = `/api/votes/${(await ask<Edition>(product, api, ['get', url])).categories[index]?.voteId}/ballot`
      await ask(product, api, ['put', ballot], { choice: 'cast', value: { grades: value } })
    }
  expect(opened.length).toBe(categories.length)
  await waitDays(product, 2)
  return { id, categoryIds }
}

async function openJury(product: Product, founder: Api, { url, categoryIds }: { url: string; categoryIds: string[] }) {
  const { items } = await ask<Entries>(product, founder, ['get', `${url}/entries`])
  for (const entry of items)
    await ask(product, founder, ['put', `/api/award-entries/${entry.id}/verdict`], { verdict: 'eligible' })
  await ask(product, founder, ['post', `${url}/phase`], { to: 'shortlist' })
  for (const categoryId of categoryIds) {
    const entryIds = items.filter((entry) => entry.categoryId === categoryId).map((entry) => entry.id)
    await ask(product, founder, ['put', `/api/award-categories/${categoryId}/shortlist`], { entryIds })
  }
  await ask(product, founder, ['patch', url], { juryClosesAt: later(26 * HOUR_MS), embargoAt: later(900 * HOUR_MS) })
  await ask(product, founder, ['post', `${url}/phase`], { to: 'jury' })
}

/** Two people sign a palmarès that opens so many milliseconds from now. @returns the instant */
export async function sealFor(product: Product, people: [Api, Api], id: string, ms: number): Promise<string> {
  const embargoAt = later(ms)
  const url = `/api/awards/${id}`
  await ask(product, people[0], ['patch', url], { embargoAt })
  const { hash } = await ask<{ hash: string }>(product, people[0], ['get', `${url}/deliberation`])
  for (const api of people) await ask(product, api, ['post', `${url}/signature`], { hash })
  return embargoAt
}
