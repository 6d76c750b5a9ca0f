/**
 * Candidacies, where readers had found people left out or locked in: what a mediation came to is kept, a sponsor's proposal
 * counts as a yes, and a veto lapses exactly when its author's voice does.
 */
export const statements = [
  // What an administrator wrote to open a second reading against a veto. It goes with the file; its salted hash stays in the log.
  `alter table candidacy
    add column mediation text,
    add column mediated_by uuid references person on delete set null`,
  // Of the hash that the audit keeps of what was filed: it goes with the file, so that the hash then tells nothing.
  `alter table candidacy add column filing_salt text`,
  // The sponsor's yes of the opening; false once its author has voted.
  `alter table ballot add column proposed boolean not null default false,
    add constraint ballot_proposed_yes check (not proposed or choice = 'yes')`,

  // \`vote\` of policy/vote.ts, for somebody on the roll; a test compares both. Only a seat gives a voice on admissions and in the
  // committee's decisions; elsewhere whoever may read the space keeps it.
  `create function has_voice(voter uuid, of_vote uuid) returns boolean language sql stable as $$
    select p.suspended_at is null and case
      when v.kind <> 'decision' or s.kind = 'committee' then p.role = 'member'
      else exists (
          select from space_person sp where sp.space_id = s.id and sp.person_id = p.id
            and (sp.until is null or sp.until > cenacle_clock()))
        or case s.kind
          when 'team' then s.open and p.role = 'member'
          when 'loop' then s.open and (p.role in ('member', 'ambassador', 'administrator') or p.is_administrator)
          when 'workshop' then p.role in ('member', 'administrator') or p.is_administrator
          else s.kind = 'public'
        end
    end
    from vote v join space s on s.id = v.space_id join person p on p.id = voter
    where v.id = of_vote
  $$`,

  // A veto whose author may not speak any more lapses at that moment, on whatever path the voice was lost (voting.md 2.4).
  `create function lapse_vetoes_of(voter uuid) returns void language sql as $$
    update ballot b set lapsed_at = cenacle_clock()
      from vote_roll r, vote v
      where r.person_id = voter and b.vote_id = r.vote_id and b.number = r.number and v.id = b.vote_id
        and b.choice = 'veto' and b.lapsed_at is null and v.cancelled_at is null
        and v.closes_at > cenacle_clock() and (v.rules ->> 'vetoLapses')::boolean
        and not coalesce(has_voice(voter, v.id), false)
  $$`,
  `drop trigger person_loses_seat on person`,
  `create or replace function lapse_vetoes() returns trigger language plpgsql as $$
    begin
      perform lapse_vetoes_of(new.id);
      return null;
    end $$`,
  `create trigger person_loses_voice after update of role, suspended_at, is_administrator on person for each row
    when (old.role <> new.role or (old.suspended_at is null and new.suspended_at is not null) or (old.is_administrator and not new.is_administrator))
    execute function lapse_vetoes()`,
  `create function lapse_vetoes_in_space() returns trigger language plpgsql as $$
    begin
      perform lapse_vetoes_of(old.person_id);
      return null;
    end $$`,
  `create trigger space_person_loses_voice after update or delete on space_person for each row
    execute function lapse_vetoes_in_space()`,
  `create function lapse_vetoes_of_space() returns trigger language plpgsql as $$
    begin
      perform lapse_vetoes_of(voter) from (
        select distinct r.person_id as voter from vote_roll r join vote v on v.id = r.vote_id
        where v.space_id = new.id and v.closes_at > cenacle_clock() and r.person_id is not null
      ) voters;
      return null;
    end $$`,
  `create trigger space_closes_voices after update of open on space for each row
    when (old.open and not new.open) execute function lapse_vetoes_of_space()`,
  // Whoever is erased leaves a place without a name: nobody could lift what stands there.
  `create function lapse_vetoes_of_gone() returns trigger language plpgsql as $$
    begin
      update ballot b set lapsed_at = cenacle_clock()
        from vote_roll r, vote v
        where r.person_id = old.id and b.vote_id = r.vote_id and b.number = r.number and v.id = b.vote_id
          and b.choice = 'veto' and b.lapsed_at is null and v.cancelled_at is null
          and v.closes_at > cenacle_clock() and (v.rules ->> 'vetoLapses')::boolean;
      return old;
    end $$`,
  `create trigger person_is_erased before delete on person for each row execute function lapse_vetoes_of_gone()`,
  // What was stuck before this is freed.
  `select lapse_vetoes_of(voter) from (
    select distinct r.person_id as voter from vote_roll r join vote v on v.id = r.vote_id
    where v.closes_at > cenacle_clock() and r.person_id is not null
  ) voters`,

  // Who is suspended speaks for nobody either, and another member may.
  `drop trigger person_stops_sponsoring on person`,
  `create trigger person_stops_sponsoring after update of role, suspended_at on person for each row
    when (old.role = 'member' and old.suspended_at is null and (new.role <> 'member' or new.suspended_at is not null))
    execute function release_candidacies()`,
  `update candidacy c set sponsor_id = null from person p
    where p.id = c.sponsor_id and p.suspended_at is not null and c.admitted_at is null and c.ended is null`,
]
