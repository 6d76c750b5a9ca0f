/** The award: editions, categories, entries, conflicts of interest, deliberation and palmarès; and what its juries ask of the engine. */
export const statements = [
  `alter table vote drop constraint vote_kind_check`,
  `alter table vote add constraint vote_kind_check check (kind in ('candidacy', 'decision', 'award'))`,
  `alter table vote drop constraint vote_method_check`,
  `alter table vote add constraint vote_method_check
    check (method in ('threshold', 'majority-judgment', 'schulze', 'irv', 'approval', 'score', 'median', 'grid'))`,
  // Under an embargo the close tells nothing yet: whoever asks learns the result from released_at on, by the database's clock.
  `alter table vote
    add column embargo boolean not null default false,
    add column released_at timestamptz,
    add constraint vote_released_embargo check (released_at is null or embargo)`,
  // Beside the roll, which holds nothing of a vote's course. A recused voter keeps the number, so that the log stays readable, and
  // has neither a voice nor a part in the denominators.
  `create table vote_recusal (
    vote_id uuid not null,
    number integer not null,
    -- Ids of the options that this voter does not judge; null for the whole vote.
    options jsonb,
    primary key (vote_id, number),
    foreign key (vote_id, number) references vote_roll on delete restrict
  )`,

  `create table award_edition (
    id uuid primary key,
    space_id uuid not null references space on delete restrict,
    name text not null,
    year integer not null check (year between 2000 and 2100),
    partner text not null default '',
    text text not null default '',
    html text not null default '',
    -- What a conflict of interest takes from a juror: the category, or the one entry.
    scope text not null check (scope in ('category', 'entry')),
    call_closes_at timestamptz,
    jury_closes_at timestamptz,
    embargo_at timestamptz,
    created_by uuid references person on delete set null,
    created_at timestamptz not null,
    called_at timestamptz,
    eligible_at timestamptz,
    jury_at timestamptz,
    sealed_at timestamptz,
    published_at timestamptz,
    archived_at timestamptz,
    palmares text,
    palmares_hash text,
    check (called_at is null or call_closes_at is not null),
    check (eligible_at is null or called_at is not null),
    check (jury_at is null or eligible_at is not null),
    check ((sealed_at is null) = (palmares is null)),
    check ((sealed_at is null) = (palmares_hash is null)),
    check ((sealed_at is null) = (published_at is null)),
    check (published_at >= sealed_at),
    check (archived_at is null or sealed_at is not null)
  )`,
  `create index award_edition_space on award_edition (space_id)`,
  `create index award_edition_created_by on award_edition (created_by)`,

  `create table award_category (
    id uuid primary key,
    edition_id uuid not null references award_edition on delete cascade,
    position integer not null,
    name text not null,
    question text not null,
    method text not null check (method in ('majority-judgment', 'grid')),
    -- [{id, label, weight}], of a grid.
    criteria jsonb not null,
    most_points integer not null check (most_points between 1 and 100),
    -- Labels, the highest first.
    medals jsonb not null,
    least_jurors integer not null check (least_jurors between 1 and 150),
    -- Judged by a team of award_juror, or by everybody with a seat.
    by_team boolean not null,
    vote_id uuid unique references vote on delete restrict,
    -- What the deliberation decided: [{order, reason}], [{medal, reason}].
    ties jsonb not null,
    withheld jsonb not null
  )`,
  `create index award_category_edition on award_category (edition_id, position)`,
  `create table award_juror (
    category_id uuid not null references award_category on delete cascade,
    person_id uuid not null references person on delete cascade,
    primary key (category_id, person_id)
  )`,
  `create index award_juror_person on award_juror (person_id)`,

  // Asked for by the public form and not confirmed yet: nobody reads it, and it goes with its link.
  `create table award_entry_request (
    token_hash text primary key,
    edition_id uuid not null references award_edition on delete cascade,
    email_key text not null,
    body jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index award_entry_request_email on award_entry_request (email_key, created_at)`,
  `create index award_entry_request_edition on award_entry_request (edition_id)`,
  `create table award_entry (
    id uuid primary key,
    edition_id uuid not null references award_edition on delete cascade,
    category_id uuid not null references award_category on delete restrict,
    title text not null,
    organisation text not null,
    summary text not null,
    html text not null,
    link text not null default '',
    contact_name text not null default '',
    contact_email text not null default '',
    submitted_by uuid references person on delete set null,
    submitted_at timestamptz not null,
    consented_at timestamptz,
    verdict text not null default 'pending' check (verdict in ('pending', 'eligible', 'rejected')),
    verdict_reason text,
    verdict_at timestamptz,
    asked_category_id uuid references award_category on delete set null,
    shortlisted boolean not null default false,
    -- Of the vote, once the jury is open.
    option_id text,
    check (verdict <> 'rejected' or verdict_reason is not null),
    check (asked_category_id is null or verdict_reason is not null),
    check (not shortlisted or verdict = 'eligible')
  )`,
  `create index award_entry_edition on award_entry (edition_id, submitted_at, id)`,
  `create index award_entry_category on award_entry (category_id)`,
  `create index award_entry_asked on award_entry (asked_category_id)`,
  `create index award_entry_submitted_by on award_entry (submitted_by)`,

  // A conflict of interest, once found, stays: who changes employer afterwards does not get a voice back.
  `create table award_recusal (
    id uuid primary key,
    category_id uuid not null references award_category on delete cascade,
    entry_id uuid references award_entry on delete cascade,
    person_id uuid not null references person on delete cascade,
    origin text not null check (origin in ('organisation', 'declared', 'pinned')),
    reason text not null,
    created_by uuid references person on delete set null,
    created_at timestamptz not null,
    unique nulls not distinct (category_id, entry_id, person_id, origin)
  )`,
  `create index award_recusal_person on award_recusal (person_id)`,
  `create index award_recusal_entry on award_recusal (entry_id)`,
  `create index award_recusal_created_by on award_recusal (created_by)`,
  // Found, and set aside by the office with a reason: not found again.
  `create table award_no_conflict (
    entry_id uuid not null references award_entry on delete cascade,
    person_id uuid not null references person on delete cascade,
    reason text not null,
    decided_by uuid references person on delete set null,
    decided_at timestamptz not null,
    primary key (entry_id, person_id)
  )`,
  `create index award_no_conflict_person on award_no_conflict (person_id)`,
  `create index award_no_conflict_decided_by on award_no_conflict (decided_by)`,

  `create table award_signature (
    edition_id uuid not null references award_edition on delete cascade,
    person_id uuid not null references person on delete restrict,
    hash text not null,
    signed_at timestamptz not null,
    primary key (edition_id, person_id)
  )`,
  `create index award_signature_person on award_signature (person_id)`,
  // Whatever code asks for it: no palmarès is sealed by one person, and none is sealed anew.
  `create function check_award_seal() returns trigger language plpgsql as $$
    begin
      if old.sealed_at is not null then
        raise exception 'the palmares of edition % is sealed', new.id using errcode = '23514', constraint = 'award_sealed';
      end if;
      if (select count(*) from award_signature where edition_id = new.id and hash = new.palmares_hash) < 2 then
        raise exception 'edition % lacks a second signature', new.id using errcode = '23514', constraint = 'award_two_people';
      end if;
      return new;
    end $$`,
  `create trigger award_edition_sealed before update of sealed_at, published_at, palmares, palmares_hash on award_edition for each row
    when (old.sealed_at is not null or new.sealed_at is not null) execute function check_award_seal()`,
  `create function refuse_sealed_award() returns trigger language plpgsql as $$
    begin
      raise exception 'an edition begins without a palmares' using errcode = '23514', constraint = 'award_sealed';
    end $$`,
  `create trigger award_edition_starts_open before insert on award_edition for each row
    when (new.sealed_at is not null) execute function refuse_sealed_award()`,

  // What was done, by whom, in the order in which it was done.
  `create table award_event (
    id uuid primary key,
    edition_id uuid not null references award_edition on delete cascade,
    type text not null,
    actor_id uuid references person on delete set null,
    detail jsonb not null,
    at timestamptz not null
  )`,
  `create index award_event_edition on award_event (edition_id, at, id)`,
  `create index award_event_actor on award_event (actor_id)`,
]
