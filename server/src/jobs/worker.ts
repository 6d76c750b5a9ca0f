import type { Listener } from '../database/open.ts'
import type { World } from '../context.ts'
import { runDueJobs, type Handlers } from './jobs.ts'

const POLL_MS = 5_000

/** Runs jobs as they become due, until stopped. `stop` waits for the one that runs. */
export async function startWorker(
  world: World,
  listener: Listener,
  handlers: Handlers,
): Promise<{ stop(): Promise<void> }> {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  const loop = async (): Promise<void> => {
    do {
      again = false
      await runDueJobs(world, handlers)
    } while (again && !stopped)
  }
  const wake = (): void => {
    again = true
    if (stopped) return
    running ??= loop()
      .catch((error: unknown) => world.log.warn({ error }, 'the job queue could not be read'))
      .finally(() => (running = undefined))
  }
  await listener.listen('cenacle_job', wake)
  const timer = setInterval(wake, POLL_MS)
  timer.unref()
  wake()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
