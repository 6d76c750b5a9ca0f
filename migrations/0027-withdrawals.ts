/** Options that are withdrawn while a vote is open; ballots stay as they were cast. Entries of the award with them. */
export const statements = [
  // [{option, reason, at, seq}], the first one first; seq: its event in the log.
  `alter table vote add column withdrawn jsonb not null default '[]' check (jsonb_typeof(withdrawn) = 'array')`,
  // For the votes that there were; a new one says what it has.
  `alter table vote alter column withdrawn drop default`,
  // Whatever code asks for it: nothing comes back, and nothing is withdrawn from what is counted.
  `create function check_withdrawal() returns trigger language plpgsql as $$
    begin
      if old.settled_at is not null or old.cancelled_at is not null or not new.withdrawn @> old.withdrawn then
        raise exception 'the options of vote % are frozen', new.id using errcode = '23514', constraint = 'vote_withdrawn';
      end if;
      return new;
    end $$`,
  `create trigger vote_withdraws before update of withdrawn on vote for each row
    when (old.withdrawn is distinct from new.withdrawn) execute function check_withdrawal()`,

  `alter table award_entry
    add column withdrawn_at timestamptz,
    add column withdrawn_reason text,
    add constraint award_entry_withdrawn_reason check ((withdrawn_at is null) = (withdrawn_reason is null)),
    add constraint award_entry_withdrawn_nominee check (withdrawn_at is null or option_id is not null)`,
]
