import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openBrowser, until } from '../server/test/collab-client.ts'
import { rewrite } from '../server/test/writing.ts'
import { createDatabase } from './lib/database.ts'
import { flags, percentile, report, round } from './lib/report.ts'
import { serve } from './lib/spawn.ts'
import { Deliveries, Writer } from './lib/writer.ts'

/**
 * Criterion 4 in full: twelve people write five letters a second each into one long page, forty read it. From a key to a colleague's document.
 * (What a screen adds to that, and one's own keys, is measured in Chromium: e2e.)
 */
const parameters = flags({ seconds: 300, writers: 12, readers: 40, rate: 5, characters: 30_000 })
const sentence = 'La commission a débattu du calendrier et des moyens. '

const database = await createDatabase()
const served = await serve('ours', 1, { DATABASE_URL: database.url })
const [page = ''] = served.pages
const seeder = openBrowser(served.origin, page, randomUUID())
await until('synced', () => seeder.provider.synced)
rewrite(seeder.doc, `${sentence.repeat(10)}\n\n`.repeat(Math.ceil(parameters.characters / (sentence.length * 10))))
await until('seeded', () => seeder.saved.state === 'saved', 60_000)

const deliveries = new Deliveries()
const open = (count: number, mode: 'write' | 'read') =>
  Array.from({ length: count }, () => new Writer(served.origin, page, deliveries, mode))
const writers = open(parameters.writers, 'write')
const readers = open(parameters.readers, 'read')
await Promise.all([...writers, ...readers].map((one) => one.opened()))
await sleep(2_000)
deliveries.measuring = true
const period = 1000 / parameters.rate
const timers: NodeJS.Timeout[] = []
for (const [index, writer] of writers.entries())
  setTimeout(() => timers.push(setInterval(() => writer.type(), period)), (period * index) / writers.length)
await sleep(parameters.seconds * 1000)
for (const timer of timers) clearInterval(timer)
await sleep(2_000)
const { latencies, frames } = deliveries
report('page', parameters, [
  {
    'key → remote p50 ms': percentile(latencies, 0.5),
    'p95 ms': percentile(latencies, 0.95),
    'p99 ms': percentile(latencies, 0.99),
    'edits delivered': latencies.length,
    'frames per edit': round(frames / latencies.length),
    'below 300 ms': String(percentile(latencies, 0.95) < 300),
  },
])
for (const one of [...writers, ...readers]) one.close()
seeder.destroy()
await served.stop()
await database.drop()
process.exit(0)
