import type { World } from '../../context.ts'
import { enqueue, type Handlers } from '../../jobs/jobs.ts'
import { after, DAY_MS } from '../../time.ts'

/** Forgets what has run out: sessions, links, counters, keys of repeated requests. Once a day. */
async function forgetExpired(world: World): Promise<void> {
  const now = world.now()
  const yesterday = after(now, -DAY_MS)
  await world.db.deleteFrom('session').where('expires_at', '<', now).execute()
  await world.db.deleteFrom('password_reset').where('expires_at', '<', yesterday).execute()
  await world.db.deleteFrom('throttle').where('updated_at', '<', yesterday).execute()
  await world.db.deleteFrom('idempotency').where('created_at', '<', yesterday).execute()
  await planForgetting(world, after(now, DAY_MS))
}

/** Plans the daily round, unless one is planned. */
export async function planForgetting(world: World, at: Date = world.now()): Promise<void> {
  const planned = await world.db
    .selectFrom('job')
    .select('id')
    .where('type', '=', 'accounts.forget-expired')
    .where('run_at', '>', world.now())
    .limit(1)
    .executeTakeFirst()
  // The round that runs now holds a lease in the future: it plans its successor by an explicit time.
  if (!planned || at > world.now()) await enqueue(world, 'accounts.forget-expired', {}, at)
}

export const accountJobs: Handlers = { 'accounts.forget-expired': forgetExpired }
