import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { College, SiteRole } from '@cenacle/contract/person'
import type { SpaceKind, SpaceRole } from '@cenacle/contract/space'
import type { PersonTable, SpaceTable } from '../src/database/schema.gen.ts'
import { uuidv7 } from '../src/ids.ts'
import type { TestApp } from './harness.ts'

type Db = TestApp['deps']['world']['db']
type Person = Selectable<PersonTable>
type Space = Selectable<SpaceTable>
let count = 0

/** A person, by default a member with a seat. */
export async function aPerson(
  db: Db,
  values: Partial<{
    name: string
    email: string
    role: SiteRole
    administrator: boolean
    college: College
    suspended: boolean
  }> = {},
): Promise<Person> {
  const n = ++count
  const email = values.email ?? `personne${n}-${randomBytes(3).toString('hex')}@example.fr`
  const row = {
    id: uuidv7(Date.now()),
    email,
    email_key: email.toLowerCase(),
    name: values.name ?? `Personne ${n}`,
    role: values.role ?? 'member',
    is_administrator: values.administrator ?? values.role === 'administrator',
    college: values.college ?? (n % 2 ? 'woman' : 'man'),
    suspended_at: values.suspended ? new Date() : null,
    created_at: new Date(),
  } as const
  return db.insertInto('person').values(row).returningAll().executeTakeFirstOrThrow()
}

/** A space with the people named in it. */
export async function aSpace(
  db: Db,
  kind: SpaceKind,
  people: { id: string; role?: SpaceRole; until?: Date }[] = [],
  values: Partial<{ name: string; slug: string; open: boolean }> = {},
): Promise<Space> {
  const n = ++count
  const row = {
    id: uuidv7(Date.now()),
    slug: values.slug ?? `${kind}-${n}`,
    kind,
    name: values.name ?? `Espace ${n}`,
    open: values.open ?? false,
    created_at: new Date(),
  }
  const space = await db.insertInto('space').values(row).returningAll().executeTakeFirstOrThrow()
  for (const { id, role, until } of people) {
    await db
      .insertInto('space_person')
      .values({ space_id: space.id, person_id: id, role: role ?? 'writer', until: until ?? null, added_at: new Date() })
      .execute()
  }
  return space
}

/** The committee's space, of which there is one. */
export const theCommittee = (db: Db): Promise<Space> =>
  aSpace(db, 'committee', [], { slug: 'comite', name: 'Comité de pilotage' })
