/**
 * The published version of a page, with its texts as they were then: reading it costs no look into the log, and compaction may go on.
 * A frozen page is written by nobody until it is released.
 */
export const statements = [
  `alter table page
    add column published_seq bigint,
    add column published_at timestamptz,
    add column published_by uuid references person on delete set null,
    add column published_title text,
    add column published_markdown text,
    add column published_html text,
    add column published_text text,
    add column published_headings jsonb,
    add column published_words integer,
    add column frozen_at timestamptz,
    add column frozen_by uuid references person on delete set null,
    add column frozen_reason text`,
  `alter table page
    add constraint page_publication check (num_nonnulls(published_seq, published_at, published_title, published_markdown, published_html,
      published_text, published_headings, published_words) in (0, 8)),
    add constraint page_freezing check (num_nonnulls(frozen_at, frozen_reason) in (0, 2))`,
  `create index page_published_by on page (published_by)`,
  `create index page_frozen_by on page (frozen_by)`,
]
