/** Rights that were open where they should not be: conflicts of interest of whoever an entry names, seats that are given by hand. */
export const statements = [
  // `contact`: the entry names this person's own address as whom to write to.
  `alter table award_recusal drop constraint award_recusal_origin_check`,
  `alter table award_recusal add constraint award_recusal_origin_check
    check (origin in ('organisation', 'contact', 'declared', 'pinned'))`,
  // What was set aside is this ground alone: another one is found still.
  `alter table award_no_conflict
    add column origin text not null default 'organisation' check (origin in ('organisation', 'contact'))`,
  `alter table award_no_conflict alter column origin drop default`,
  `alter table award_no_conflict drop constraint award_no_conflict_pkey`,
  `alter table award_no_conflict add primary key (entry_id, person_id, origin)`,

  // As check_admission counts, for seats that no vote gives. Whoever has an account gets one within the cap and the quota alone. An account
  // that is made with a seat (installation, invitation, command line, demonstration) is how the first committee comes together: it is
  // counted since somebody was admitted by a vote.
  `create function check_seat_by_hand() returns trigger language plpgsql as $$
    declare
      seats jsonb;
      cap integer;
      seated integer;
      own integer;
    begin
      perform pg_advisory_xact_lock(4204);
      if tg_op = 'INSERT' and not exists (select from candidacy where admitted_at is not null) then
        return new;
      end if;
      seats := coalesce((select value from setting where key = 'seats'), '{}');
      cap := coalesce((seats ->> 'cap')::integer, 50);
      select count(*), count(*) filter (where college = new.college) into seated, own
        from person where role = 'member' and id <> new.id;
      if seated >= cap or (coalesce(seats ->> 'parity', 'quota') <> 'shown' and own >= cap / 2) then
        raise exception 'no seat left for person %', new.id using errcode = '23514', constraint = 'seat_quota';
      end if;
      return new;
    end $$`,
  // Named after those that look at candidacies, and so run after them.
  `create trigger person_takes_seat_counted before update of role on person for each row
    when (new.role = 'member' and old.role <> 'member') execute function check_seat_by_hand()`,
  `create trigger person_arrives_seated_counted before insert on person for each row
    when (new.role = 'member') execute function check_seat_by_hand()`,
]
