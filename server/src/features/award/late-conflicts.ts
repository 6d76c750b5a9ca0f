import type { LateConflict } from '@cenacle/contract/award-jury'
import type { Db } from '../../database/types.ts'
import { presentAuthor } from '../accounts/present.ts'

/**
 * Conflicts of interest that were found after their category's jury had closed: whoever had read the tally may have moved it. To refuse
 * them would hide a conflict that is real; so those who sign read them, and the palmarès holds how many there are.
 */
export async function lateConflictsOf(db: Db, editionId: string): Promise<LateConflict[]> {
  const rows = await db
    .selectFrom('award_recusal as r')
    .innerJoin('award_category as c', 'c.id', 'r.category_id')
    .innerJoin('vote as v', 'v.id', 'c.vote_id')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('person as b', 'b.id', 'r.created_by')
    .leftJoin('award_entry as e', 'e.id', 'r.entry_id')
    .select(['r.category_id', 'c.name as category', 'r.origin', 'r.reason', 'r.created_at'])
    .select(['p.id', 'p.name', 'p.portrait_key', 'b.id as by_id', 'b.name as by_name', 'b.portrait_key as by_portrait'])
    .where('c.edition_id', '=', editionId)
    .whereRef('r.created_at', '>=', 'v.closes_at')
    // Of an entry that is not nominated, or that has left its jury, it changes nothing.
    .where((eb) => eb.or([eb('r.entry_id', 'is', null), eb('e.shortlisted', '=', true)]))
    .where('e.withdrawn_at', 'is', null)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .execute()
  return rows.map(({ id, name, portrait_key, ...row }) => ({
    categoryId: row.category_id,
    category: row.category,
    person: presentAuthor({ id, name, portrait_key }),
    by:
      row.by_id !== null && row.by_name !== null
        ? presentAuthor({ id: row.by_id, name: row.by_name, portrait_key: row.by_portrait })
        : null,
    origin: row.origin,
    reason: row.reason,
    at: row.created_at.toISOString(),
  }))
}
