import type { Db } from '../../database/types.ts'
import { Problem } from '../../problem.ts'
import { after } from '../../time.ts'

const FREE_TRIES = 5
const LONGEST_MS = 15 * 60_000
const FORGET_MS = 24 * 3_600_000

interface Ctx {
  db: Db
  now(): Date
}

/**
 * Refuses while a key is blocked. Five tries are free, then the wait doubles from one second to fifteen minutes; nobody is
 * locked out for good, for a voter must not be. Kept in the database: several processes count together.
 * @throws Problem too-many-requests with the time to wait
 */
export async function refuseThrottled(ctx: Ctx, keys: readonly string[]): Promise<void> {
  const rows = await ctx.db.selectFrom('throttle').select('blocked_until').where('key', 'in', keys).execute()
  const until = Math.max(0, ...rows.map((row) => row.blocked_until?.getTime() ?? 0))
  const wait = until - ctx.now().getTime()
  if (wait > 0) throw new Problem('too-many-requests', { retryAfter: Math.ceil(wait / 1000) })
}

/** Counts one failure for each key. @returns the largest count, so that the tenth can be told by mail */
export async function countFailure(ctx: Ctx, keys: readonly string[]): Promise<number> {
  const now = ctx.now()
  let most = 0
  for (const key of keys) {
    const { failures } = await ctx.db
      .insertInto('throttle')
      .values({ key, failures: 1, updated_at: now })
      .onConflict((oc) =>
        oc.column('key').doUpdateSet((eb) => ({
          failures: eb
            .case()
            .when('throttle.updated_at', '<', after(now, -FORGET_MS))
            .then(1)
            .else(eb('throttle.failures', '+', 1))
            .end(),
          updated_at: now,
        })),
      )
      .returning('failures')
      .executeTakeFirstOrThrow()
    if (failures >= FREE_TRIES) {
      const wait = Math.min(LONGEST_MS, 1000 * 2 ** (failures - FREE_TRIES))
      await ctx.db
        .updateTable('throttle')
        .set({ blocked_until: after(now, wait) })
        .where('key', '=', key)
        .execute()
    }
    most = Math.max(most, failures)
  }
  return most
}

/** A success forgets the failures of the account; those of an address go on counting against guessing many accounts. */
export async function forgetFailures(ctx: Ctx, key: string): Promise<void> {
  await ctx.db.deleteFrom('throttle').where('key', '=', key).execute()
}
