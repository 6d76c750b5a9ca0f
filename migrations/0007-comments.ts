/**
 * Comments on pages. A thread's anchor is a mark in the page's document, which goes with its words; what stands here is the rest. `quote`
 * is what was commented (nothing: the page as a whole); `last_*` is what the mark covered when the page was last read, to find the words
 * again should the mark be lost. `commented_html` is the page's HTML with these marks, while it has any.
 */
export const statements = [
  `create table page_comment_thread (
    id uuid primary key,
    page_id uuid not null references page on delete cascade,
    author_id uuid references person on delete set null,
    quote text not null,
    anchored boolean not null default false,
    last_text text not null,
    last_before text not null,
    last_after text not null,
    created_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by uuid references person on delete set null
  )`,
  `create index page_comment_thread_page on page_comment_thread (page_id, created_at, id)`,
  `create index page_comment_thread_author on page_comment_thread (author_id)`,
  `create index page_comment_thread_resolved on page_comment_thread (resolved_by)`,

  // A deleted comment keeps its place while others follow it, and loses body and html.
  `create table page_comment (
    id uuid primary key,
    thread_id uuid not null references page_comment_thread on delete cascade,
    author_id uuid references person on delete set null,
    body text not null,
    html text not null,
    created_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz,
    check (deleted_at is null or body = '')
  )`,
  `create index page_comment_thread_id on page_comment (thread_id, created_at, id)`,
  `create index page_comment_author on page_comment (author_id)`,

  `alter table page add column commented_html text`,
]
