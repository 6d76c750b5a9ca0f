/** Jurors: what they say of their ties before they judge (a tie is a conflict of interest), and teams that are drawn in public. */
export const statements = [
  // Once per person and category; who says nothing has no row.
  `create table award_unconcerned (
    category_id uuid not null references award_category on delete cascade,
    person_id uuid not null references person on delete cascade,
    said_at timestamptz not null,
    primary key (category_id, person_id)
  )`,
  `create index award_unconcerned_person on award_unconcerned (person_id)`,

  // Of each category from the opening of its call on: what a draw of its team will reveal. The journal holds its hash.
  `create table award_draw (
    category_id uuid primary key references award_category on delete cascade,
    nonce text not null,
    -- Once it was drawn: how many judge, everybody in the order of the draw, who of them does not judge any more.
    places integer check (places > 0),
    drawn_order jsonb,
    gone jsonb,
    check ((places is null) = (drawn_order is null))
  )`,
  // Whatever code asks for it: nothing that was promised or drawn is drawn again.
  `create trigger award_draw_kept before update on award_draw for each row
    when (old.nonce <> new.nonce or (old.drawn_order is not null
      and (old.places, old.drawn_order) is distinct from (new.places, new.drawn_order)))
    execute function refuse_change()`,
]
