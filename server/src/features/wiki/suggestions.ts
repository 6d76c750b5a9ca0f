import type { Rooms } from '@cenacle/collab/rooms'
import type { List } from '@cenacle/contract/paging'
import type { Author } from '@cenacle/contract/person'
import { type SuggestionItem, suggestionLimits } from '@cenacle/contract/suggestion'
import { type FoundSuggestion, suggestionsBrought } from '@cenacle/document/suggestion-clients'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { hidden } from '../../policy/allow.ts'
import * as policy from '../../policy/page.ts'
import { presentAuthor } from '../accounts/present.ts'
import { catchUp } from './catch-up.ts'
import { getPage } from './rows.ts'

/** Reading a page that grew for years may take longer than what a request may send. */
const BUDGET_MS = 5_000

interface Brought {
  personId: string
  at: Date
}
interface Known {
  seq: number
  /** By id: who brought it first, and when; then whoever else did. */
  brought: Map<string, [Brought, ...Brought[]]>
}

/** What the log says of pages that were asked for lately; it only grows, and is read from where it was left. */
const known = new Map<string, Promise<Known>>()
const MOST_PAGES = 200

/**
 * What is proposed in a page, with who and when: the person whom the server stamped on the row of the log that first brought it, whatever its
 * mark says.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function listSuggestions(ctx: Context, rooms: Rooms, pageId: string): Promise<List<SuggestionItem>> {
  const page = await getPage(ctx, pageId)
  if (!policy.follow(page.facts)) throw hidden(ctx.viewer)
  const read = await rooms.use(pageId, async (room) => {
    await catchUp(room, page.seq)
    await room.readable()
    return { state: room.document?.encode(), seq: room.seq }
  })
  if (!read?.state) throw hidden(ctx.viewer)
  const all = await ctx.documents.run('suggestions', { state: read.state }, BUDGET_MS)
  const found = all.slice(0, suggestionLimits.most)
  if (found.length === 0) return { items: [], next: null }
  const [{ brought }, clients] = await Promise.all([whoBrought(ctx, pageId, read.seq), clientsOf(ctx, pageId)])
  const people = found.map((one) => peopleOf(one, brought, clients))
  const authors = await authorsBy(
    ctx,
    new Set(people.flatMap(({ first, others }) => [...(first ? [first.personId] : []), ...others])),
  )
  const items = found.map((one, index): SuggestionItem => {
    const { first, others } = people[index] ?? { first: undefined, others: [] }
    const short = (text: string): string => text.slice(0, suggestionLimits.text).toWellFormed()
    return {
      id: one.id,
      ids: [...one.ids],
      author: (first && authors.get(first.personId)) ?? null,
      others: others.flatMap((id) => authors.get(id) ?? []),
      at: first?.at.toISOString() ?? null,
      added: short(one.added),
      removed: short(one.removed),
      isSplit: one.isSplit,
      isJoin: one.isJoin,
      adds: one.adds.map(short),
      removes: one.removes.map(short),
    }
  })
  return { items, next: null }
}

function peopleOf(
  { ids, clients }: FoundSuggestion,
  brought: Known['brought'],
  owners: ReadonlyMap<number, string>,
): { first: Brought | undefined; others: string[] } {
  const all = ids.flatMap((id) => brought.get(id) ?? []).sort((a, b) => a.at.getTime() - b.at.getTime())
  const [first] = all
  const hands = [...all.map(({ personId }) => personId), ...clients.flatMap((client) => owners.get(client) ?? [])]
  return { first, others: [...new Set(hands)].filter((id) => id !== first?.personId) }
}

async function whoBrought(ctx: Context, pageId: string, seq: number): Promise<Known> {
  const before = known.get(pageId)
  const reading = (before ?? Promise.resolve({ seq: 0, brought: new Map() })).then((from) =>
    readOn(ctx, pageId, from, seq),
  )
  known.delete(pageId)
  known.set(pageId, reading)
  const [oldest] = known.keys()
  if (known.size > MOST_PAGES && oldest !== undefined) known.delete(oldest)
  try {
    return await reading
  } catch (error) {
    known.delete(pageId)
    throw error
  }
}

/** Only rows that name a suggestion are fetched: of a day's typing, few do. */
async function readOn({ db }: Context, pageId: string, from: Known, seq: number): Promise<Known> {
  if (from.seq >= seq) return from
  const rows = await db
    .selectFrom('page_update')
    .select(['person_id', 'at', 'bytes'])
    .where('page_id', '=', pageId)
    .where('seq', '>', from.seq)
    .where('seq', '<=', seq)
    .where(sql<boolean>`(position('insertion'::bytea in bytes) > 0 or position('deletion'::bytea in bytes) > 0)`)
    .orderBy('seq')
    .execute()
  const brought = new Map(from.brought)
  for (const { person_id, at, bytes } of rows) {
    for (const id of suggestionsBrought(bytes)) {
      const one: Brought = { personId: person_id, at }
      const earlier = brought.get(id)
      if (!earlier) brought.set(id, [one])
      else if (!earlier.some(({ personId }) => personId === person_id)) brought.set(id, [...earlier, one])
    }
  }
  return { seq, brought }
}

async function clientsOf({ db }: Context, pageId: string): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('page_client')
    .select(['client_id', 'person_id'])
    .where('page_id', '=', pageId)
    .execute()
  return new Map(rows.map(({ client_id, person_id }) => [client_id, person_id]))
}

async function authorsBy({ db }: Context, ids: ReadonlySet<string>): Promise<Map<string, Author>> {
  if (ids.size === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'portrait_key'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, presentAuthor(row)]))
}
