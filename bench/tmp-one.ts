import { setTimeout as sleep } from 'node:timers/promises'
import { cpuOf, cpuOfPostgres } from './lib/cpu.ts'
import { createDatabase, pidOf } from './lib/database.ts'
import { flags, percentile, report, round } from './lib/report.ts'
import { serve } from './lib/spawn.ts'
import { Deliveries, Writer } from './lib/writer.ts'

/**
 * 10 rooms × 12 writers × 5 edits a second, each with a cursor: what an edit costs until the others have it, PostgreSQL's CPU counted in, next to a
 * relay that parses nothing and to one that shows an edit only after a batched COMMIT.
 */
const parameters = flags({ rooms: 10, writers: 12, rate: 5, seconds: 30, rounds: 1, window: 10 })
type Kind = 'bare' | 'durable' | 'ours'

async function run(kind: Kind): Promise<Record<string, string | number>> {
  const database = await createDatabase()
  const backend = await pidOf(database.backend)
  const served = await serve(kind, parameters.rooms, { DATABASE_URL: database.url }, [String(parameters.window)])
  const deliveries = new Deliveries()
  const writers = served.pages.flatMap((page) =>
    Array.from({ length: parameters.writers }, () => new Writer(served.origin, page, deliveries)),
  )
  await Promise.all(writers.map((writer) => writer.opened()))
  const timers = startTyping(writers)
  await sleep(3_000)
  deliveries.measuring = true
  deliveries.frames = 0
  const before = { server: cpuOf(served.pid), postgres: cpuOfPostgres(backend) }
  await sleep(parameters.seconds * 1000)
  const server = cpuOf(served.pid) - before.server
  const postgres = kind === 'bare' ? 0 : cpuOfPostgres(backend) - before.postgres
  deliveries.measuring = false
  for (const timer of timers) clearInterval(timer)
  for (const writer of writers) writer.close()
  await served.stop()
  await database.drop()
  const { latencies, frames } = deliveries
  const per1000 = (ms: number) => round((ms / latencies.length) * 1000)
  return {
    server: kind,
    'CPU ms / 1,000 edits delivered': per1000(server + postgres),
    'of it PostgreSQL': per1000(postgres),
    'p50 ms': percentile(latencies, 0.5),
    'p99 ms': percentile(latencies, 0.99),
    'edits delivered': latencies.length,
    'frames delivered': frames,
  }
}

/** All at the same rate, none at the same moment. */
function startTyping(writers: readonly Writer[]): NodeJS.Timeout[] {
  const timers: NodeJS.Timeout[] = []
  const period = 1000 / parameters.rate
  for (const [index, writer] of writers.entries()) {
    const start = (period * ((index * 0.618) % 1)) % period
    setTimeout(() => timers.push(setInterval(() => writer.type(), period)), start)
  }
  return timers
}

const rows: Record<string, string | number>[] = []
for (let round_ = 0; round_ < parameters.rounds; round_ += 1) {
  for (const kind of ['ours'] as const) rows.push(await run(kind))
}
report('coediting', parameters, rows)
