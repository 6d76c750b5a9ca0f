import { sql } from 'kysely'
import type { StampedLog, StoredPair } from '../../documents/history-jobs.ts'
import type { PackedRows, StoredPage } from '../../documents/stored-page.ts'
import type { Db } from '../../database/types.ts'

/** Rows read by one statement: a long log would run into its timeout. */
const PART = 20_000
/** As many as have written in one stretch of work: compaction leaves one row each. */
const LATER_MAX = 100

interface Part {
  bytes: Uint8Array | null
  lengths: string | null
  seqs: string | null
  persons: string | null
  times: string | null
}

const numbers = (list: string | null): number[] => (list ? list.split(',').map(Number) : [])

/** Rows after `from` and up to `to`, packed by the database: a hundred thousand small values would cost more than what they hold. */
async function* parts(
  db: Db,
  pageId: string,
  from: number,
  to: number,
  people: readonly string[],
): AsyncGenerator<Part> {
  for (let after = from; ; ) {
    const { rows } = await sql<Part>`
      select string_agg(bytes, ''::bytea order by seq) as bytes, string_agg(octet_length(bytes)::text, ',' order by seq) as lengths,
        string_agg(seq::text, ',' order by seq) as seqs,
        string_agg((coalesce(array_position(${people}::uuid[], person_id), 1) - 1)::text, ',' order by seq) as persons,
        string_agg((extract(epoch from at) * 1000)::bigint::text, ',' order by seq) as times
      from (select seq, bytes, person_id, at from page_update where page_id = ${pageId} and seq > ${after} and seq <= ${to}
        order by seq limit ${PART}) as part`.execute(db)
    const [part] = rows
    const seqs = numbers(part?.seqs ?? null)
    if (!part || seqs.length === 0) return
    yield part
    if (seqs.length < PART) return
    after = seqs.at(-1) ?? to
  }
}

const pack = (found: readonly Part[]): PackedRows => ({
  bytes: new Uint8Array(Buffer.concat(found.map(({ bytes }) => bytes ?? new Uint8Array()))),
  lengths: Uint32Array.from(found.flatMap(({ lengths }) => numbers(lengths))),
})

/** Rows of a page's log after `from` and up to `to`. */
export const readRows = async (db: Db, pageId: string, from: number, to: number): Promise<PackedRows> =>
  pack(await Array.fromAsync(parts(db, pageId, from, to, [])))

async function rowsAfter(db: Db, pageId: string, seq: number): Promise<PackedRows> {
  const rows = await db
    .selectFrom('page_update')
    .select('bytes')
    .where('page_id', '=', pageId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(LATER_MAX)
    .execute()
  const bytes = new Uint8Array(Buffer.concat(rows.map((row) => row.bytes)))
  return { bytes, lengths: Uint32Array.from(rows.map((row) => row.bytes.length)) }
}

/** The page's document as of `seq`, from the newest snapshot that is not younger and the rows after it. */
export async function readStored(db: Db, pageId: string, seq: number): Promise<StoredPage> {
  const snapshot = await db
    .selectFrom('page_snapshot')
    .select(['seq', 'state'])
    .where('page_id', '=', pageId)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    base: snapshot ? new Uint8Array(snapshot.state) : null,
    rows: await readRows(db, pageId, snapshot?.seq ?? 0, seq),
    later: await rowsAfter(db, pageId, seq),
  }
}

/** Two versions, read once. @param from 0 for the page before anything was written */
export async function readPair(db: Db, pageId: string, from: number, to: number): Promise<StoredPair> {
  return {
    from: from === 0 ? null : await readStored(db, pageId, from),
    more: await readRows(db, pageId, from, to),
    later: await rowsAfter(db, pageId, to),
  }
}

/** The whole log up to `seq`, with who wrote each row and when. */
export async function readLog(db: Db, pageId: string, seq: number): Promise<StampedLog> {
  const writers = await db
    .selectFrom('page_update')
    .select('person_id')
    .distinct()
    .where('page_id', '=', pageId)
    .execute()
  const people = writers.map(({ person_id }) => person_id)
  const owners = await db
    .selectFrom('page_client')
    .select(['client_id', 'person_id'])
    .where('page_id', '=', pageId)
    .execute()
  const found = await Array.fromAsync(parts(db, pageId, 0, seq, people))
  return {
    ...pack(found),
    seqs: Float64Array.from(found.flatMap(({ seqs }) => numbers(seqs))),
    times: Float64Array.from(found.flatMap(({ times }) => numbers(times))),
    persons: Uint32Array.from(found.flatMap(({ persons }) => numbers(persons))),
    people,
    owners: owners.map(({ client_id, person_id }) => [client_id, person_id]),
  }
}
