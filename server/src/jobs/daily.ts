import type { World } from '../context.ts'
import { enqueue } from './jobs.ts'

/**
 * Plans a daily round, unless one is planned. The round itself plans its successor by an explicit time: while it runs, it holds a
 * lease in the future and would be taken for one.
 */
export async function planDaily(world: World, type: string, at: Date = world.now()): Promise<void> {
  const planned = await world.db
    .selectFrom('job')
    .select('id')
    .where('type', '=', type)
    .where('run_at', '>', world.now())
    .limit(1)
    .executeTakeFirst()
  if (!planned || at > world.now()) await enqueue(world, type, {}, at)
}
