/** People, sessions, spaces, events, jobs, search: what every feature stands on. */
export const statements = [
  `create extension if not exists unaccent`,
  `create text search configuration cenacle_fr (copy = french)`,
  `alter text search configuration cenacle_fr alter mapping for hword, hword_part, word with unaccent, french_stem`,

  `create table setting (
    key text primary key,
    value jsonb not null,
    updated_at timestamptz not null
  )`,

  `create table person (
    id uuid primary key,
    email text not null,
    email_key text not null unique,
    name text not null,
    role text not null check (role in ('member', 'ambassador', 'guest', 'candidate', 'administrator')),
    is_administrator boolean not null default false,
    college text not null default 'undeclared' check (college in ('woman', 'man', 'undeclared')),
    employer text not null default '',
    headline text not null default '',
    language text not null default 'fr' check (language in ('fr', 'en')),
    theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
    portrait_key text,
    password_hash text,
    suspended_at timestamptz,
    created_at timestamptz not null,
    check (role <> 'administrator' or is_administrator)
  )`,
  `create index person_role on person (role) where suspended_at is null`,

  `create table session (
    id text primary key,
    person_id uuid not null references person on delete cascade,
    device text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    confirmed_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index session_person on session (person_id)`,

  `create table space (
    id uuid primary key,
    slug text not null unique,
    kind text not null check (kind in ('committee', 'team', 'loop', 'workshop', 'public')),
    name text not null,
    purpose text not null default '',
    pitch text not null default '',
    objective text not null default '',
    mission text not null default '',
    open boolean not null default false,
    created_by uuid references person on delete set null,
    created_at timestamptz not null,
    closed_at timestamptz
  )`,
  `create unique index space_one_committee on space (kind) where kind = 'committee'`,

  `create table space_person (
    space_id uuid not null references space on delete cascade,
    person_id uuid not null references person on delete cascade,
    role text not null check (role in ('reader', 'commenter', 'writer', 'facilitator')),
    until timestamptz,
    added_by uuid references person on delete set null,
    added_at timestamptz not null,
    primary key (space_id, person_id)
  )`,
  `create index space_person_person on space_person (person_id)`,

  `create table invitation (
    id uuid primary key,
    token_hash text not null unique,
    email text not null,
    email_key text not null,
    role text not null check (role in ('member', 'ambassador', 'guest')),
    space_id uuid references space on delete cascade,
    space_role text check (space_role in ('reader', 'commenter', 'writer', 'facilitator')),
    until timestamptz,
    invited_by uuid references person on delete set null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
  )`,
  `create index invitation_space on invitation (space_id)`,

  `create table password_reset (
    token_hash text primary key,
    person_id uuid not null references person on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index password_reset_person on password_reset (person_id)`,

  `create table throttle (
    key text primary key,
    failures integer not null,
    blocked_until timestamptz,
    updated_at timestamptz not null
  )`,

  `create table idempotency (
    person_id uuid not null references person on delete cascade,
    key text not null,
    request_hash text not null,
    status integer,
    answer jsonb,
    created_at timestamptz not null,
    primary key (person_id, key)
  )`,

  `create table event (
    seq bigint generated always as identity primary key,
    type text not null,
    space_id uuid references space on delete cascade,
    person_id uuid references person on delete cascade,
    ids jsonb not null,
    at timestamptz not null
  )`,
  `create index event_space on event (space_id, seq)`,

  `create table job (
    id uuid primary key,
    type text not null,
    payload jsonb not null,
    run_at timestamptz not null,
    attempts integer not null default 0,
    last_error text,
    created_at timestamptz not null
  )`,
  `create index job_due on job (run_at)`,

  `create table file (
    key text primary key,
    space_id uuid references space on delete cascade,
    owner_id uuid references person on delete set null,
    name text not null,
    type text not null,
    size bigint not null,
    created_at timestamptz not null
  )`,
  `create index file_space on file (space_id)`,

  `create table search_entry (
    kind text not null,
    id uuid not null,
    space_id uuid not null references space on delete cascade,
    title text not null,
    body text not null,
    at timestamptz not null,
    tsv tsvector not null,
    primary key (kind, id)
  )`,
  `create index search_entry_tsv on search_entry using gin (tsv)`,
  `create index search_entry_space on search_entry (space_id)`,

  `create table audit (
    id uuid primary key,
    actor_id uuid references person on delete set null,
    type text not null,
    space_id uuid references space on delete set null,
    detail jsonb not null,
    at timestamptz not null
  )`,
]
