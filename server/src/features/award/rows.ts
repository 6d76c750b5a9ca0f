import { type Selectable, sql } from 'kysely'
import type { EditionPhase } from '@cenacle/contract/award'
import type { SpaceRole } from '@cenacle/contract/space'
import type { Context, PersonContext, Viewer, World } from '../../context.ts'
import type { Db, Schema, Tx } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import { allow, hidden } from '../../policy/allow.ts'
import * as policy from '../../policy/award.ts'
import { Problem } from '../../problem.ts'
import { factsOf, findSpace } from '../spaces/queries.ts'
import { databaseClock } from '../votes/queries/rows.ts'
import { appendJournal } from './journal/append.ts'
import { phaseAt } from './phase.ts'

export type EditionRow = Selectable<Schema['award_edition']> & { jury_closes: Date | null }
export type EntryRow = Selectable<Schema['award_entry']>
export type CategoryRow = Omit<Selectable<Schema['award_category']>, 'criteria' | 'medals' | 'ties' | 'withheld'> & {
  criteria: { id: string; label: string; weight: number }[]
  medals: string[]
  ties: { order: string[]; reason: string }[]
  withheld: { medal: string; reason: string }[]
}
/** The world inside a transaction. */
export type InTx = Omit<World, 'db'> & { db: Tx }
export type ActingInTx = Omit<PersonContext, 'db'> & { db: Tx }

/** An edition, and where it is by the clock that judges deadlines. */
export interface Held {
  edition: EditionRow
  phase: EditionPhase
  now: Date
}

const juryCloses = sql<Date | null>`(select max(v.closes_at) from award_category c join vote v on v.id = c.vote_id
  where c.edition_id = award_edition.id)`.as('jury_closes')

/** All editions, the newest first. */
export const listEditionRows = (db: Db): Promise<EditionRow[]> =>
  db.selectFrom('award_edition').selectAll().select(juryCloses).orderBy('year', 'desc').orderBy('id', 'desc').execute()

/** @throws Problem not-found, the same for who may know of no edition; sign-in-required for a visitor */
export async function getEdition(ctx: Pick<Context, 'db' | 'viewer'>, id: string): Promise<Held> {
  const edition = await ctx.db
    .selectFrom('award_edition')
    .selectAll()
    .select(juryCloses)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!edition || !policy.read(ctx.viewer)) throw hidden(ctx.viewer)
  const now = await databaseClock(ctx.db)
  return { edition, phase: phaseAt(edition, now), now }
}

/** Holds an edition against every other change of it, then reads the clock. @throws Problem not-found */
export async function lockEdition(db: Tx, id: string): Promise<Held> {
  const locked = await db.selectFrom('award_edition').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  if (!locked) throw new Problem('not-found')
  const edition = await db
    .selectFrom('award_edition')
    .selectAll()
    .select(juryCloses)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const now = await databaseClock(db)
  return { edition, phase: phaseAt(edition, now), now }
}

/**
 * The same for who runs the award.
 * @throws Problem not-found, forbidden
 */
export async function runEdition(ctx: ActingInTx, id: string): Promise<Held> {
  await allowRunning(ctx)
  return lockEdition(ctx.db, id)
}

/** @throws Problem not-found for who knows of no award, forbidden for who does not run it */
export async function allowRunning(ctx: Pick<PersonContext, 'db' | 'viewer' | 'now'>): Promise<void> {
  allow(policy.read(ctx.viewer), 'not-found')
  allow(policy.run(ctx.viewer, await committeeRole(ctx)))
}

/** @throws Problem edition-frozen unless the edition is in one of these phases */
export function allowPhase({ phase }: Pick<Held, 'phase'>, ...phases: EditionPhase[]): void {
  if (!phases.includes(phase)) throw new Problem('edition-frozen')
}

/** The role that the viewer has in the committee's space. */
export async function committeeRole(ctx: Pick<Context, 'db' | 'viewer' | 'now'>): Promise<SpaceRole | null> {
  const row = await ctx.db.selectFrom('space').select('id').where('kind', '=', 'committee').executeTakeFirst()
  const space = row && (await findSpace(ctx, row.id))
  return space ? factsOf(space).role : null
}

/** The categories of some editions, in their order. */
export async function listCategoryRows(db: Db, editionIds: readonly string[]): Promise<CategoryRow[]> {
  if (editionIds.length === 0) return []
  const rows = await db
    .selectFrom('award_category')
    .selectAll()
    .where('edition_id', 'in', [...editionIds])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows as unknown as CategoryRow[]
}

/** @throws Problem not-found */
export async function getCategory(db: Db, id: string): Promise<CategoryRow> {
  const row = await db.selectFrom('award_category').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem('not-found')
  return row as unknown as CategoryRow
}

/** @throws Problem not-found */
export async function getEntry(db: Db, id: string): Promise<EntryRow> {
  const row = await db.selectFrom('award_entry').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem('not-found')
  return row
}

/** Writes down what was done, and tells the committee's screens that the edition is another one now. Written last. */
export async function noteDone(
  ctx: InTx & { viewer?: Viewer },
  edition: Pick<EditionRow, 'id' | 'space_id'>,
  type: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const by = ctx.viewer?.kind === 'person' ? ctx.viewer.id : null
  await appendJournal(ctx.db, edition.id, { type, by, detail })
  await record(ctx, { type: 'award.changed', spaceId: edition.space_id, ids: { editionId: edition.id } })
}
