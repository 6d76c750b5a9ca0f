import { formOf } from './archives.ts'
import { aShortlist, type Nominated, ok } from './awards.ts'
import type { Answer, Caller, Looked, TestApp } from './harness.ts'
import type { Committee } from './votes.ts'

/** A form with a file of scores. */
export async function sendScores(
  caller: Caller,
  editionId: string,
  file: string | Uint8Array,
  { to = '', ...fields }: { to?: '' | '/check' } & Record<string, string> = {},
): Promise<Answer> {
  const plain: Record<string, string> =
    to === '' ? { version: '2026-1', formula: 'portée ÷ abonnés × 100', after: '0' } : {}
  const { type, bytes } = await formOf({ 'scores.csv': file }, { decimals: '2', ...plain, ...fields })
  return caller.post(`/api/awards/${editionId}/scores${to}`, bytes, { 'content-type': type })
}

/** A line for each entry, its score after it. */
export const scoresCsv = (entries: readonly Looked[], scores: readonly (string | number)[]): string =>
  ['id;score', ...entries.map(({ id }, index) => `${id};${scores[index]}`)].join('\r\n')

/** One category with so many eligible entries, none of them on its shortlist. */
export async function toChooseFrom(
  app: TestApp,
  committee: Committee,
  entries: Nominated['entries'],
  values: object = {},
): Promise<{ id: string; category: string; entries: Looked[] }> {
  const edition = await aShortlist(app, committee, [{ entries }], values)
  const [category] = edition.categories
  if (!category) throw new Error('an edition without a category')
  ok(await committee.administrator.put(`/api/award-categories/${category.id}/shortlist`, { entryIds: [] }))
  return { id: edition.id, category: category.id, entries: category.entries }
}
