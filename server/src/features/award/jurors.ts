import type { Db, Tx } from '../../database/types.ts'
import { Problem } from '../../problem.ts'
import { committeeRoll } from '../votes/commands/open.ts'
import type { Recused } from './conflicts-found.ts'
import type { CategoryRow } from './rows.ts'

/**
 * Who judges a category, without those who have a conflict of interest in it: its team, or everybody with a seat.
 * @param optionOf options of the vote by entry
 * @returns the roll, and by person the options that they do not judge
 * @throws Problem conflict when nobody is left
 */
export async function jurorsOf(
  db: Tx,
  category: Pick<CategoryRow, 'id' | 'name' | 'by_team'>,
  recused: ReadonlyMap<string, Recused>,
  optionOf: ReadonlyMap<string, string>,
): Promise<{ roll: string[]; excused: Map<string, string[]> }> {
  const pool = category.by_team ? await teamRoll(db, category.id) : await committeeRoll(db)
  const roll = pool.filter((id) => recused.get(id)?.category !== true)
  if (roll.length === 0)
    throw new Problem('conflict', { detail: `Personne ne peut juger la catégorie « ${category.name} ».` })
  const excused = new Map(
    roll.map((id) => [id, [...(recused.get(id)?.entries ?? [])].flatMap((entry) => optionOf.get(entry) ?? [])]),
  )
  return { roll, excused }
}

/** Those of a team who still have a seat. */
async function teamRoll(db: Db, categoryId: string): Promise<string[]> {
  const people = await db
    .selectFrom('award_juror as j')
    .innerJoin('person as p', 'p.id', 'j.person_id')
    .select('p.id')
    .where('j.category_id', '=', categoryId)
    .where('p.role', '=', 'member')
    .where('p.suspended_at', 'is', null)
    .execute()
  return people.map(({ id }) => id)
}
