import { emailKey } from '@cenacle/contract/text'
import type { College, Language, Me, ProfileBody, SiteRole } from '@cenacle/contract/person'
import type { Context, PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db, Tx } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import { newSecret, sha256 } from '../../ids.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/person.ts'
import { Problem, invalidField } from '../../problem.ts'
import { after } from '../../time.ts'
import { mails } from './mails.ts'
import { hashPassword, refuseWeak, verifyPassword } from './passwords.ts'
import { presentMe, type PersonRow } from './present.ts'
import { findPersonByEmail, getMe, publicId } from './queries.ts'
import { lockSeats } from './seats-lock.ts'
import { sessionsOn } from './sessions.ts'
import { changeStanding, tellStanding } from './commands/standing.ts'
import { countFailure, forgetFailures, refuseThrottled } from './throttle.ts'

export interface OpenedSession {
  person: Me
  token: string
}

const WARN_AT_FAILURES = 10

/**
 * Signs in. One answer for a wrong address, a wrong password and a suspended account, in the same time.
 * @param ip address of the caller: many accounts tried from one place wait too
 * @throws Problem wrong-credentials, too-many-requests
 */
export async function signIn(
  ctx: Context,
  input: { email: string; password: string },
  ip: string,
  device: string,
): Promise<OpenedSession> {
  // Whatever was typed names the counter: only what the database can hold of it.
  const account = `account ${emailKey(input.email.toWellFormed().replaceAll('\u0000', '')).slice(0, 254)}`
  const keys = [account, `address ${ip}`]
  await refuseThrottled(ctx, keys)
  const person =
    input.email.isWellFormed() && !input.email.includes('\u0000')
      ? await findPersonByEmail(ctx.db, input.email)
      : undefined
  const verified = await verifyPassword(
    person?.password_hash ?? null,
    input.password.isWellFormed() ? input.password : '',
  )
  if (!verified || !person || person.suspended_at) {
    const failures = await countFailure(ctx, keys)
    if (person && failures === WARN_AT_FAILURES) await queueMail(ctx, mails.manyFailures(person, ctx.baseUrl))
    throw new Problem('wrong-credentials')
  }
  await forgetFailures(ctx, account)
  if (ctx.viewer.kind === 'person') await endSession(ctx, ctx.viewer.sessionId)
  return openSession(ctx, person, device)
}

/** A new session for a person who just proved who they are. */
export async function openSession(
  ctx: { db: Db; now(): Date },
  person: PersonRow,
  device: string,
): Promise<OpenedSession> {
  const now = ctx.now()
  const session = await sessionsOn(ctx.db).createSession(person.id, {
    hash: '',
    device: device.slice(0, 200),
    createdAt: now,
    lastSeenAt: now,
    confirmedAt: now,
  })
  return { person: presentMe(person), token: session.id }
}

async function endSession(ctx: { db: Db }, hash: string): Promise<void> {
  await ctx.db.deleteFrom('session').where('id', '=', hash).execute()
}

/** Ends the session that asks; its sockets close. */
export async function signOut(ctx: PersonContext): Promise<void> {
  await inTx(ctx, async (ctx) => {
    await endSession(ctx, ctx.viewer.sessionId)
    await record(ctx, { type: 'access.changed', personId: ctx.viewer.id })
  })
}

/** Ends one of one's own sessions, or all but this one. @throws Problem not-found */
export async function endSessions(ctx: PersonContext, id?: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const mine = await ctx.db.selectFrom('session').select('id').where('person_id', '=', ctx.viewer.id).execute()
    const ending = mine
      .map((row) => row.id)
      .filter((hash) => (id ? publicId(hash) === id : hash !== ctx.viewer.sessionId))
    if (id && ending.length === 0) throw new Problem('not-found')
    if (ending.length > 0) await ctx.db.deleteFrom('session').where('id', 'in', ending).execute()
    await record(ctx, { type: 'access.changed', personId: ctx.viewer.id })
  })
}

/**
 * Changes what one says of oneself. Who has a seat changes their college while that college has one left: the database counts.
 * @throws Problem college-full
 */
export async function updateProfile(ctx: PersonContext, body: ProfileBody): Promise<Me> {
  if (Object.keys(body).length > 0) {
    await inTx(ctx, async (ctx) => {
      // Before one's own row, as an admission does: the other way round both would wait for each other.
      if (body.college !== undefined) await lockSeats(ctx.db)
      await ctx.db.updateTable('person').set(body).where('id', '=', ctx.viewer.id).execute()
      await record(ctx, { type: 'person.changed', ids: { personId: ctx.viewer.id } })
    })
  }
  return getMe(ctx)
}

