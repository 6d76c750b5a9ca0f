/**
 * Errata of a published palmarès: each is a version of its own beside the one before, which stays as it was sealed. What is wrong here
 * would be read by everybody as signed: so the database itself refuses a version without two signatures, out of its order, or changed.
 */
export const statements = [
  `create table award_erratum (
    id uuid primary key,
    edition_id uuid not null references award_edition on delete cascade,
    -- The palmarès as it was sealed is the first.
    version integer not null check (version >= 2),
    reason text not null check (reason <> ''),
    palmares text not null,
    hash text not null,
    -- Hash of the version before.
    replaces text not null,
    proposed_by uuid references person on delete set null,
    proposed_at timestamptz not null,
    -- Null while it is a proposal.
    published_at timestamptz,
    -- One proposal at a time, whoever makes another at the same moment.
    unique (edition_id, version)
  )`,
  `create index award_erratum_proposed_by on award_erratum (proposed_by)`,
  `create table award_erratum_signature (
    erratum_id uuid not null references award_erratum on delete cascade,
    person_id uuid not null references person on delete restrict,
    signed_at timestamptz not null,
    primary key (erratum_id, person_id)
  )`,
  `create index award_erratum_signature_person on award_erratum_signature (person_id)`,

  `create function check_award_erratum_proposal() returns trigger language plpgsql as $$
    declare
      before text;
    begin
      if new.published_at is not null then
        raise exception 'an erratum begins as a proposal' using errcode = '23514', constraint = 'award_two_people';
      end if;
      if new.version = 2 then
        select palmares_hash into before from award_edition where id = new.edition_id and published_at <= cenacle_clock();
      else
        select hash into before from award_erratum
          where edition_id = new.edition_id and version = new.version - 1 and published_at is not null;
      end if;
      if before is distinct from new.replaces then
        raise exception 'version % corrects no published palmares', new.version using errcode = '23514', constraint = 'award_erratum_order';
      end if;
      return new;
    end $$`,
  `create trigger award_erratum_proposed before insert on award_erratum for each row execute function check_award_erratum_proposal()`,
  `create function refuse_award_erratum_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the text of an erratum is fixed' using errcode = '23514', constraint = 'award_sealed';
    end $$`,
  `create trigger award_erratum_fixed before update of id, edition_id, version, reason, palmares, hash, replaces, proposed_at on award_erratum
    for each row execute function refuse_award_erratum_change()`,
  `create function check_award_erratum_published() returns trigger language plpgsql as $$
    begin
      if old.published_at is not null then
        raise exception 'erratum % is published', new.id using errcode = '23514', constraint = 'award_sealed';
      end if;
      if (select count(*) from award_erratum_signature where erratum_id = new.id) < 2 then
        raise exception 'erratum % lacks a second signature', new.id using errcode = '23514', constraint = 'award_two_people';
      end if;
      return new;
    end $$`,
  `create trigger award_erratum_published before update of published_at on award_erratum
    for each row execute function check_award_erratum_published()`,
  // It goes with its edition alone.
  `create function keep_award_erratum() returns trigger language plpgsql as $$
    begin
      if old.published_at is not null and exists (select from award_edition where id = old.edition_id) then
        raise exception 'erratum % is published', old.id using errcode = '23514', constraint = 'award_sealed';
      end if;
      return old;
    end $$`,
  `create trigger award_erratum_kept before delete on award_erratum for each row execute function keep_award_erratum()`,
  `create function keep_award_erratum_signature() returns trigger language plpgsql as $$
    declare
      signed uuid := case when tg_op = 'INSERT' then new.erratum_id else old.erratum_id end;
    begin
      if tg_op = 'UPDATE' or exists (select from award_erratum where id = signed and published_at is not null) then
        raise exception 'the signatures of erratum % stay', signed using errcode = '23514', constraint = 'award_sealed';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`,
  `create trigger award_erratum_signature_kept before insert or update or delete on award_erratum_signature
    for each row execute function keep_award_erratum_signature()`,
]
