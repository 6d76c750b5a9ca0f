/**
 * Proposed revisions: a page of their own that stands for the next text of another one, and the votes that decide on it.
 *
 * A revision is nowhere in the tree and is never published: it becomes the page, or stays a draft. What is put to the vote is frozen with the
 * vote, so the revision may go on, or go, without changing what was voted on.
 */
export const statements = [
  `alter table page
    add column revision_of uuid references page on delete cascade,
    add column revision_base bigint,
    add constraint page_revision_whole check ((revision_of is null) = (revision_base is null)),
    add constraint page_revision_apart check (revision_of is null or num_nonnulls(parent_id, published_seq, frozen_at) = 0)`,
  `create index page_revision_of on page (revision_of) where revision_of is not null`,

  // comparison: what the voters read, made once; proposal: the Markdown that the page takes when it is adopted.
  // revision_pending: from the opening until the text is the page's, or it is sure that it will not be.
  // adopted_seq: the page's seq with the adopted text; replaced_seq: the one before, where something had been written since the comparison.
  `alter table vote
    add column revises_id uuid references page on delete set null,
    add column revises_version bigint,
    add column proposal text,
    add column comparison jsonb,
    add column revision_pending boolean not null default false,
    add column adopted_seq bigint,
    add column replaced_seq bigint,
    add column adopted_at timestamptz,
    add constraint vote_revision_whole check (num_nonnulls(revises_version, proposal, comparison) in (0, 3)),
    add constraint vote_adoption_whole check (num_nonnulls(adopted_seq, adopted_at) in (0, 2))`,
  // Two texts that replace the same page cannot both be decided on: the second would silently take the first decision back.
  `create unique index vote_one_revision on vote (revises_id) where revision_pending`,
  `create index vote_revises on vote (revises_id) where revises_id is not null`,

  `alter table vote_draft
    add column revises_id uuid references page on delete set null,
    add column revises_version bigint,
    add column proposal text,
    add column comparison jsonb`,
]
