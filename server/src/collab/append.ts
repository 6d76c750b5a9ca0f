import { sql } from 'kysely'
import type { Tx } from '../database/types.ts'
import { CHANNEL } from './statements.ts'

/** One edit that was made outside of a room. */
export interface Row {
  pageId: string
  personId: string
  bytes: Uint8Array
  /** The Yjs client id under which it was made; new, so that nobody else is credited. */
  clientId: number
  /** The seq of the document that it was made of. */
  after: number
  at: Date
}

/** Whom the rooms of every process hear as another process, this one's too. */
const WRITER = 'outside'

/**
 * Appends an edit to a page's log in a transaction of the caller's, with whatever else must happen together with it. Rooms read it as they
 * read what another process has committed; on PGlite, where nothing is announced, let the room catch up afterwards.
 * @returns its seq, or undefined when the page is not at `after` any more: make the edit again of what it is now
 */
export async function appendRow(
  db: Tx,
  { pageId, personId, bytes, clientId, after, at }: Row,
): Promise<number | undefined> {
  const head = await db
    .updateTable('page_head')
    .set({ seq: after + 1 })
    .where('page_id', '=', pageId)
    .where('seq', '=', after)
    .returning('seq')
    .executeTakeFirst()
  if (!head) return undefined
  const { seq } = head
  const page_id = pageId
  await db
    .insertInto('page_update')
    .values({ page_id, seq, person_id: personId, nonce: 0, bytes: Buffer.from(bytes), at })
    .execute()
  await db.insertInto('page_client').values({ page_id, client_id: clientId, person_id: personId }).execute()
  await sql`select pg_notify(${CHANNEL}, ${`${WRITER} ${pageId}:${seq}`})`.execute(db)
  return seq
}
