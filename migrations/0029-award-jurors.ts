/** What jurors say of their ties before they judge: nothing, or that they have none; a tie is a conflict of interest. */
export const statements = [
  // Once per person and category; who says nothing has no row.
  `create table award_unconcerned (
    category_id uuid not null references award_category on delete cascade,
    person_id uuid not null references person on delete cascade,
    said_at timestamptz not null,
    primary key (category_id, person_id)
  )`,
  `create index award_unconcerned_person on award_unconcerned (person_id)`,
]