/** Changes one's password: all other devices are signed out in the same transaction. @throws Problem invalid, weak-password */
export async function changePassword(ctx: PersonContext, body: { current: string; next: string }): Promise<void> {
  const keys = [`account-password ${ctx.viewer.id}`]
  await refuseThrottled(ctx, keys)
  const person = await ctx.db.selectFrom('person').selectAll().where('id', '=', ctx.viewer.id).executeTakeFirstOrThrow()
  if (!(await verifyPassword(person.password_hash, body.current))) {
    await countFailure(ctx, keys)
    throw invalidField('/current', 'not-allowed')
  }
  refuseWeak(body.next, [person.name, person.email], '/next')
  const password_hash = await hashPassword(body.next)
  await inTx(ctx, async (ctx) => {
    await ctx.db.updateTable('person').set({ password_hash }).where('id', '=', person.id).execute()
    await ctx.db
      .deleteFrom('session')
      .where('person_id', '=', person.id)
      .where('id', '<>', ctx.viewer.sessionId)
      .execute()
    await record(ctx, { type: 'access.changed', personId: person.id })
  })
}

export interface NewAccount {
  email: string
  name: string
  role: SiteRole
  administrator?: boolean
  college?: College
  language?: Language
  /** Null for an account that cannot sign in yet. */
  passwordHash: string | null
}

/** Makes an account. @throws Problem already-member when the address has one */
export async function createAccount(
  ctx: { db: Tx; now(): Date; newId(): string },
  account: NewAccount,
): Promise<PersonRow> {
  const row = await ctx.db
    .insertInto('person')
    .values({
      id: ctx.newId(),
      email: account.email,
      email_key: emailKey(account.email),
      name: account.name,
      role: account.role,
      is_administrator: account.administrator ?? account.role === 'administrator',
      college: account.college ?? 'undeclared',
      language: account.language ?? 'fr',
      password_hash: account.passwordHash,
      created_at: ctx.now(),
    })
    .onConflict((oc) => oc.column('email_key').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Problem('already-member')
  return row
}

/**
 * Changes somebody's role, administration or suspension. Never one's own, and never the last administrator's.
 * A suspension ends every session; the event closes the sockets.
 */
export async function administer(
  ctx: PersonContext,
  personId: string,
  body: { role?: SiteRole | undefined; administrator?: boolean | undefined; suspended?: boolean | undefined },
): Promise<void> {
  allow(policy.administerPerson(ctx.viewer, personId))
  await inTx(ctx, async (ctx) => {
    // The rows of all administrators are locked, so that two of them cannot remove each other at once.
    const administrators = await ctx.db
      .selectFrom('person')
      .select(['id', 'suspended_at'])
      .where('is_administrator', '=', true)
      .orderBy('id')
      .forUpdate()
      .execute()
    const person = await ctx.db
      .selectFrom('person')
      .selectAll()
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirst()
    if (!person) throw new Problem('not-found')
    const role = body.role ?? person.role
    const isAdministrator =
      role === 'administrator' || (body.administrator ?? (person.is_administrator && person.role !== 'administrator'))
    const isSuspended = body.suspended ?? person.suspended_at !== null
    const others = administrators.filter((row) => row.id !== personId && !row.suspended_at)
    if ((!isAdministrator || isSuspended) && person.is_administrator && others.length === 0)
      throw new Problem('last-administrator')
    const suspended_at = isSuspended ? (person.suspended_at ?? ctx.now()) : null
    await changeStanding(ctx.db, [personId], { role, is_administrator: isAdministrator, suspended_at })
    const detail = JSON.stringify({ personId, role, administrator: isAdministrator, suspended: isSuspended })
    await ctx.db
      .insertInto('audit')
      .values({ id: ctx.newId(), actor_id: ctx.viewer.id, type: 'person.administered', detail, at: ctx.now() })
      .execute()
    await tellStanding(ctx, [personId])
  })
}

/** An account with a password of its own choice. @throws Problem weak-password, already-member */
export async function register(
  ctx: { db: Tx; now(): Date; newId(): string },
  account: Omit<NewAccount, 'passwordHash'> & { password: string },
): Promise<PersonRow> {
  refuseWeak(account.password, [account.name, account.email], '/password')
  return createAccount(ctx, { ...account, passwordHash: await hashPassword(account.password) })
}

/** A link by which somebody chooses a password, once. @param life milliseconds until it ends @returns the link; only its hash is kept */
export async function passwordLink(
  ctx: { db: Tx; now(): Date; baseUrl: string },
  personId: string,
  life: number,
): Promise<string> {
  const secret = newSecret()
  const now = ctx.now()
  const row = { token_hash: sha256(secret), person_id: personId, created_at: now, expires_at: after(now, life) }
  await ctx.db.insertInto('password_reset').values(row).execute()
  // A fragment, which a browser sends to nobody: no log of a server or a proxy holds a link that opens an account.
  return `${ctx.baseUrl}/mot-de-passe#${secret}`
}
