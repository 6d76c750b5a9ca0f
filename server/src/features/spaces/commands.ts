import type { z } from 'zod'
import type { createSpaceBody, SpaceRole, updateSpaceBody } from '@cenacle/contract/space'
import type { Context, PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Tx } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/space.ts'
import { fieldError, invalidField, Problem } from '../../problem.ts'
import { inviteToSpace } from './invitations.ts'
import { factsOf, getSpace } from './queries.ts'
import { slugOf } from './slug.ts'
import { checkUntil } from './until.ts'

type TxContext = Omit<PersonContext, 'db'> & { db: Tx }

/**
 * Creates a space with its people and its guests' invitations, all or nothing. The author runs it.
 * @returns the id
 * @throws Problem forbidden, invalid (unknown person, date that has passed)
 */
export async function createSpace(ctx: PersonContext, body: z.output<typeof createSpaceBody>): Promise<string> {
  allow(policy.create(ctx.viewer, body.kind))
  for (const [i, guest] of body.guests.entries()) checkUntil(ctx, guest.until, `/guests/${i}/until`)
  return inTx(ctx, async (ctx) => {
    const id = ctx.newId()
    const slug = await freeSlug(ctx, body.name, id)
    const { kind, name, purpose, open } = body
    await ctx.db
      .insertInto('space')
      .values({ id, slug, kind, name, purpose, open, created_by: ctx.viewer.id, created_at: ctx.now() })
      .execute()
    await namePerson(ctx, id, ctx.viewer.id, 'facilitator', null)
    await namePeople(ctx, id, body.people)
    for (const guest of body.guests)
      await inviteToSpace(ctx, { id, name }, { email: guest.email, role: guest.role, until: guest.until })
    await record(ctx, { type: 'space.changed', spaceId: id, ids: { spaceId: id } })
    return id
  })
}

async function namePeople(
  ctx: TxContext,
  spaceId: string,
  people: { personId: string; role: SpaceRole }[],
): Promise<void> {
  if (people.length === 0) return
  const known = await ctx.db
    .selectFrom('person')
    .select('id')
    .where(
      'id',
      'in',
      people.map((one) => one.personId),
    )
    .where('role', 'in', ['member', 'ambassador'])
    .where('suspended_at', 'is', null)
    .execute()
  const ids = new Set(known.map((row) => row.id))
  const errors = people.flatMap(({ personId }, i) =>
    ids.has(personId) ? [] : [fieldError(`/people/${i}/personId`, 'not-found')],
  )
  if (errors.length > 0) throw new Problem('invalid', { errors })
  for (const { personId, role } of people)
    if (personId !== ctx.viewer.id) await namePerson(ctx, spaceId, personId, role, null)
}

async function namePerson(
  ctx: TxContext,
  spaceId: string,
  personId: string,
  role: SpaceRole,
  until: Date | null,
): Promise<void> {
  const row = { space_id: spaceId, person_id: personId, role, until, added_by: ctx.viewer.id, added_at: ctx.now() }
  await ctx.db
    .insertInto('space_person')
    .values(row)
    .onConflict((oc) => oc.columns(['space_id', 'person_id']).doUpdateSet({ role, until }))
    .execute()
}

/** A slug that is free; the unique index settles a race, and the id's end then tells the two apart. */
async function freeSlug(ctx: TxContext, name: string, id: string): Promise<string> {
  const slug = slugOf(name, id.slice(-6))
  const taken = await ctx.db.selectFrom('space').select('id').where('slug', '=', slug).executeTakeFirst()
  return taken ? `${slug}-${id.slice(-6)}` : slug
}

/** Changes a space, closes it or opens it again. @throws Problem not-found, forbidden */
export async function updateSpace(
  ctx: PersonContext,
  idOrSlug: string,
  body: z.output<typeof updateSpaceBody>,
): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const space = await getSpace(ctx, idOrSlug)
    const { closed, ...fields } = body
    if (closed === undefined || Object.keys(fields).length > 0) allow(policy.manage(factsOf(space)))
    if (closed !== undefined) allow(policy.close(ctx.viewer, factsOf(space)))
    const closed_at = closed === undefined ? space.closed_at : closed ? (space.closed_at ?? ctx.now()) : null
    await ctx.db
      .updateTable('space')
      .set({ ...fields, closed_at })
      .where('id', '=', space.id)
      .execute()
    await record(ctx, { type: 'space.changed', spaceId: space.id, ids: { spaceId: space.id } })
  })
}

