/**
 * Imports on their way into a space. What was sent is taken apart once, when it is looked at; from then on any process can go on with it. An
 * import is forgotten after a day. `seed` columns are filled while it runs; its pages then come into being in one transaction.
 */
export const statements = [
  `create table import (
    id uuid primary key,
    space_id uuid not null references space on delete cascade,
    person_id uuid not null references person on delete cascade,
    name text not null,
    state text not null check (state in ('preview', 'running', 'done', 'failed')),
    parent_id uuid,
    faults jsonb not null,
    failure text,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index import_person on import (person_id, created_at)`,
  `create index import_space on import (space_id)`,

  // parent: another page of the import, by its number.
  `create table import_page (
    import_id uuid not null references import on delete cascade,
    n integer not null,
    id uuid not null,
    parent integer,
    path text,
    title text not null,
    text text not null,
    links jsonb not null,
    failed boolean not null default false,
    seed_update bytea,
    seed_client bigint,
    seed_derived text,
    primary key (import_id, n)
  )`,

  // key: under which it is stored as a file of the space.
  `create table import_image (
    import_id uuid not null references import on delete cascade,
    path text not null,
    bytes bytea not null,
    failed boolean not null default false,
    key text,
    primary key (import_id, path)
  )`,
]
