import type { PersonContext, SignedIn, World } from '../context.ts'
import { findPersonByEmail } from '../features/accounts/queries.ts'
import type { PersonRow } from '../features/accounts/present.ts'
import { factsOf, getSpace } from '../features/spaces/queries.ts'
import * as policy from '../policy/space.ts'
import { Problem } from '../problem.ts'

/**
 * In whose name a command writes in a space: the person with that address, else who runs the space, else who administers. The ordinary
 * rights hold for them.
 * @throws Error with one line that says what is missing
 */
export async function actingIn(
  world: World,
  slug: string,
  email: string | undefined,
): Promise<{ ctx: PersonContext; spaceId: string }> {
  const space = await world.db.selectFrom('space').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!space) throw new Error(`no space « ${slug} »`)
  for (const person of email === undefined ? await candidates(world, space.id) : await named(world, email)) {
    const ctx: PersonContext = { ...world, viewer: viewerOf(person) }
    if (await mayWrite(ctx, space.id)) return { ctx, spaceId: space.id }
  }
  throw new Error(
    email === undefined
      ? `nobody who runs « ${slug} » may write there: name somebody with --as`
      : `${email} may not write in « ${slug} »`,
  )
}

async function named(world: World, email: string): Promise<PersonRow[]> {
  const person = await findPersonByEmail(world.db, email)
  if (!person || person.suspended_at) throw new Error(`no account ${email}`)
  return [person]
}

async function candidates(world: World, spaceId: string): Promise<PersonRow[]> {
  const people = world.db.selectFrom('person').selectAll('person').where('suspended_at', 'is', null)
  const runs = await people
    .innerJoin('space_person', 'space_person.person_id', 'person.id')
    .where('space_id', '=', spaceId)
    .where('space_person.role', '=', 'facilitator')
    .orderBy('added_at')
    .execute()
  const administers = await people.where('is_administrator', '=', true).orderBy('created_at').execute()
  return [...runs, ...administers]
}

const viewerOf = (person: PersonRow): SignedIn => ({
  kind: 'person',
  id: person.id,
  name: person.name,
  role: person.role,
  administrator: person.is_administrator,
  sessionId: '',
  confirmedAt: person.created_at,
})

async function mayWrite(ctx: PersonContext, spaceId: string): Promise<boolean> {
  try {
    return policy.write(factsOf(await getSpace(ctx, spaceId)))
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}
