/** How long whom to write to about an entry is kept: what was promised when the call opened is not lengthened afterwards. */
export const statements = [
  // Months. Null before the call opens, and for calls that opened before anything was promised.
  `alter table award_edition add column kept_months integer check (kept_months between 1 and 60)`,
]
