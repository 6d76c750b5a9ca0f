/** The life of the committee: meetings, personal calendars, the yearly renewal. */
export const statements = [
  `create table meeting (
    id uuid primary key,
    space_id uuid not null references space on delete cascade,
    title text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    place text not null default '',
    link text not null default '',
    agenda text not null default '',
    html text not null default '',
    minutes_page_id uuid references page on delete set null,
    created_by uuid references person on delete set null,
    changed_at timestamptz not null,
    -- For calendars that have noted it: grows with each change.
    sequence integer not null default 0,
    cancelled_at timestamptz,
    check (ends_at > starts_at)
  )`,
  `create index meeting_space on meeting (space_id, starts_at, id)`,
  `create index meeting_minutes on meeting (minutes_page_id)`,
  `create index meeting_created_by on meeting (created_by)`,

  // What somebody said beforehand, and what was written down afterwards.
  `create table meeting_person (
    meeting_id uuid not null references meeting on delete cascade,
    person_id uuid not null references person on delete cascade,
    said text check (said in ('present', 'remote', 'excused')),
    was_there boolean,
    primary key (meeting_id, person_id)
  )`,
  `create index meeting_person_person on meeting_person (person_id)`,

  // The secret is shown once; whoever holds it reads one person's calendar, and nothing else.
  `create table calendar_feed (
    person_id uuid primary key references person on delete cascade,
    token_hash text not null unique,
    created_at timestamptz not null
  )`,

  `create table renewal (
    id uuid primary key,
    opened_by uuid references person on delete set null,
    opened_at timestamptz not null,
    closes_at timestamptz not null,
    silence text not null check (silence in ('stay', 'ambassador', 'leave')),
    settled_at timestamptz,
    check (closes_at > opened_at)
  )`,
  `create unique index renewal_one_at_a_time on renewal ((true)) where settled_at is null`,
  `create index renewal_opened_by on renewal (opened_by)`,
  // Who was asked is who had a seat at the opening. answered_at null: silence.
  `create table renewal_person (
    renewal_id uuid not null references renewal on delete cascade,
    person_id uuid not null references person on delete cascade,
    answer text check (answer in ('stay', 'ambassador', 'leave')),
    answered_at timestamptz,
    -- What came of it at the close; null for who had no seat any more.
    effect text check (effect in ('stay', 'ambassador', 'leave')),
    primary key (renewal_id, person_id),
    check ((answer is null) = (answered_at is null))
  )`,
  `create index renewal_person_person on renewal_person (person_id)`,
  `create table renewal_reminder (
    renewal_id uuid not null references renewal on delete cascade,
    days integer not null,
    primary key (renewal_id, days)
  )`,
]
