/**
 * Versions of a page that somebody gave a name: a place in its log, which compaction then leaves exact. The log has no foreign keys, so `seq`
 * has none either.
 */
export const statements = [
  `create table page_version (
    page_id uuid not null references page on delete cascade,
    seq bigint not null,
    name text not null,
    person_id uuid references person on delete set null,
    named_at timestamptz not null,
    primary key (page_id, seq)
  )`,
  `create index page_version_person on page_version (person_id)`,
]
