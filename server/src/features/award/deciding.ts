import type { PersonContext } from '../../context.ts'
import type { EditionRow, EntryRow } from './rows.ts'

/** @param to the category that the entry would go to */
export type HasConflict = (entry: Pick<EntryRow, 'id' | 'category_id'>, to?: string) => boolean

/**
 * Whether the viewer has a conflict of interest about an entry, in its category, or in the one that it would go to: by the edition's
 * scope, as in a jury. One about an entry that was put aside counts for that entry, since deciding may bring it back.
 */
export async function conflictsOfViewer(
  { db, viewer }: Pick<PersonContext, 'db' | 'viewer'>,
  edition: Pick<EditionRow, 'id' | 'scope'>,
): Promise<HasConflict> {
  const rows = await db
    .selectFrom('award_recusal as r')
    .innerJoin('award_category as c', 'c.id', 'r.category_id')
    .leftJoin('award_entry as e', 'e.id', 'r.entry_id')
    .select(['r.category_id', 'r.entry_id', 'e.verdict'])
    .where('c.edition_id', '=', edition.id)
    .where('r.person_id', '=', viewer.id)
    .execute()
  const entries = new Set(rows.map(({ entry_id }) => entry_id))
  const categories = new Set(
    rows
      .filter(({ entry_id, verdict }) => entry_id === null || (edition.scope === 'category' && verdict !== 'rejected'))
      .map(({ category_id }) => category_id),
  )
  return ({ id, category_id }, to = category_id) => entries.has(id) || categories.has(category_id) || categories.has(to)
}
