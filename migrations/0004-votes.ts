/** Votes: frozen at opening, one current ballot per place on the roll, an append-only log; candidacies and their admission. */
export const statements = [
  // The clock of every deadline. Tests that move time replace it; nothing else does.
  `create function cenacle_clock() returns timestamptz language sql volatile as 'select clock_timestamp()'`,

  `create table vote (
    id uuid primary key,
    space_id uuid not null references space on delete restrict,
    kind text not null check (kind in ('candidacy', 'decision')),
    method text not null check (method in ('threshold')),
    question text not null,
    rules jsonb not null,
    opened_by uuid references person on delete set null,
    opens_at timestamptz not null,
    closes_at timestamptz not null check (closes_at > opens_at),
    moved_at timestamptz,
    roll_size integer not null check (roll_size > 0),
    rules_hash text not null,
    roll_hash text not null,
    draw_nonce text not null,
    settled_at timestamptz
  )`,
  `create index vote_space on vote (space_id, closes_at)`,
  `create index vote_closes on vote (closes_at, id)`,

  // The number is the pseudonym of the log. Erasing a person empties the name and leaves the place and its ballot.
  `create table vote_roll (
    vote_id uuid not null references vote on delete restrict,
    number integer not null check (number > 0),
    person_id uuid references person on delete set null,
    primary key (vote_id, number),
    unique (vote_id, person_id)
  )`,
  `create index vote_roll_person on vote_roll (person_id)`,

  `create table ballot (
    vote_id uuid not null,
    number integer not null,
    choice text not null check (choice in ('yes', 'no', 'abstain', 'veto')),
    reason text check (choice <> 'veto' or reason is not null),
    cast_at timestamptz not null,
    event_seq integer not null,
    lapsed_at timestamptz check (lapsed_at is null or choice = 'veto'),
    lapse_logged boolean not null default false,
    primary key (vote_id, number),
    foreign key (vote_id, number) references vote_roll on delete restrict
  )`,

  // ts is text: the hash covers these very characters.
  `create table vote_event (
    vote_id uuid not null references vote on delete restrict,
    seq integer not null check (seq > 0),
    prev text not null,
    ts text not null,
    type text not null,
    actor text not null,
    payload text not null,
    hash text not null unique,
    primary key (vote_id, seq),
    unique (vote_id, prev)
  )`,
  `create table vote_event_body (
    vote_id uuid not null,
    seq integer not null,
    body text not null,
    sealed boolean not null,
    primary key (vote_id, seq),
    foreign key (vote_id, seq) references vote_event on delete restrict
  )`,
  `create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = '42501';
    end $$`,
  `create trigger vote_event_append_only before update or delete on vote_event for each row execute function refuse_change()`,
  `create trigger vote_event_no_truncate before truncate on vote_event for each statement execute function refuse_change()`,

  // A veto whose author loses the seat lapses at that moment, on whatever path the seat was lost (voting.md 2.4).
  `create function lapse_vetoes() returns trigger language plpgsql as $$
    begin
      update ballot b set lapsed_at = cenacle_clock()
        from vote_roll r, vote v
        where r.person_id = new.id and b.vote_id = r.vote_id and b.number = r.number and v.id = b.vote_id
          and b.choice = 'veto' and b.lapsed_at is null
          and v.closes_at > cenacle_clock() and (v.rules ->> 'vetoLapses')::boolean;
      return null;
    end $$`,
  `create trigger person_loses_seat after update of role, suspended_at on person for each row
    when (old.role = 'member' and old.suspended_at is null and (new.role <> 'member' or new.suspended_at is not null))
    execute function lapse_vetoes()`,

  `create table candidacy (
    id uuid primary key,
    name text not null,
    email text not null,
    email_key text not null,
    college text not null check (college in ('woman', 'man', 'undeclared')),
    employer text not null,
    motivation text not null,
    html text not null,
    sponsor_id uuid references person on delete set null,
    submitted_by uuid references person on delete set null,
    submitted_at timestamptz not null,
    vote_id uuid unique references vote on delete restrict,
    person_id uuid references person on delete set null,
    admitted_at timestamptz
  )`,
  `create index candidacy_submitted on candidacy (submitted_at, id)`,
  `create index candidacy_email on candidacy (email_key)`,

  // The last word on an admission, whatever code asks for it: a closed vote, no active veto, a free seat in the college.
  `create function check_admission() returns trigger language plpgsql as $$
    declare
      seats jsonb := coalesce((select value from setting where key = 'seats'), '{}');
      cap integer := coalesce((seats ->> 'cap')::integer, 50);
      parity text := coalesce(seats ->> 'parity', 'quota');
      seated integer;
      own integer;
    begin
      perform pg_advisory_xact_lock(4204);
      if not exists (select from vote where id = new.vote_id and closes_at <= cenacle_clock()) then
        raise exception 'candidacy % has no closed vote', new.id using errcode = '23514', constraint = 'admission_vote';
      end if;
      if exists (select from ballot where vote_id = new.vote_id and choice = 'veto' and lapsed_at is null) then
        raise exception 'candidacy % is vetoed', new.id using errcode = '23514', constraint = 'admission_veto';
      end if;
      if not exists (select from person where id = new.person_id and role = 'member' and college = new.college) then
        raise exception 'candidacy % has no seat', new.id using errcode = '23514', constraint = 'admission_seat';
      end if;
      select count(*), count(*) filter (where college = new.college) into seated, own from person where role = 'member';
      if seated > cap or (parity <> 'shown' and own > cap / 2) then
        raise exception 'no seat left for candidacy %', new.id using errcode = '23514', constraint = 'admission_quota';
      end if;
      return new;
    end $$`,
  `create trigger candidacy_admitted before update of admitted_at on candidacy for each row
    when (new.admitted_at is not null and old.admitted_at is null) execute function check_admission()`,
  `alter table candidacy add constraint candidacy_admitted_by_vote check (admitted_at is null or vote_id is not null)`,
  `create function refuse_admitted() returns trigger language plpgsql as $$
    begin
      raise exception 'a candidacy begins without a seat' using errcode = '23514', constraint = 'admission_vote';
    end $$`,
  `create trigger candidacy_starts_open before insert on candidacy for each row
    when (new.admitted_at is not null) execute function refuse_admitted()`,

  // No other door: a seat given by hand or by invitation is refused while the person's candidacy is voted on or vetoed.
  `create function refuse_seat_against_veto() returns trigger language plpgsql as $$
    begin
      if exists (
        select from (
          select c.admitted_at, v.id, v.closes_at from candidacy c join vote v on v.id = c.vote_id
          where c.email_key = new.email_key order by v.opens_at desc limit 1
        ) latest
        where latest.admitted_at is null and (latest.closes_at > cenacle_clock() or exists (
          select from ballot where vote_id = latest.id and choice = 'veto' and lapsed_at is null))
      ) then
        raise exception 'person % is before the committee', new.id using errcode = '23514', constraint = 'seat_under_vote';
      end if;
      return new;
    end $$`,
  `create trigger person_takes_seat before update of role, email_key on person for each row
    when (new.role = 'member' and (old.role <> 'member' or old.email_key <> new.email_key)) execute function refuse_seat_against_veto()`,
  `create trigger person_arrives_seated before insert on person for each row
    when (new.role = 'member') execute function refuse_seat_against_veto()`,

  // A seat that becomes free, by whatever path, is offered to the waiting list.
  `create function queue_admissions() returns trigger language plpgsql as $$
    begin
      insert into job (id, type, payload, run_at, created_at)
        values (gen_random_uuid(), 'candidacy.admit', '{}', cenacle_clock(), cenacle_clock());
      return null;
    end $$`,
  `create trigger person_frees_seat after update of role on person for each row
    when (old.role = 'member' and new.role <> 'member') execute function queue_admissions()`,
  `create trigger person_takes_seat_away after delete on person for each row
    when (old.role = 'member') execute function queue_admissions()`,
  `create trigger seats_change after insert or update on setting for each row
    when (new.key = 'seats') execute function queue_admissions()`,
]
