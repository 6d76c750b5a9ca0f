/** Mails that no server would take, or not in five days: who was not reached, and why; never what was written, whose links open accounts. */
export const statements = [
  `create table undelivered_mail (
    id uuid primary key,
    recipient text not null,
    subject text not null,
    reason text not null,
    at timestamptz not null
  )`,
  `create index undelivered_mail_at on undelivered_mail (at desc, id)`,
]
