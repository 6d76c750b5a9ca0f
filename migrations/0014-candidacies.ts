/** Candidacies from the public form to the seat: confirmation, questions, ends, second reading, waiting list and offers. */
export const statements = [
  // A vote that takes ballots again, for a second reading or because too few had voted.
  `alter table vote add column reopened_at timestamptz`,

  // Asked for by the public form and not confirmed yet: nobody reads it, and it goes with its link.
  `create table candidacy_request (
    token_hash text primary key,
    email_key text not null,
    body jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index candidacy_request_email on candidacy_request (email_key, created_at)`,

  `alter table candidacy
    add column sponsor_named text not null default '',
    add column consented_at timestamptz,
    add column charter_hash text,
    add column presentation text,
    add column presentation_html text,
    add column presented_at timestamptz,
    add column ended text check (ended in ('inadmissible', 'withdrawn', 'not_adopted', 'refused', 'expired', 'lapsed')),
    add column ended_at timestamptz,
    add column end_reason text,
    add column prolonged_at timestamptz,
    add column second_reading_at timestamptz,
    add column waiting_since timestamptz,
    add column waiting_until timestamptz,
    add column asked_to_stay_at timestamptz,
    add column offered_at timestamptz,
    add column offer_until timestamptz,
    add column accepted_at timestamptz,
    add constraint candidacy_end_dated check ((ended is null) = (ended_at is null)),
    add constraint candidacy_inadmissible_reason check (ended <> 'inadmissible' or end_reason is not null),
    add constraint candidacy_offer_ends check ((offered_at is null) = (offer_until is null)),
    add constraint candidacy_ended_has_no_seat check (ended is null or admitted_at is null),
    add constraint candidacy_waited_then_accepted check (admitted_at is null or waiting_since is null or accepted_at is not null)`,

  // Votes that were over before votes could be opened again stay over; whoever was told nothing is told by the job.
  `update candidacy c set prolonged_at = v.closes_at from vote v
    where v.id = c.vote_id and v.closes_at <= cenacle_clock() and c.admitted_at is null`,
  `insert into job (id, type, payload, run_at, created_at)
    select gen_random_uuid(), 'candidacy.tend', jsonb_build_object('candidacyId', c.id), cenacle_clock(), cenacle_clock()
    from candidacy c join vote v on v.id = c.vote_id where v.closes_at <= cenacle_clock() and c.admitted_at is null`,

  // Secret links of the follow-up page, one per mail; the secret itself is in the mail alone.
  `create table candidacy_link (
    token_hash text primary key,
    candidacy_id uuid not null references candidacy on delete cascade,
    created_at timestamptz not null
  )`,
  `create index candidacy_link_candidacy on candidacy_link (candidacy_id)`,

  `create table candidacy_question (
    id uuid primary key,
    candidacy_id uuid not null references candidacy on delete cascade,
    from_candidate boolean not null,
    author_id uuid references person on delete set null,
    body text not null,
    asked_at timestamptz not null,
    passed_at timestamptz,
    answer text,
    answered_by uuid references person on delete set null,
    answered_at timestamptz,
    check ((answer is null) = (answered_at is null))
  )`,
  `create index candidacy_question_candidacy on candidacy_question (candidacy_id, asked_at)`,

  // Said after the close: the ballot stays the veto that it was until a second reading opens without it.
  `alter table ballot add column veto_withdrawn_at timestamptz,
    add constraint ballot_withdrawn_veto check (veto_withdrawn_at is null or choice = 'veto')`,

  `create or replace function check_admission() returns trigger language plpgsql as $$
    declare
      seats jsonb := coalesce((select value from setting where key = 'seats'), '{}');
      cap integer := coalesce((seats ->> 'cap')::integer, 50);
      parity text := coalesce(seats ->> 'parity', 'quota');
      seated integer;
      own integer;
    begin
      perform pg_advisory_xact_lock(4204);
      if new.ended is not null then
        raise exception 'candidacy % has ended', new.id using errcode = '23514', constraint = 'admission_ended';
      end if;
      if not exists (select from vote where id = new.vote_id and closes_at <= cenacle_clock() and cancelled_at is null) then
        raise exception 'candidacy % has no closed vote', new.id using errcode = '23514', constraint = 'admission_vote';
      end if;
      if exists (select from ballot where vote_id = new.vote_id and choice = 'veto' and lapsed_at is null) then
        raise exception 'candidacy % is vetoed', new.id using errcode = '23514', constraint = 'admission_veto';
      end if;
      if new.waiting_since is not null and (new.offer_until is null or new.offer_until <= cenacle_clock()) then
        raise exception 'candidacy % has no offer', new.id using errcode = '23514', constraint = 'admission_offer';
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

  // As before, and besides: who withdrew while the committee voted comes back by a new candidacy, not by hand; and a seat that is given by
  // hand is given before or after an admission counts the seats, not meanwhile.
  `create or replace function refuse_seat_against_veto() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(4204);
      if exists (
        select from (
          select c.admitted_at, v.id, v.closes_at, v.cancelled_at from candidacy c join vote v on v.id = c.vote_id
          where c.email_key = new.email_key order by v.opens_at desc limit 1
        ) latest
        where latest.admitted_at is null and (latest.cancelled_at is not null or latest.closes_at > cenacle_clock() or exists (
          select from ballot where vote_id = latest.id and choice = 'veto' and lapsed_at is null))
      ) then
        raise exception 'person % is before the committee', new.id using errcode = '23514', constraint = 'seat_under_vote';
      end if;
      return new;
    end $$`,

  // Who leaves the seat speaks for nobody any more, and another member may.
  `create function release_candidacies() returns trigger language plpgsql as $$
    begin
      update candidacy set sponsor_id = null where sponsor_id = new.id and admitted_at is null and ended is null;
      return null;
    end $$`,
  `create trigger person_stops_sponsoring after update of role on person for each row
    when (old.role = 'member' and new.role <> 'member') execute function release_candidacies()`,
]
