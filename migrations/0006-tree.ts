import { templates } from './0006-templates.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/**
 * The tree's trash, the links between pages, what a person marks and has seen, and the templates.
 *
 * What is put into the trash together is one entry: `trashed_with` is its topmost page, on that page too. Deleting that page for good takes
 * the whole entry along. A page that is there has a parent that is there, or none.
 */
export const statements = [
  `alter table page
    add column trashed_with uuid references page on delete cascade,
    add column trashed_by uuid references person on delete set null`,
  `update page set trashed_with = id where deleted_at is not null`,
  `alter table page add constraint page_trash_whole check ((deleted_at is null) = (trashed_with is null))`,
  `create index page_trashed_with on page (trashed_with) where trashed_with is not null`,
  `create index page_trash on page (space_id, deleted_at, id) where trashed_with = id`,
  `create index page_untouched on page (space_id, updated_at, id) where deleted_at is null`,

  // No foreign key on the target: a text may point to a page that is not there yet, in an import, or no longer.
  `create table page_link (
    page_id uuid not null references page on delete cascade,
    target_id uuid not null,
    primary key (page_id, target_id)
  )`,
  `create index page_link_target on page_link (target_id)`,
  `insert into page_link (page_id, target_id)
    select distinct page.id, found.ids[1]::uuid
    from page, regexp_matches(page.html, '<a [^>]*href="/pages/(${UUID})', 'g') as found (ids)
    where found.ids[1]::uuid <> page.id`,

  `create table page_favourite (
    person_id uuid not null references person on delete cascade,
    page_id uuid not null references page on delete cascade,
    at timestamptz not null,
    primary key (person_id, page_id)
  )`,
  `create index page_favourite_page on page_favourite (page_id)`,

  `create table page_seen (
    person_id uuid not null references person on delete cascade,
    page_id uuid not null references page on delete cascade,
    at timestamptz not null,
    primary key (person_id, page_id)
  )`,
  `create index page_seen_page on page_seen (page_id)`,

  `create table page_template (
    id uuid primary key,
    position integer not null,
    name text not null,
    hint text not null,
    markdown text not null,
    updated_at timestamptz not null,
    updated_by uuid references person on delete set null
  )`,
  ...templates.map(
    ({ id, name, hint, markdown }, position) =>
      `insert into page_template (id, position, name, hint, markdown, updated_at)
        values ('${id}', ${position}, ${quoted(name)}, ${quoted(hint)}, ${quoted(markdown)}, now())`,
  ),
]
