import type { APIRequestContext } from '@playwright/test'
import { expect, home, post } from './test.ts'

interface Edition {
  id: string
  phase: string
  categories: { id: string; name: string }[]
}
interface Entries {
  items: { id: string; title: string }[]
}

/** Long enough for a busy machine to file what is filed: an open call is closed by the clock alone, never by hand. */
const OPEN_MS = 25_000

const get = async <T>(api: APIRequestContext, path: string): Promise<T> => (await (await api.get(path)).json()) as T

/** An edition whose call has just closed, with entries in the first of its categories. @returns its id, its categories', its entries by title */
export async function aClosedCall(
  office: APIRequestContext,
  member: APIRequestContext,
  said: { edition: object; categories: object[]; titles: string[] },
): Promise<{ id: string; categoryIds: string[]; entries: Map<string, string> }> {
  const callClosesAt = new Date(Date.now() + OPEN_MS).toISOString()
  const { id } = await post<Edition>(office, '/api/awards', { ...said.edition, callClosesAt })
  const url = `/api/awards/${id}`
  for (const category of said.categories) await post(office, `${url}/categories`, category)
  const { categories } = await post<Edition>(office, `${url}/phase`, { to: 'call' })
  const categoryIds = categories.map((category) => category.id)
  for (const title of said.titles)
    await post(member, `${url}/entries`, {
      categoryId: categoryIds[0],
      title,
      organisation: `Commune de ${title}`,
      summary: 'Une affiche par arrêt de car.',
    })
  await expect.poll(async () => (await get<Edition>(office, url)).phase, { timeout: 60_000 }).toBe('eligibility')
  const { items } = await get<Entries>(office, `${url}/entries`)
  return { id, categoryIds, entries: new Map(items.map((entry) => [entry.title, entry.id])) }
}

/** Decides of an entry. */
export async function judge(office: APIRequestContext, entryId: string | undefined, verdict: object): Promise<void> {
  const headers = { origin: home() }
  const answer = await office.put(`/api/award-entries/${entryId}/verdict`, { headers, data: verdict })
  expect(answer.ok(), await answer.text()).toBe(true)
}
