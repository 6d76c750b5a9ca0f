/** Topics and posts. Numbers of posts have no gaps: they are given under the lock of the topic's row, which also counts them. */
export const statements = [
  `create table topic (
    id uuid primary key,
    space_id uuid not null references space on delete cascade,
    title text not null,
    author_id uuid references person on delete set null,
    created_at timestamptz not null,
    post_count integer not null default 0,
    last_post_at timestamptz not null,
    last_author_id uuid references person on delete set null,
    closed_at timestamptz
  )`,
  `create index topic_space on topic (space_id, last_post_at desc, id desc)`,
  `create index topic_author on topic (author_id)`,
  `create index topic_last_author on topic (last_author_id)`,

  // A deleted post keeps its row and number, and loses body, html and excerpt. written_at is when the present text began.
  `create table post (
    id uuid primary key,
    topic_id uuid not null references topic on delete cascade,
    number integer not null check (number > 0),
    author_id uuid references person on delete set null,
    body text not null,
    html text not null,
    excerpt text not null,
    created_at timestamptz not null,
    written_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz,
    unique (topic_id, number),
    check (deleted_at is null or body = '')
  )`,
  `create index post_author on post (author_id)`,

  // Texts that an edit replaced, each from when it stood.
  `create table post_revision (
    id uuid primary key,
    post_id uuid not null references post on delete cascade,
    editor_id uuid references person on delete set null,
    body text not null,
    at timestamptz not null
  )`,
  `create index post_revision_post on post_revision (post_id, at)`,
  `create index post_revision_editor on post_revision (editor_id)`,

  `create table topic_read (
    person_id uuid not null references person on delete cascade,
    topic_id uuid not null references topic on delete cascade,
    number integer not null,
    primary key (person_id, topic_id)
  )`,
  `create index topic_read_topic on topic_read (topic_id)`,

  `create table mention (
    post_id uuid not null references post on delete cascade,
    person_id uuid not null references person on delete cascade,
    topic_id uuid not null references topic on delete cascade,
    at timestamptz not null,
    answered_at timestamptz,
    primary key (post_id, person_id)
  )`,
  `create index mention_waiting on mention (person_id, topic_id) where answered_at is null`,
  `create index mention_topic on mention (topic_id)`,
]