/**
 * Names a person in a space, or changes their role or end date. A guest of the site always has an end date, and never runs
 * a space.
 */
export async function putPerson(
  ctx: PersonContext,
  idOrSlug: string,
  personId: string,
  body: { role: SpaceRole; until?: string | null | undefined },
): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const space = await getSpace(ctx, idOrSlug)
    allow(policy.manage(factsOf(space)))
    const until = body.until ? checkUntil(ctx, body.until, '/until') : null
    const person = await ctx.db
      .selectFrom('person')
      .select(['id', 'role', 'suspended_at'])
      .where('id', '=', personId)
      .executeTakeFirst()
    if (!person || person.suspended_at) throw new Problem('not-found')
    if (person.role === 'guest' && body.role === 'facilitator') throw invalidField('/role', 'not-allowed')
    if (person.role === 'guest' && !until) throw invalidField('/until', 'required')
    await namePerson(ctx, space.id, personId, body.role, until)
    await refuseHeadless(ctx, space.id)
    await changed(ctx, space.id, personId)
  })
}

/** Removes a person, or oneself, from a space. @throws Problem not-found when they were not named in it */
export async function removePerson(ctx: PersonContext, idOrSlug: string, personId: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const space = await getSpace(ctx, idOrSlug)
    const facts = factsOf(space)
    allow(policy.manage(facts) || (personId === ctx.viewer.id && policy.leave(facts)))
    const removed = await ctx.db
      .deleteFrom('space_person')
      .where('space_id', '=', space.id)
      .where('person_id', '=', personId)
      .returning('person_id')
      .executeTakeFirst()
    if (!removed) throw new Problem('not-found')
    await refuseHeadless(ctx, space.id)
    await changed(ctx, space.id, personId)
  })
}

/** Names oneself in a workshop or an open loop. */
export async function joinSpace(ctx: PersonContext, idOrSlug: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const space = await getSpace(ctx, idOrSlug)
    allow(policy.join(ctx.viewer, factsOf(space)))
    await namePerson(ctx, space.id, ctx.viewer.id, 'writer', null)
    await changed(ctx, space.id, ctx.viewer.id)
  })
}

/** A loop or a workshop always has somebody who runs it. */
async function refuseHeadless(ctx: TxContext, spaceId: string): Promise<void> {
  const space = await ctx.db
    .selectFrom('space')
    .select('kind')
    .where('id', '=', spaceId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (space.kind === 'committee' || space.kind === 'public') return
  const left = await ctx.db
    .selectFrom('space_person')
    .select('person_id')
    .where('space_id', '=', spaceId)
    .where('role', '=', 'facilitator')
    .limit(1)
    .executeTakeFirst()
  if (!left) throw new Problem('conflict', { detail: 'Un espace garde au moins une personne qui l’anime.' })
}

async function changed(ctx: TxContext, spaceId: string, personId: string): Promise<void> {
  await record(ctx, { type: 'access.changed', personId, ids: { spaceId } })
  await record(ctx, { type: 'space.changed', spaceId, ids: { spaceId } })
}

/** The committee's space, made once, at the set-up or with the demonstration. */
export async function foundCommittee(ctx: Context, personId: string, name: string | undefined): Promise<void> {
  const row = {
    id: ctx.newId(),
    slug: 'comite',
    kind: 'committee' as const,
    name: name || 'Comité de pilotage',
    created_by: personId,
    created_at: ctx.now(),
  }
  await ctx.db
    .insertInto('space')
    .values(row)
    .onConflict((oc) => oc.column('slug').doNothing())
    .execute()
  const open = {
    id: ctx.newId(),
    slug: 'public',
    kind: 'public' as const,
    name: 'Espace public',
    created_by: personId,
    created_at: ctx.now(),
  }
  await ctx.db
    .insertInto('space')
    .values(open)
    .onConflict((oc) => oc.column('slug').doNothing())
    .execute()
}
