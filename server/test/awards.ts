import assert from 'node:assert/strict'
import { later, memberOf } from './decisions.ts'
import type { Answer, Caller, Looked, TestApp } from './harness.ts'
import { type Committee, HOUR, travel } from './votes.ts'

/** What is nominated in one category: title and organisation of each entry. */
export interface Nominated {
  name?: string
  values?: object
  entries: [title: string, organisation: string][]
}
export interface Edition {
  id: string
  categories: { id: string; voteId: string; entries: Looked[] }[]
  embargoAt: string
  juryClosesAt: string
}

export function ok(answer: Answer, status = 200): Looked {
  assert.equal(answer.status, status, JSON.stringify(answer.body))
  return answer.body
}

/** An edition whose call is open, with categories that have no entry yet. */
export async function aCall(
  app: TestApp,
  { administrator }: Committee,
  categories: Nominated[],
  values: object = {},
): Promise<{ id: string; categoryIds: string[]; embargoAt: string; juryClosesAt: string }> {
  const calendar = { callClosesAt: later(app, 24), juryClosesAt: later(app, 30 * 24), embargoAt: later(app, 40 * 24) }
  const made = ok(
    await administrator.post('/api/awards', { name: 'Les Hashtags', year: 2026, ...calendar, ...values }),
    201,
  )
  const categoryIds: string[] = []
  for (const [index, { name = `Catégorie ${index + 1}`, values: own }] of categories.entries()) {
    const body = { name, question: 'Quel projet nous apprend le plus ?', leastJurors: 1, ...own }
    const edition = ok(await administrator.post(`/api/awards/${made.id}/categories`, body), 201)
    categoryIds.push(edition.categories.at(-1).id)
  }
  ok(await administrator.post(`/api/awards/${made.id}/phase`, { to: 'call' }))
  return { id: made.id, categoryIds, embargoAt: calendar.embargoAt, juryClosesAt: calendar.juryClosesAt }
}

export const summary = 'Un projet **simple**, que d’autres peuvent reprendre.'

/** An edition whose entries are all on the shortlist: the jury can open. */
export async function aShortlist(
  app: TestApp,
  committee: Committee,
  categories: Nominated[],
  values: object = {},
): Promise<Omit<Edition, 'categories'> & { categories: { id: string; entries: Looked[] }[] }> {
  const { administrator } = committee
  const call = await aCall(app, committee, categories, values)
  const url = `/api/awards/${call.id}`
  for (const [index, { entries }] of categories.entries())
    for (const [title, organisation] of entries) {
      const body = { categoryId: call.categoryIds[index], title, organisation, summary }
      ok(await memberOf(committee, 0).caller.post(`${url}/entries`, body), 201)
    }
  await travel(app, 25 * HOUR)
  for (const { id } of ok(await administrator.get(`${url}/entries`)).items)
    ok(await administrator.put(`/api/award-entries/${id}/verdict`, { verdict: 'eligible' }))
  ok(await administrator.post(`${url}/phase`, { to: 'shortlist' }))
  const { items } = ok(await administrator.get(`${url}/entries`))
  const found = call.categoryIds.map((id) => ({
    id,
    entries: items.filter(({ categoryId }: Looked) => categoryId === id),
  }))
  for (const { id, entries } of found)
    ok(
      await administrator.put(`/api/award-categories/${id}/shortlist`, {
        entryIds: entries.map((entry: Looked) => entry.id),
      }),
    )
  return { id: call.id, categories: found, embargoAt: call.embargoAt, juryClosesAt: call.juryClosesAt }
}

/** Opens the jury of every category. */
export async function openJury(
  { administrator }: Committee,
  edition: Awaited<ReturnType<typeof aShortlist>>,
): Promise<Edition> {
  const opened = ok(await administrator.post(`/api/awards/${edition.id}/phase`, { to: 'jury' }))
  const { items } = ok(await administrator.get(`/api/awards/${edition.id}/entries`))
  return {
    ...edition,
    categories: opened.categories.map(({ id, voteId }: Looked) => ({
      id,
      voteId,
      entries: items.filter(({ categoryId }: Looked) => categoryId === id),
    })),
  }
}

export const aJury = async (
  app: TestApp,
  committee: Committee,
  categories: Nominated[],
  values: object = {},
): Promise<Edition> => openJury(committee, await aShortlist(app, committee, categories, values))

/** Where somebody is employed. */
export const employ = (app: TestApp, personId: string, employer: string): Promise<unknown> =>
  app.deps.world.db.updateTable('person').set({ employer }).where('id', '=', personId).execute()

/** Grades for the options of a jury in their order. */
export const grade = (
  committee: Committee,
  index: number,
  voteId: string,
  grades: (number | null)[],
): Promise<Answer> =>
  memberOf(committee, index).caller.put(`/api/votes/${voteId}/ballot`, {
    choice: 'cast',
    value: {
      grades: Object.fromEntries(
        grades.flatMap((one, option) => (one === null ? [] : [[`o${option + 1}`, one] as const])),
      ),
    },
  })

/** Moves to an instant, or so many milliseconds after it. */
export const travelTo = (app: TestApp, at: string, after = 0): Promise<void> =>
  travel(app, Date.parse(at) + after - app.deps.world.now().getTime())

export const three: [string, string][] = [
  ['Un', 'Ville A'],
  ['Deux', 'Ville B'],
  ['Trois', 'Ville C'],
]

/** An edition of one category with three nominees, and a ballot for each row of grades by the first members. */
export async function judged(app: TestApp, committee: Committee, grades: number[][]): Promise<Edition> {
  const edition = await aJury(app, committee, [{ entries: three }])
  const voteId = edition.categories[0]?.voteId ?? ''
  for (const [index, row] of grades.entries()) assert.equal((await grade(committee, index, voteId, row)).status, 201)
  return edition
}

export const deliberationOf = async (edition: Pick<Edition, 'id'>, caller: Caller): Promise<Looked> =>
  ok(await caller.get(`/api/awards/${edition.id}/deliberation`))

export const sign = (edition: Edition, caller: Caller, hash: string): Promise<Answer> =>
  caller.post(`/api/awards/${edition.id}/signature`, { hash })

/** Seals a palmarès by two people. @returns its hash */
export async function seal(edition: Edition, first: Caller, second: Caller): Promise<string> {
  const { hash } = await deliberationOf(edition, first)
  assert.deepEqual(ok(await sign(edition, first, hash), 201), { sealed: false })
  assert.deepEqual(ok(await sign(edition, second, hash), 201), { sealed: true })
  return hash
}

/** Titles by level, the highest first. */
export const winnersOf = (category: Looked): string[] =>
  category.levels.map(({ winners }: Looked) => winners.map(({ title }: Looked) => title).join('+'))
