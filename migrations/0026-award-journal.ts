/**
 * The journal of an edition: chained as the log of a vote is, and append-only; by what entries are judged, frozen with the call. What was
 * written before is chained as it stands, in the order in which it was written.
 */
export const statements = [
  `alter table award_event add column seq integer, add column prev text, add column actor text, add column payload text,
    add column hash text`,
  // Canonical JSON of what is there: texts, whole numbers, names of members in ASCII.
  `create function award_canonical(value jsonb) returns text language plpgsql immutable as $$
    begin
      return case jsonb_typeof(value)
        when 'object' then '{' || coalesce((select string_agg(to_json(m.key)::text || ':' || award_canonical(m.value), ','
          order by m.key collate "C") from jsonb_each(value) m), '') || '}'
        when 'array' then '[' || coalesce((select string_agg(award_canonical(i.item), ',' order by i.n)
          from jsonb_array_elements(value) with ordinality as i(item, n)), '') || ']'
        else value::text end;
    end $$`,
  `do $$
    declare
      e record;
      edition uuid;
      n integer;
      before text;
      body jsonb;
      said text;
      who text;
      own text;
    begin
      for e in select * from award_event order by edition_id, at, id loop
        if edition is distinct from e.edition_id then
          edition := e.edition_id;
          n := 0;
          before := repeat('0', 64);
        end if;
        n := n + 1;
        body := e.detail || jsonb_build_object('by', e.actor_id);
        said := encode(sha256(convert_to(award_canonical(body), 'UTF8')), 'hex');
        who := case
          when e.type = 'entry.filed' then case when e.actor_id is null then 'public' else 'member' end
          when e.type like 'conflict.%' and e.detail ->> 'personId' = e.actor_id::text then 'member'
          when e.actor_id is null then 'system'
          else 'bureau' end;
        own := encode(sha256(convert_to('{"actor":"' || who || '","payload":"' || said || '","prev":"' || before || '","seq":' || n
          || ',"ts":"' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","type":"' || e.type || '"}',
          'UTF8')), 'hex');
        update award_event set seq = n, prev = before, actor = who, payload = said, hash = own, detail = body where id = e.id;
        before := own;
      end loop;
    end $$`,
  `drop function award_canonical(jsonb)`,
  `drop index award_event_edition`,
  `alter table award_event
    drop constraint award_event_pkey,
    drop column id,
    drop column actor_id,
    -- Null once it is erased: its hash stays in the chain.
    alter column detail drop not null,
    alter column seq set not null,
    alter column prev set not null,
    alter column actor set not null,
    alter column payload set not null,
    alter column hash set not null,
    add primary key (edition_id, seq),
    add check (actor in ('bureau', 'member', 'public', 'system')),
    drop constraint award_event_edition_id_fkey,
    add constraint award_event_edition_id_fkey foreign key (edition_id) references award_edition on delete restrict`,
  // What an event says may be erased, by the owner of the database; nothing else of it changes, and none goes.
  `create trigger award_event_append_only before update of edition_id, seq, prev, type, actor, payload, hash, at or delete on award_event
    for each row execute function refuse_change()`,
  `create trigger award_event_detail_kept before update of detail on award_event for each row
    when (new.detail is not null) execute function refuse_change()`,
  `create trigger award_event_no_truncate before truncate on award_event for each statement execute function refuse_change()`,

  // Whatever code asks for it: once the call is open, nobody changes by what entries are judged.
  `create function refuse_rule_change() returns trigger language plpgsql as $$
    begin
      if exists (select from award_edition where id = old.edition_id and called_at is not null) then
        raise exception 'the rules of category % are frozen', old.id using errcode = '23514', constraint = 'award_rules_frozen';
      end if;
      return new;
    end $$`,
  `create trigger award_category_rules_kept before update of method, criteria, most_points, medals, least_jurors, edition_id
    on award_category for each row
    when ((old.method, old.criteria, old.most_points, old.medals, old.least_jurors, old.edition_id)
      is distinct from (new.method, new.criteria, new.most_points, new.medals, new.least_jurors, new.edition_id))
    execute function refuse_rule_change()`,
  `create function refuse_scope_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the rules of edition % are frozen', old.id using errcode = '23514', constraint = 'award_rules_frozen';
    end $$`,
  `create trigger award_edition_scope_kept before update of scope on award_edition for each row
    when (old.called_at is not null and old.scope is distinct from new.scope) execute function refuse_scope_change()`,
]
