/** Polls of the forum: indicative, they decide nothing. */
export const statements = [
  // Options are named by their place: they do not change once somebody has answered.
  `create table poll (
    id uuid primary key,
    post_id uuid not null unique references post on delete cascade,
    question text not null,
    options text[] not null check (cardinality(options) between 2 and 10),
    multiple boolean not null,
    closes_at timestamptz,
    created_at timestamptz not null,
    -- By hand, before its end or without one.
    closed_at timestamptz
  )`,

  // Whose account is erased keeps the ballot, without a name, as in the votes.
  `create table poll_ballot (
    id uuid primary key default gen_random_uuid(),
    poll_id uuid not null references poll on delete cascade,
    person_id uuid references person on delete set null,
    choices integer[] not null check (cardinality(choices) > 0),
    unique (poll_id, person_id)
  )`,
  `create index poll_ballot_person on poll_ballot (person_id)`,

  // The last word on a ballot, whatever code writes it. The share lock waits for an edit of the options and makes one wait.
  `create function check_poll_ballot() returns trigger language plpgsql as $$
    declare
      asked poll;
    begin
      select * into asked from poll where id = new.poll_id for share;
      if asked.closed_at is not null or asked.closes_at <= cenacle_clock() then
        raise exception 'poll % is closed', new.poll_id using errcode = '23514', constraint = 'poll_open';
      end if;
      if not (new.choices <@ (select array_agg(n) from generate_series(1, cardinality(asked.options)) n))
        or (cardinality(new.choices) > 1 and not asked.multiple) then
        raise exception 'ballot does not fit poll %', new.poll_id using errcode = '23514', constraint = 'poll_choices';
      end if;
      return new;
    end $$`,
  `create trigger poll_ballot_checked before insert or update of choices on poll_ballot for each row
    execute function check_poll_ballot()`,

  // What somebody has answered stays as they read it.
  `create function check_poll_change() returns trigger language plpgsql as $$
    begin
      if exists (select from poll_ballot where poll_id = old.id) then
        raise exception 'poll % has been answered', old.id using errcode = '23514', constraint = 'poll_frozen';
      end if;
      return new;
    end $$`,
  `create trigger poll_changed before update of question, options, multiple, closes_at on poll for each row
    execute function check_poll_change()`,
]
