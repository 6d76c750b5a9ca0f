/** The award: automatic scores with their versions, and the votes that propose a shortlist. */
export const statements = [
  // Each import is a version of its own: the one before stays as it was, and the last one holds.
  `create table award_score_version (
    id uuid primary key,
    edition_id uuid not null references award_edition on delete cascade,
    number integer not null check (number >= 1),
    label text not null,
    -- What labels are compared by.
    label_key text not null,
    formula text not null,
    -- Scores are whole numbers of that many decimals: 12.50 with two is 1250.
    decimals integer not null check (decimals between 0 and 6),
    -- SHA-256 of the canonical version, and of the file as it was sent.
    hash text not null,
    file_hash text not null,
    imported_by uuid references person on delete set null,
    imported_at timestamptz not null,
    unique (edition_id, number),
    unique (edition_id, label_key)
  )`,
  `create index award_score_version_imported_by on award_score_version (imported_by)`,
  `create table award_score (
    version_id uuid not null references award_score_version on delete cascade,
    entry_id uuid not null references award_entry on delete cascade,
    -- Below what JavaScript counts exactly.
    points bigint not null check (points between -9007199254740991 and 9007199254740991),
    primary key (version_id, entry_id)
  )`,
  `create index award_score_entry on award_score (entry_id)`,
  `create function refuse_score_change() returns trigger language plpgsql as $$
    begin
      raise exception 'an imported score does not change' using errcode = '23514', constraint = 'award_score_kept';
    end $$`,
  `create trigger award_score_kept before update on award_score for each row execute function refuse_score_change()`,
  // Who imported it may be forgotten.
  `create trigger award_score_version_kept
    before update of id, edition_id, number, label, label_key, formula, decimals, hash, file_hash, imported_at
    on award_score_version for each row execute function refuse_score_change()`,

  // Votes of the engine on the eligible entries of one category; the last one that was not cancelled counts.
  `create table award_shortlist_vote (
    vote_id uuid primary key references vote on delete cascade,
    category_id uuid not null references award_category on delete cascade,
    -- Entries by option, {o1: id}.
    options jsonb not null,
    opened_at timestamptz not null
  )`,
  `create index award_shortlist_vote_category on award_shortlist_vote (category_id, opened_at)`,
]
