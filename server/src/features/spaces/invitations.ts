import type { z } from 'zod'
import type { acceptBody, Invitation, invitationBody, SiteRole } from '@cenacle/contract/person'
import type { SpaceRole } from '@cenacle/contract/space'
import { emailKey } from '@cenacle/contract/text'
import type { Context, PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Tx } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import { newSecret, sha256 } from '../../ids.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { allow } from '../../policy/allow.ts'
import * as people from '../../policy/person.ts'
import * as policy from '../../policy/space.ts'
import { invalidField, Problem } from '../../problem.ts'
import { openSession, register, type OpenedSession } from '../accounts/commands.ts'
import { findPersonByEmail } from '../accounts/queries.ts'
import { mails } from './mails.ts'
import { presentInvitation } from './pending-invitations.ts'
import { factsOf, getSpace } from './queries.ts'
import { checkUntil } from './until.ts'
import { after, DAY_MS, instantOf } from '../../time.ts'

type TxContext = Omit<PersonContext, 'db'> & { db: Tx }
const LIFE_MS = 7 * DAY_MS
const PER_DAY = 20

interface NewInvitation {
  email: string
  role: SiteRole & ('member' | 'ambassador' | 'guest')
  spaceRole: SpaceRole | null
  until: Date | null
}

/** Invites to the site (administrators) or to one space (those who run it). @throws Problem forbidden, already-member, invalid */
export async function invite(ctx: PersonContext, body: z.output<typeof invitationBody>): Promise<Invitation> {
  const until = body.until ? checkUntil(ctx, body.until, '/until') : null
  return inTx(ctx, async (ctx) => {
    if (!body.spaceId) {
      allow(people.administer(ctx.viewer))
      if (body.role === 'guest') throw invalidField('/spaceId', 'required')
      if (await findPersonByEmail(ctx.db, body.email)) throw new Problem('already-member')
      return issue(ctx, { email: body.email, role: body.role, spaceRole: null, until: null }, null)
    }
    const space = await getSpace(ctx, body.spaceId)
    allow(policy.manage(factsOf(space)))
    allow(body.role === 'guest' || people.administer(ctx.viewer))
    if (body.role === 'guest' && !until) throw invalidField('/until', 'required')
    const spaceRole = body.spaceRole ?? 'writer'
    if (body.role === 'guest' && spaceRole === 'facilitator') throw invalidField('/spaceRole', 'not-allowed')
    return issue(ctx, { email: body.email, role: body.role, spaceRole, until }, space)
  })
}

/**
 * Opens a space to an address until a date: at once when it has an account, by a link otherwise.
 * The address's owner learns of it by mail; whether there was an account is not told to who invites.
 */
export async function inviteToSpace(
  ctx: TxContext,
  space: { id: string; name: string },
  guest: { email: string; role: SpaceRole; until: string },
): Promise<void> {
  await issue(ctx, { email: guest.email, role: 'guest', spaceRole: guest.role, until: instantOf(guest.until) }, space)
}

async function issue(
  ctx: TxContext,
  invitation: NewInvitation,
  space: { id: string; name: string } | null,
): Promise<Invitation> {
  await refuseFlood(ctx)
  const secret = newSecret()
  const now = ctx.now()
  const expires = after(now, LIFE_MS)
  const person = space ? await findPersonByEmail(ctx.db, invitation.email) : undefined
  const row = await ctx.db
    .insertInto('invitation')
    .values({
      id: ctx.newId(),
      token_hash: sha256(secret),
      email: invitation.email,
      email_key: emailKey(invitation.email),
      role: invitation.role,
      space_id: space?.id ?? null,
      space_role: invitation.spaceRole,
      until: invitation.until,
      invited_by: ctx.viewer.id,
      created_at: now,
      expires_at: expires,
      used_at: person ? now : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (person && space && invitation.spaceRole) {
    await enterSpace(ctx, space.id, person.id, invitation.spaceRole, invitation.until, ctx.viewer.id)
    await queueMail(ctx, mails.added(person, ctx.viewer.name, space.name, `${ctx.baseUrl}/espaces/${space.id}`))
  } else {
    const where = space?.name ?? 'Cénacle'
    await queueMail(
      ctx,
      mails.invitation(invitation.email, ctx.viewer.name, where, `${ctx.baseUrl}/invitation#${secret}`, expires),
    )
  }
  // A guest with an account is in at once, which whoever invites is not told.
  return presentInvitation({
    ...row,
    used_at: space ? null : row.used_at,
    space_name: space?.name ?? null,
    by_name: ctx.viewer.name,
  })
}

/** Twenty a day, so that nobody's name is used to flood letter boxes; administrators set up whole workshops. */
async function refuseFlood(ctx: TxContext): Promise<void> {
  if (ctx.viewer.administrator) return
  const since = after(ctx.now(), -DAY_MS)
  const sent = await ctx.db
    .selectFrom('invitation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('invited_by', '=', ctx.viewer.id)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  if (Number(sent.count) >= PER_DAY) throw new Problem('too-many-requests', { retryAfter: 3600 })
}

async function enterSpace(
  ctx: { db: Tx; now(): Date },
  spaceId: string,
  personId: string,
  role: SpaceRole,
  until: Date | null,
  addedBy: string | null,
): Promise<void> {
  const row = { space_id: spaceId, person_id: personId, role, until, added_by: addedBy, added_at: ctx.now() }
  // Somebody who is named in it already keeps what they have: an invitation never takes away.
  await ctx.db
    .insertInto('space_person')
    .values(row)
    .onConflict((oc) => oc.columns(['space_id', 'person_id']).doNothing())
    .execute()
  await record(ctx, { type: 'access.changed', personId, ids: { spaceId } })
  await record(ctx, { type: 'space.changed', spaceId, ids: { spaceId } })
}

const openInvitation = (ctx: Context, token: string) =>
  ctx.db
    .selectFrom('invitation')
    .leftJoin('space', 'space.id', 'invitation.space_id')
    .leftJoin('person', 'person.id', 'invitation.invited_by')
    .select(['invitation.email', 'space.name as space_name', 'person.name as by_name'])
    .where('token_hash', '=', sha256(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', ctx.now())
    .executeTakeFirst()

/** What an invitation's page says before the account is made. @throws Problem link-used */
export async function checkInvitation(
  ctx: Context,
  token: string,
): Promise<{ email: string; spaceName: string | null; invitedBy: string | null }> {
  const row = await openInvitation(ctx, token)
  if (!row) throw new Problem('link-used')
  return { email: row.email, spaceName: row.space_name, invitedBy: row.by_name }
}

/** Makes the account that a link invites to. One use, settled by the database. @throws Problem link-used, already-member, weak-password */
export async function acceptInvitation(
  ctx: Context,
  body: z.output<typeof acceptBody>,
  device: string,
): Promise<OpenedSession> {
  if (!(await openInvitation(ctx, body.token))) throw new Problem('link-used')
  return inTx(ctx, async (ctx) => {
    const claimed = await ctx.db
      .updateTable('invitation')
      .set({ used_at: ctx.now() })
      .where('token_hash', '=', sha256(body.token))
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', ctx.now())
      .returningAll()
      .executeTakeFirst()
    if (!claimed) throw new Problem('link-used')
    const person = await register(ctx, {
      email: claimed.email,
      name: body.name,
      role: claimed.role,
      college: body.college,
      password: body.password,
    })
    if (claimed.space_id && claimed.space_role)
      await enterSpace(ctx, claimed.space_id, person.id, claimed.space_role, claimed.until, claimed.invited_by)
    return openSession(ctx, person, device)
  })
}
