import type { JournalExport } from '@cenacle/contract/award-journal'
import type { Author } from '@cenacle/contract/person'
import type { Db } from '../../../database/types.ts'
import { presentAuthor } from '../../accounts/present.ts'

type Stored = JournalExport['events'][number]

interface Named {
  id: string
  name: string
}
/** By id, what the sentences about some events name. */
export interface Names {
  people: Map<string, Author>
  categories: Map<string, Named>
  entries: Map<string, Named>
}

const byId = <One extends { id: string }>(all: readonly One[]): Map<string, One> =>
  new Map(all.map((one) => [one.id, one]))

/** Names of what some events tell of; who or what is gone has none. */
export async function namesFor(db: Db, events: readonly Stored[]): Promise<Names> {
  const idsIn = (...members: string[]): string[] =>
    events.flatMap(({ body }) => members.flatMap((member) => (typeof body?.[member] === 'string' ? body[member] : [])))
  const [people, categories, entries] = [idsIn('by', 'personId'), idsIn('categoryId'), idsIn('entryId')]
  const found = await db
    .selectFrom('person')
    .select(['id', 'name', 'portrait_key'])
    .where('id', 'in', [...people, NOBODY])
    .execute()
  return {
    people: byId(found.map(presentAuthor)),
    categories: byId(
      await db
        .selectFrom('award_category')
        .select(['id', 'name'])
        .where('id', 'in', [...categories, NOBODY])
        .execute(),
    ),
    entries: byId(
      await db
        .selectFrom('award_entry')
        .select(['id', 'title as name'])
        .where('id', 'in', [...entries, NOBODY])
        .execute(),
    ),
  }
}

/** A list is never empty in SQL. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
