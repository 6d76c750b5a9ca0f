import { GENESIS } from '@cenacle/tally/chain'
import type { JournalAnswer, JournalExport } from '@cenacle/contract/award-journal'
import type { PageQuery } from '@cenacle/contract/paging'
import type { PersonContext } from '../../../context.ts'
import { decodeCursor, encodeCursor } from '../../../database/paging.ts'
import type { Db } from '../../../database/types.ts'
import * as policy from '../../../policy/award.ts'
import { isRecused } from '../deliberation.ts'
import { committeeRole, getEdition, type Held } from '../rows.ts'
import { namesFor, type Names } from './names.ts'

/** An event of the chain with all that it says, as it is stored. */
export type Stored = JournalExport['events'][number]

/**
 * What was done with an edition, the newest first. That it was done is no secret; what exactly, to whom may know it.
 * @throws Problem not-found; invalid-parameter for a cursor that is none
 */
export async function readJournal(ctx: PersonContext, editionId: string, page: PageQuery): Promise<JournalAnswer> {
  const held = await getEdition(ctx, editionId)
  const [before] = page.cursor === undefined ? [undefined] : decodeCursor(page.cursor, ['number'])
  const rows = await eventsOf(ctx.db, editionId)
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(page.limit + 1)
    .execute()
  const told = (await tellerFor(ctx, held))(rows.slice(0, page.limit).map(asStored))
  const names = await namesFor(ctx.db, told)
  const last = told.at(-1)
  return {
    items: told.map((event) => ({ ...event, ...named(names, event) })),
    next: rows.length > page.limit && last ? encodeCursor([last.seq]) : null,
  }
}

/** The whole chain, to check offline. @throws Problem not-found */
export async function exportJournal(ctx: PersonContext, editionId: string): Promise<JournalExport> {
  const held = await getEdition(ctx, editionId)
  const events = (await tellerFor(ctx, held))(await journalOf(ctx.db, editionId))
  return { editionId, head: events.at(-1)?.hash ?? GENESIS, events }
}

/** Every event of an edition, with all that it says. */
export const journalOf = async (db: Db, editionId: string): Promise<Stored[]> =>
  (await eventsOf(db, editionId).orderBy('seq').execute()).map(asStored)

const eventsOf = (db: Db, editionId: string) =>
  db.selectFrom('award_event').selectAll().where('edition_id', '=', editionId)

const asStored = (row: Awaited<ReturnType<ReturnType<typeof eventsOf>['execute']>>[number]): Stored => ({
  seq: row.seq,
  prev: row.prev,
  ts: row.at.toISOString(),
  type: row.type,
  actor: row.actor,
  payload: row.payload,
  hash: row.hash,
  ...(row.detail !== null && { body: row.detail as NonNullable<Stored['body']> }),
})

/** Takes away from events what the viewer may not know. */
async function tellerFor(ctx: PersonContext, held: Held): Promise<(events: readonly Stored[]) => Stored[]> {
  const facts = {
    phase: held.phase,
    role: await committeeRole(ctx),
    recused: await isRecused(ctx, held),
  }
  return (events) =>
    events.map(({ body, ...event }) => {
      const own = body?.['personId'] === ctx.viewer.id
      return body && policy.readDone(ctx.viewer, facts, { type: event.type, own }) ? { ...event, body } : event
    })
}

/** An id that an event holds; no id of anything where it has none. */
const idIn = (body: Stored['body'], member: string): string => {
  const value = body?.[member]
  return typeof value === 'string' ? value : ''
}

const named = (names: Names, { body }: Stored) => ({
  by: names.people.get(idIn(body, 'by')) ?? null,
  category: names.categories.get(idIn(body, 'categoryId')) ?? null,
  entry: names.entries.get(idIn(body, 'entryId')) ?? null,
  person: names.people.get(idIn(body, 'personId')) ?? null,
})
