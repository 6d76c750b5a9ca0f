/**
 * Pages of the wiki and the log of their co-editing. The log is append-only (but for compaction of old rows).
 *
 * `page_head` is apart from `page` because each commit of an edit updates it, and a page's row is wide. The log has no foreign keys: one
 * check per keystroke would cost more than the keystroke. Rows get in only by a join with `page_head`, and leave with their page.
 */
export const statements = [
  `create table page (
    id uuid primary key,
    space_id uuid not null references space on delete cascade,
    parent_id uuid references page on delete set null,
    position integer not null default 0,
    title text not null default '',
    author_id uuid references person on delete set null,
    text text not null default '',
    markdown text not null default '',
    html text not null default '',
    derived_seq bigint not null default 0,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz
  )`,
  `create index page_space on page (space_id, parent_id, position)`,
  `create index page_parent on page (parent_id)`,

  `create table page_head (
    page_id uuid primary key references page on delete cascade,
    seq bigint not null default 0
  ) with (fillfactor = 50)`,

  `create table page_update (
    page_id uuid not null,
    seq bigint not null,
    person_id uuid not null,
    nonce bigint not null,
    bytes bytea not null,
    at timestamptz not null,
    primary key (page_id, seq)
  )`,

  `create table page_snapshot (
    page_id uuid not null references page on delete cascade,
    seq bigint not null,
    state bytea not null,
    at timestamptz not null,
    primary key (page_id, seq)
  )`,

  `create table page_client (
    page_id uuid not null references page on delete cascade,
    client_id bigint not null,
    person_id uuid not null,
    primary key (page_id, client_id)
  )`,

  `create function page_is_new() returns trigger language plpgsql as $$
  begin
    insert into page_head (page_id) values (new.id);
    return null;
  end $$`,
  `create trigger page_is_new after insert on page for each row execute function page_is_new()`,

  `create function page_is_gone() returns trigger language plpgsql as $$
  begin
    delete from page_update where page_id = old.id;
    return null;
  end $$`,
  `create trigger page_is_gone after delete on page for each row execute function page_is_gone()`,
]
