import type { PersonContext } from '../../context.ts'
import type { Db } from '../../database/types.ts'
import { allow } from '../../policy/allow.ts'
import { recusedIn } from './conflicts-found.ts'
import { hasOffice } from './office.ts'
import type { ActingInTx, Held } from './rows.ts'

/**
 * Those of some people whose signature counts for nothing at this moment: they do not run the award any more, are suspended, or have a
 * conflict of interest in the edition.
 */
export async function lapsedOf(
  ctx: Pick<PersonContext, 'db' | 'now'>,
  { edition }: Pick<Held, 'edition'>,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const running = await ctx.db
    .selectFrom('person as p')
    .select('p.id')
    .where('p.id', 'in', [...ids])
    .where('p.suspended_at', 'is', null)
    .where(hasOffice(ctx.now()))
    .execute()
  const recused = await recusedIn(ctx.db, edition)
  return new Set(ids.filter((id) => recused.has(id) || !running.some((person) => person.id === id)))
}

/**
 * The same while somebody signs: nobody's office ends meanwhile, and who has lost theirs since they asked does not sign. The edition is
 * locked by the caller, so that no conflict of interest comes in.
 * @param ids of those who have signed before
 * @throws Problem forbidden
 */
export async function holdSigners(ctx: ActingInTx, held: Held, ids: readonly string[]): Promise<Set<string>> {
  const all = [...new Set([...ids, ctx.viewer.id])]
  await lockPeople(ctx.db, all)
  const lapsed = await lapsedOf(ctx, held, all)
  allow(!lapsed.has(ctx.viewer.id))
  return lapsed
}

async function lockPeople(db: Db, ids: string[]): Promise<void> {
  await db.selectFrom('person').select('id').where('id', 'in', ids).orderBy('id').forShare().execute()
  await db
    .selectFrom('space_person')
    .innerJoin('space', 'space.id', 'space_person.space_id')
    .select('person_id')
    .where('space.kind', '=', 'committee')
    .where('person_id', 'in', ids)
    .orderBy('person_id')
    .forShare('space_person')
    .execute()
}

/** Who takes no part in what is decided about a palmarès has not signed it either: of a jury that is not theirs, the text stays the same. */
export async function unsign({ db }: Pick<ActingInTx, 'db'>, { edition }: Held, personId: string): Promise<void> {
  await db
    .deleteFrom('award_signature')
    .where('edition_id', '=', edition.id)
    .where('person_id', '=', personId)
    .execute()
}
