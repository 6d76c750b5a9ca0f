import { setTimeout as sleep } from 'node:timers/promises'
import { sqlState } from './errors.ts'
import type { Db, Tx } from './types.ts'

const RETRIES = 3
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'

/**
 * Runs `work` in one transaction with a context whose `db` is that transaction; shadow the outer name, so that the
 * wrong connection is out of reach. A context that is in a transaction already joins it. Deadlocks are tried again.
 */
export async function inTx<C extends { db: Db }, T>(
  ctx: C,
  work: (ctx: Omit<C, 'db'> & { db: Tx }) => Promise<T>,
): Promise<T> {
  if (isTx(ctx.db)) return work({ ...ctx, db: ctx.db })
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.transaction().execute((db) => work({ ...ctx, db }))
    } catch (error) {
      const state = sqlState(error)
      if ((state !== SERIALIZATION_FAILURE && state !== DEADLOCK) || attempt > RETRIES) throw error
      await sleep(10 * attempt)
    }
  }
}

const isTx = (db: Db): db is Tx => db.isTransaction
