/** What came later to votes and candidacies: a count that is kept, hints for those with a seat, a college that is declared later, an account that is restored, and the end of what nobody opens. */
export const statements = [
  // What came out, as it was written at the close: lists need not count every vote again. Gone while a vote is open again.
  `alter table vote add column counted jsonb, add constraint vote_counted_settled check (counted is null or settled_at is not null)`,
  // A hint of what not everybody in the space may read.
  `alter table event add column audience text check (audience in ('seated'))`,
  // Whoever runs the space may schedule what somebody else wrote.
  `alter table vote_draft add column scheduled_by uuid references person on delete set null`,
  `create index vote_draft_scheduled_by on vote_draft (scheduled_by)`,

  // Whoever has an account declares there what the form left open; what a candidacy already says stays.
  `create function declare_college() returns trigger language plpgsql as $$
    begin
      update candidacy set college = new.college
        where email_key = new.email_key and college = 'undeclared' and admitted_at is null and ended is null;
      return null;
    end $$`,
  `create trigger person_declares_college after update of college on person for each row
    when (new.college <> 'undeclared' and old.college = 'undeclared') execute function declare_college()`,
  // Both may make a seat somebody's: who waits is looked at again.
  `create trigger person_college_moves_seats after update of college on person for each row
    when (old.college <> new.college) execute function queue_admissions()`,
  `create trigger person_is_restored after update of suspended_at on person for each row
    when (old.suspended_at is not null and new.suspended_at is null) execute function queue_admissions()`,
  // The job says when each of those that wait for a vote ends.
  `insert into job (id, type, payload, run_at, created_at)
    select gen_random_uuid(), 'candidacy.tend', jsonb_build_object('candidacyId', id), cenacle_clock(), cenacle_clock()
    from candidacy where vote_id is null and ended is null`,
]
