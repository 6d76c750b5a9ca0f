import type { ConflictsAnswer, TiesSaid } from '@cenacle/contract/award-jury'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db } from '../../database/types.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/award.ts'
import { hasSeat } from '../../policy/person.ts'
import { Problem } from '../../problem.ts'
import { presentAuthor } from '../accounts/present.ts'
import { listParticipation } from '../votes/queries/participation.ts'
import { timesOf } from './duty.ts'
import {
  allowPhase,
  type CategoryRow,
  getCategory,
  type Held,
  listCategoryRows,
  lockEdition,
  noteDone,
} from './rows.ts'

/**
 * The viewer says that nothing ties them to the entries that they judge in a category. Said again, it is not written down again.
 * @returns the edition's id
 * @throws Problem not-found, forbidden, edition-frozen, vote-closed, not-on-roll; conflict for who has declared a tie there
 */
export const sayNone = (ctx: PersonContext, categoryId: string): Promise<string> =>
  inTx(ctx, async (ctx) => {
    allow(policy.read(ctx.viewer), 'not-found')
    allow(hasSeat(ctx.viewer))
    const { edition_id } = await getCategory(ctx.db, categoryId)
    const held = await lockEdition(ctx.db, edition_id)
    allowPhase(held, 'jury')
    // Under the edition's lock nobody is recused meanwhile.
    const category = await getCategory(ctx.db, categoryId)
    const juries = await juriesOf(ctx.db, [category])
    const own = juries.get(categoryId)?.find(({ person }) => person.id === ctx.viewer.id)
    allow(policy.sayNone(ctx.viewer, held, own !== undefined), 'not-on-roll')
    if (!(await openAmong(ctx.db, [category], held)).has(categoryId)) throw new Problem('vote-closed')
    if (own?.said === 'declared')
      throw new Problem('conflict', { detail: 'Vous avez déclaré un lien dans cette catégorie.' })
    const written = await ctx.db
      .insertInto('award_unconcerned')
      .values({ category_id: categoryId, person_id: ctx.viewer.id, said_at: held.now })
      .onConflict((oc) => oc.doNothing())
      .returning('person_id')
      .executeTakeFirst()
    if (written) await noteDone(ctx, held.edition, 'conflict.none', { categoryId, personId: ctx.viewer.id })
    return edition_id
  })

/** What the juries of an edition said of their ties. @param runs the viewer reads of everybody */
export async function listSaid(ctx: PersonContext, held: Held, runs: boolean): Promise<ConflictsAnswer['said']> {
  const categories = (await listCategoryRows(ctx.db, [held.edition.id])).filter(({ vote_id }) => vote_id !== null)
  const juries = await juriesOf(ctx.db, categories)
  const open = await openAmong(ctx.db, categories, held)
  return categories.map(({ id }) => {
    const jurors = juries.get(id) ?? []
    const own = jurors.find(({ person }) => person.id === ctx.viewer.id)?.said ?? null
    return {
      categoryId: id,
      own,
      jurors: runs ? jurors : null,
      can: { sayNone: own === 'nothing' && open.has(id) && policy.sayNone(ctx.viewer, held, true) },
    }
  })
}

/** The categories whose jury is open: one may have been given more time than another. */
async function openAmong(db: Db, categories: readonly CategoryRow[], { now }: Held): Promise<Set<string>> {
  const times = await timesOf(
    db,
    categories.flatMap(({ vote_id }) => vote_id ?? []),
  )
  const isOpen = ({ vote_id }: CategoryRow): boolean => (times.get(vote_id ?? '')?.closesAt ?? now) > now
  return new Set(categories.filter(isOpen).map(({ id }) => id))
}

type Juror = NonNullable<ConflictsAnswer['said'][number]['jurors']>[number]

/** Who judges, and what they said; whoever is out of the whole category says nothing there any more. */
async function juriesOf(db: Db, categories: readonly CategoryRow[]): Promise<Map<string, Juror[]>> {
  const places = Map.groupBy(
    await listParticipation(
      db,
      categories.flatMap(({ vote_id }) => vote_id ?? []),
    ),
    ({ vote_id }) => vote_id,
  )
  const said = await saidIn(db, categories)
  return new Map(
    categories.map(({ id, vote_id }) => [
      id,
      (places.get(vote_id ?? '') ?? []).flatMap(({ person_id, name, portrait_key }) =>
        person_id === null || name === null
          ? []
          : [
              {
                person: presentAuthor({ id: person_id, name, portrait_key }),
                said: said.get(`${id} ${person_id}`) ?? ('nothing' as const),
              },
            ],
      ),
    ]),
  )
}

/** By category and person; a tie that was declared later counts before what was said first. */
async function saidIn(db: Db, categories: readonly CategoryRow[]): Promise<Map<string, TiesSaid>> {
  if (categories.length === 0) return new Map()
  const ids = categories.map(({ id }) => id)
  const none = await db
    .selectFrom('award_unconcerned')
    .select(['category_id', 'person_id'])
    .where('category_id', 'in', ids)
    .execute()
  const declared = await db
    .selectFrom('award_recusal')
    .select(['category_id', 'person_id'])
    .where('category_id', 'in', ids)
    .where('origin', '=', 'declared')
    .execute()
  const keyOf = (row: { category_id: string; person_id: string }): string => `${row.category_id} ${row.person_id}`
  return new Map<string, TiesSaid>([
    ...none.map((row) => [keyOf(row), 'none'] as const),
    ...declared.map((row) => [keyOf(row), 'declared'] as const),
  ])
}
