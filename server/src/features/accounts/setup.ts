import type { College } from '@cenacle/contract/person'
import type { Context } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db } from '../../database/types.ts'
import { newSecret, sha256 } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import { createAccount, openSession, type OpenedSession } from './commands.ts'
import { hashPassword, refuseWeak } from './passwords.ts'

const KEY = 'setup'

/** True while nobody administers this installation. */
export async function needsSetup(db: Db): Promise<boolean> {
  return !(await db.selectFrom('person').select('id').where('is_administrator', '=', true).limit(1).executeTakeFirst())
}

/** A new one-time secret for the first administrator; an older one ends. Only its hash is kept. */
export async function newSetupSecret(ctx: { db: Db; now(): Date }): Promise<string> {
  const secret = newSecret()
  const value = JSON.stringify({ hash: sha256(secret) })
  await ctx.db
    .insertInto('setting')
    .values({ key: KEY, value, updated_at: ctx.now() })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value, updated_at: ctx.now() }))
    .execute()
  return secret
}

export interface FirstAdministrator {
  token: string
  name: string
  email: string
  password: string
  college: College
  committeeName?: string | undefined
}

/**
 * Makes the first administrator, once. `foundCommittee` makes the committee's space in the same transaction.
 * @throws Problem link-used, weak-password
 */
export async function setUp(
  ctx: Context,
  body: FirstAdministrator,
  device: string,
  foundCommittee: (ctx: Context, personId: string, name: string | undefined) => Promise<void>,
): Promise<OpenedSession> {
  // Looked at before the password is hashed, which costs: this route is open to everybody.
  const offered = await ctx.db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst()
  if ((offered?.value as { hash?: string } | undefined)?.hash !== sha256(body.token)) throw new Problem('link-used')
  refuseWeak(body.password, [body.name, body.email], '/password')
  const passwordHash = await hashPassword(body.password)
  return inTx(ctx, async (ctx) => {
    const claimed = await ctx.db.deleteFrom('setting').where('key', '=', KEY).returning('value').executeTakeFirst()
    const { hash } = (claimed?.value ?? {}) as { hash?: string }
    if (hash !== sha256(body.token) || !(await needsSetup(ctx.db))) throw new Problem('link-used')
    const person = await createAccount(ctx, { ...body, role: 'member', administrator: true, passwordHash })
    await foundCommittee(ctx, person.id, body.committeeName)
    return openSession(ctx, person, device)
  })
}
