/**
 * Text that a merge took away although nobody deleted it, until somebody of the page has put it back or let it go. One row for each run of
 * a Yjs client's clocks; rows of a page never overlap, so that finding the same again (after a crash, in another process) adds nothing.
 */
export const statements = [
  `create table page_recovered (
    page_id uuid not null references page on delete cascade,
    client_id bigint not null,
    clock bigint not null,
    length integer not null check (length > 0),
    person_id uuid references person on delete set null,
    text text not null,
    before text not null,
    after text not null,
    heading text not null,
    at timestamptz not null,
    taken_at timestamptz,
    taken_by uuid references person on delete set null,
    primary key (page_id, client_id, clock)
  )`,
  `create index page_recovered_person on page_recovered (person_id)`,
  `create index page_recovered_taken_by on page_recovered (taken_by)`,
]
