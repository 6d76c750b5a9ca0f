/**
 * What reading a page needs besides its text, and the claim that settles two writes by HTTP based on the same version: `put_seq` is the
 * version that a write in progress (or the last one) was based on. A claim older than a few seconds is that of a process that died.
 */
export const statements = [
  `alter table page
    add column headings jsonb,
    add column words integer not null default 0,
    add column put_seq bigint not null default 0,
    add column put_at timestamptz`,
  `create index page_alive on page (space_id, position, id) where deleted_at is null`,
]
