/** Rules that readers found open: a college that is changed keeps the quota, a topic is frozen as it is put to the vote, an outcome is looked at again. */
export const statements = [
  // The quota of an admission, on whoever has a seat and changes their college: under the same lock, so that no admission counts meanwhile.
  `create function check_college() returns trigger language plpgsql as $$
    declare
      seats jsonb := coalesce((select value from setting where key = 'seats'), '{}');
      cap integer := coalesce((seats ->> 'cap')::integer, 50);
      parity text := coalesce(seats ->> 'parity', 'quota');
      own integer;
      other integer;
    begin
      perform pg_advisory_xact_lock(4204);
      select 1 + count(*) filter (where college = new.college), count(*) filter (where college not in (new.college, 'undeclared'))
        into own, other from person where role = 'member' and id <> new.id;
      if parity <> 'shown' and own > cap / 2 then
        raise exception 'no seat of this college left for person %', new.id using errcode = '23514', constraint = 'college_quota';
      end if;
      if parity = 'tolerance' and own - other > coalesce((seats ->> 'difference')::integer, 0) then
        raise exception 'person % would widen the gap', new.id using errcode = '23514', constraint = 'college_quota';
      end if;
      return new;
    end $$`,
  `create trigger person_keeps_quota before update of college on person for each row
    when (old.role = 'member' and new.role = 'member' and new.college <> old.college and new.college <> 'undeclared')
    execute function check_college()`,

  // Of a topic: from when the text was that is put to the vote.
  `alter table vote add column source_at timestamptz`,
  `alter table vote_draft add column source_at timestamptz`,

  // What one found when one looked at an outcome again.
  `alter table vote add column reviewed_at timestamptz,
    add column reviewed_by uuid references person on delete set null,
    add column review_text text,
    add constraint vote_reviewed_in_words check ((reviewed_at is null) = (review_text is null)),
    add constraint vote_reviewed_when_due check (reviewed_at is null or review_on is not null)`,
  `create index vote_reviewed_by on vote (reviewed_by)`,
  `create index vote_review_on on vote (review_on) where reviewed_at is null`,
  // Of who waits for a seat and was asked by the yearly round: until when they waited before it.
  `alter table candidacy add column waiting_before timestamptz`,
  // Dates that were written before anybody was told of them.
  `insert into job (id, type, payload, run_at, created_at)
    select gen_random_uuid(), 'vote.review', jsonb_build_object('voteId', id), cenacle_clock(), cenacle_clock()
    from vote where review_on is not null`,
]
