import { type Entered, post } from './test.ts'

const idOf = async ({ api }: Entered): Promise<string> =>
  ((await (await api.get('/api/me')).json()) as { id: string }).id

/** A loop of its own with those who vote in it. @returns its id and the name in its address */
export const newLoop = async (owner: Entered, others: readonly Entered[], name: string) => {
  const people = await Promise.all(others.map(async (one) => ({ personId: await idOf(one), role: 'writer' })))
  return post<{ id: string; slug: string }>(owner.api, '/api/spaces', { kind: 'loop', name, people })
}
