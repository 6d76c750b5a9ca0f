/**
 * One statement, so one transaction and one round trip, for all updates that all rooms have gathered. It locks the pages in one order (no
 * deadlock between processes), so that the order of seq is the order of commit; announces (page, seq) to the other processes; and binds
 * Yjs client ids to the first person who used them. Bytes travel as one value with lengths: arrays of bytes would travel as hexadecimal.
 *
 * $1 pages, $2 persons, $3 nonces, $4 starts in $7 (from 1), $5 lengths, $6 seq known to the room, $7 bytes, $8 time,
 * $9 $10 $11 pages, client ids and persons to bind, $12 this process.
 */
const appendStatement = (isRetry: boolean): string => `
with batch as (
  select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::int[], $5::int[], $6::bigint[])
    with ordinality as b (page_id, person_id, nonce, start, length, known, n)
), stored as (
  ${
    isRetry
      ? 'select u.page_id, u.nonce, u.seq from batch b join page_update u on u.page_id = b.page_id and u.seq > b.known and u.nonce = b.nonce'
      : 'select null::uuid as page_id, null::bigint as nonce, null::bigint as seq where false'
  }
), fresh as (
  select *, row_number() over (partition by page_id order by n) as place from batch
  ${isRetry ? 'where nonce not in (select nonce from stored)' : ''}
), locked as materialized (
  select page_id from page_head where page_id = any($1::uuid[]) order by page_id for update
), heads as (
  update page_head h set seq = h.seq + c.count
  from (select page_id, count(*) as count from fresh group by page_id) c join locked l on l.page_id = c.page_id
  where h.page_id = c.page_id
  returning h.page_id, h.seq, h.seq - c.count as base
), added as (
  insert into page_update (page_id, seq, person_id, nonce, bytes, at)
  select f.page_id, h.base + f.place, f.person_id, f.nonce, substring($7::bytea from f.start for f.length), $8::timestamptz
  from fresh f join heads h on h.page_id = f.page_id
  returning nonce, seq
), bound as (
  insert into page_client (page_id, client_id, person_id)
  select c.page_id, c.client_id, c.person_id from unnest($9::uuid[], $10::bigint[], $11::uuid[]) as c (page_id, client_id, person_id)
  join locked l on l.page_id = c.page_id
  on conflict do nothing
), told as (
  select pg_notify('cenacle_collab', $12::text || ' ' || case when count(*) > 100 then '*' else string_agg(page_id || ':' || seq, ',') end) from heads
)
select nonce, seq from (select nonce, seq from added union all select nonce, seq from stored) as done, told`

export const APPEND = appendStatement(false)
/** The same for entries whose earlier attempt had no answer: what is there already is not repeated. Run it after LOCK. */
export const APPEND_AGAIN = appendStatement(true)
/** In a statement of its own: the next one then sees what an attempt that was still running has committed. */
export const LOCK = 'select page_id from page_head where page_id = any($1::uuid[]) order by page_id for update'

export const CHANNEL = 'cenacle_collab'
export const PRESENCE_CHANNEL = 'cenacle_presence'
