/** The engine of votes: several methods, drafts and schedules, extension and cancellation, a written outcome, secret ballots. */
export const statements = [
  `alter table vote drop constraint vote_method_check`,
  `alter table vote add constraint vote_method_check
    check (method in ('threshold', 'majority-judgment', 'schulze', 'irv', 'approval', 'score', 'median'))`,
  // options: [{id, label}], frozen; text: what its author says of it; html: that, rendered, and the text of the page that is put
  // to the vote, as it was at page_version. source_title is that of the topic or page at that moment.
  `alter table vote
    add column options jsonb not null default '[]',
    add column text text,
    add column html text,
    add column secret boolean not null default false,
    add column topic_id uuid references topic on delete set null,
    add column page_id uuid references page on delete set null,
    add column page_version integer,
    add column source_title text,
    add column extensions jsonb not null default '[]' check (jsonb_array_length(extensions) <= 2),
    add column cancelled_at timestamptz,
    add column cancel_reason text,
    add column outcome_text text,
    add column outcome_html text,
    add column outcome_by uuid references person on delete set null,
    add column outcome_at timestamptz,
    add column review_on text check (review_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    add constraint vote_cancelled_with_reason check ((cancelled_at is null) = (cancel_reason is null))`,
  // For the votes that there were; a new one says what it has.
  `alter table vote alter column options drop default, alter column extensions drop default`,
  `create index vote_topic on vote (topic_id)`,
  `create index vote_page on vote (page_id)`,

  `alter table ballot drop constraint ballot_choice_check`,
  `alter table ballot add constraint ballot_choice_check
    check (choice in ('yes', 'no', 'abstain', 'veto', 'blank', 'cast'))`,
  `alter table ballot add column value jsonb, add constraint ballot_value check ((choice = 'cast') = (value is not null))`,

  // A question that is not open yet; when it opens, the vote takes its id and the draft goes.
  `create table vote_draft (
    id uuid primary key,
    space_id uuid not null references space on delete cascade,
    author_id uuid references person on delete set null,
    question text not null,
    text text not null,
    html text not null,
    method text not null,
    options jsonb not null,
    rules jsonb not null,
    secret boolean not null,
    opens_at timestamptz,
    closes_at timestamptz,
    topic_id uuid references topic on delete set null,
    page_id uuid references page on delete set null,
    page_version integer,
    source_title text,
    source_html text,
    scheduled boolean not null default false,
    changed_at timestamptz not null,
    check (not scheduled or (opens_at is not null and closes_at is not null and closes_at > opens_at))
  )`,
  `create index vote_draft_space on vote_draft (space_id, changed_at)`,

  // What everybody concerned was written about, once: an opening, a close, a reminder, whatever happens to the close meanwhile.
  `create table vote_notice (
    vote_id uuid not null references vote on delete restrict,
    what text not null,
    sent_at timestamptz not null,
    primary key (vote_id, what)
  )`,

  // A cancelled vote admits nobody, though no veto is left in it.
  `create function refuse_cancelled_admission() returns trigger language plpgsql as $$
    begin
      if exists (select from vote where id = new.vote_id and cancelled_at is not null) then
        raise exception 'the vote on candidacy % was cancelled', new.id using errcode = '23514', constraint = 'admission_vote';
      end if;
      return new;
    end $$`,
  `create trigger candidacy_not_cancelled before update of admitted_at on candidacy for each row
    when (new.admitted_at is not null) execute function refuse_cancelled_admission()`,

  // Secret votes. The roll knows that somebody has voted, never when; the lines know neither voter nor time nor order, and no
  // key of either leads to the other. A receipt is what the voter's browser made of the line.
  `alter table vote_roll add column has_voted boolean not null default false`,
  `create table secret_line (
    id uuid primary key default gen_random_uuid(),
    vote_id uuid not null references vote on delete restrict,
    content text not null,
    receipt text not null,
    unique (vote_id, receipt)
  )`,
  `create function refuse_other_secrecy() returns trigger language plpgsql as $$
    begin
      if (select secret from vote where id = new.vote_id) <> (tg_table_name = 'secret_line') then
        raise exception 'vote % is of the other kind', new.vote_id using errcode = '23514', constraint = 'ballot_secrecy';
      end if;
      return new;
    end $$`,
  `create trigger ballot_is_named before insert on ballot for each row execute function refuse_other_secrecy()`,
  `create trigger secret_line_is_secret before insert on secret_line for each row execute function refuse_other_secrecy()`,
]
