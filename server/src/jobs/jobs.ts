import { sql } from 'kysely'
import type { Db } from '../database/types.ts'
import type { World } from '../context.ts'

/** Work that a job does; it must bear being run twice. */
export type Handler = (world: World, payload: Record<string, unknown>) => Promise<void>
export type Handlers = Readonly<Record<string, Handler>>

interface Enqueue {
  db: Db
  now(): Date
  newId(): string
}

/** Puts work in the queue; inside a transaction it becomes due only when that commits. */
export async function enqueue(
  ctx: Enqueue,
  type: string,
  payload: Record<string, unknown>,
  runAt: Date = ctx.now(),
): Promise<void> {
  await enqueueAll(ctx, type, [payload], runAt)
}

/** The same for many pieces of work of one kind, in one statement. */
export async function enqueueAll(
  ctx: Enqueue,
  type: string,
  payloads: Record<string, unknown>[],
  runAt: Date = ctx.now(),
): Promise<void> {
  if (payloads.length === 0) return
  const row = { type, run_at: runAt, created_at: ctx.now() }
  await ctx.db
    .insertInto('job')
    .values(payloads.map((payload) => ({ ...row, id: ctx.newId(), payload: JSON.stringify(payload) })))
    .execute()
  await sql`select pg_notify('cenacle_job', '')`.execute(ctx.db)
}

const LEASE_MS = 120_000
const RETRY_MS = [5_000, 30_000, 120_000, 600_000, 3_600_000]

/**
 * Runs every job that is due, one after the other. Several processes share the queue: a claim is one statement, and a
 * process that dies gives its job back when the lease ends.
 * @returns how many ran
 */
export async function runDueJobs(world: World, handlers: Handlers): Promise<number> {
  for (let count = 0; ; count++) {
    const now = world.now()
    const job = await world.db
      .updateTable('job')
      .set((eb) => ({ run_at: new Date(now.getTime() + LEASE_MS), attempts: eb('attempts', '+', 1) }))
      .where('id', '=', (eb) =>
        eb
          .selectFrom('job')
          .select('id')
          .where('run_at', '<=', now)
          .orderBy('run_at')
          // As they were planned: what was written first is mailed first.
          .orderBy('id')
          .limit(1)
          .forUpdate()
          .skipLocked(),
      )
      .returningAll()
      .executeTakeFirst()
    if (!job) return count
    try {
      const handler = handlers[job.type]
      if (!handler) throw new Error(`no handler for job ${job.type}`)
      await handler(world, job.payload as Record<string, unknown>)
      await world.db.deleteFrom('job').where('id', '=', job.id).execute()
    } catch (error) {
      const wait = RETRY_MS[Math.min(job.attempts, RETRY_MS.length) - 1] ?? 5_000
      world.log.warn(
        { error, job: job.id, type: job.type, attempts: job.attempts },
        'a job failed and will be tried again',
      )
      const last_error = error instanceof Error ? error.message : String(error)
      await world.db
        .updateTable('job')
        .set({ run_at: new Date(world.now().getTime() + wait), last_error })
        .where('id', '=', job.id)
        .execute()
    }
  }
}
