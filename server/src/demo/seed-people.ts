import { emailKey } from '@cenacle/contract/text'
import type { World } from '../context.ts'
import type { Tx } from '../database/types.ts'
import { hashPassword } from '../features/accounts/passwords.ts'
import { after, DAY_MS } from '../time.ts'
import type { DemoContent } from './content.ts'

/** What everybody of the demonstration signs in with; the sign-in page shows it. */
export const DEMO_PASSWORD = 'visite-du-cenacle'

export type Seeding = Omit<World, 'db'> & { db: Tx }
/** Ids by the keys of the content. */
export type Ids = ReadonlyMap<string, string>

/**
 * The people, but for those whom a candidacy will seat. One hash serves all: it is one published password, and ninety
 * hashes would take longer than all the rest.
 */
export async function seedPeople(ctx: Seeding, { people, candidacies }: DemoContent): Promise<Map<string, string>> {
  const candidates = new Set(candidacies.flatMap(({ becameMember }) => becameMember ?? []))
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const seated = people.filter(({ key }) => !candidates.has(key))
  const ids = new Map(seated.map(({ key }) => [key, ctx.newId()]))
  const rows = seated.map(({ key, name, email, role, college, employer, headline }) => ({
    id: ids.get(key) ?? '',
    email,
    email_key: emailKey(email),
    name,
    role,
    is_administrator: role === 'administrator',
    college,
    employer,
    headline,
    password_hash: passwordHash,
    created_at: after(ctx.now(), -400 * DAY_MS),
  }))
  await ctx.db.insertInto('person').values(rows).execute()
  return ids
}

/** The spaces, and how many seats the committee has. */
export async function seedSpaces(ctx: Seeding, { spaces }: DemoContent): Promise<Map<string, string>> {
  const now = ctx.now()
  const ids = new Map(spaces.map(({ slug }) => [slug, ctx.newId()]))
  const rows = spaces.map(({ slug, kind, name, purpose, open, workshop }) => ({
    id: ids.get(slug) ?? '',
    slug,
    kind,
    name,
    purpose,
    open: open ?? false,
    pitch: workshop?.pitch ?? '',
    objective: workshop?.objective ?? '',
    mission: workshop?.mission ?? '',
    created_at: after(now, -200 * DAY_MS),
  }))
  await ctx.db.insertInto('space').values(rows).execute()
  const value = JSON.stringify({ cap: 50, parity: 'quota' })
  await ctx.db
    .insertInto('setting')
    .values({ key: 'seats', value, updated_at: now })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute()
  return ids
}

/** Who is named in which space; guests until their date. */
export async function seedRoles(
  ctx: Seeding,
  { spaces, people: all }: DemoContent,
  people: Ids,
  ids: Ids,
): Promise<void> {
  const guests = new Set(all.filter(({ role }) => role === 'guest').map(({ key }) => key))
  const rows = spaces.flatMap(({ slug, people: named, guestsUntilDays = 0 }) =>
    named.map(({ key, role }) => ({
      space_id: ids.get(slug) ?? '',
      person_id: people.get(key) ?? '',
      role,
      until: guests.has(key) ? after(ctx.now(), guestsUntilDays * DAY_MS) : null,
      added_at: after(ctx.now(), -200 * DAY_MS),
    })),
  )
  await ctx.db.insertInto('space_person').values(rows).execute()
}
