import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { residentKb } from './lib/cpu.ts'
import { createDatabase } from './lib/database.ts'
import { flags, percentile, report, round } from './lib/report.ts'
import { serve, type Served } from './lib/spawn.ts'
import { Deliveries, Writer } from './lib/writer.ts'

/** What a room costs in which somebody only reads, and how long the last of many readers waits for one writer. */
const parameters = flags({ rooms: 1_000, readers: 300, seconds: 20, unload: 70 })

const database = await createDatabase()
const served = await serve('ours', parameters.rooms, { DATABASE_URL: database.url })
const idle = await idleRooms(served)
const readers = await manyReaders(served)
const left = await afterTheLast(served)
await served.stop()
await database.drop()
report('rooms', parameters, [{ ...idle, ...readers, ...left }])

async function idleRooms({ origin, pages, pid, process: child }: Served): Promise<Record<string, number>> {
  const collect = async () => {
    child.send('gc')
    await sleep(1_000)
    return residentKb(pid)
  }
  const deliveries = new Deliveries()
  // The first few rooms warm up code and connections, which are not the price of a room.
  const warm = await openReaders(origin, pages.slice(0, 50), deliveries)
  await sleep(3_000)
  const before = await collect()
  const rest = await openReaders(origin, pages.slice(50), deliveries)
  await sleep(5_000)
  const after = await collect()
  for (const reader of [...warm, ...rest]) reader.close()
  await sleep(1_000)
  return {
    'idle rooms': pages.length,
    'kB per room and connection': round((after - before) / rest.length, 1),
    'RSS MB': Math.round(after / 1024),
  }
}

/** Rooms are let go 60 s after the last person left. */
async function afterTheLast({ process: child }: Served): Promise<Record<string, number>> {
  await sleep(parameters.unload * 1000)
  const answer = once(child, 'message') as Promise<[{ rooms: number }]>
  child.send('rooms')
  const [{ rooms }] = await answer
  return { [`rooms ${parameters.unload} s after the last left`]: rooms }
}

async function openReaders(origin: string, pages: readonly string[], deliveries: Deliveries): Promise<Writer[]> {
  const readers: Writer[] = []
  for (const page of pages) {
    const reader = new Writer(origin, page, deliveries, 'read')
    await reader.opened()
    readers.push(reader)
  }
  return readers
}

async function manyReaders({ origin, pages }: Served): Promise<Record<string, number>> {
  const [page = ''] = pages
  const deliveries = new Deliveries()
  const readers = await openReaders(
    origin,
    Array.from({ length: parameters.readers }, () => page),
    deliveries,
  )
  const writer = new Writer(origin, page, deliveries)
  await writer.opened()
  await sleep(1_000)
  deliveries.measuring = true
  for (let i = 0; i < parameters.seconds * 5; i += 1) {
    writer.type()
    await sleep(200)
  }
  for (const reader of [writer, ...readers]) reader.close()
  return {
    readers: readers.length,
    'p50 ms': percentile(deliveries.latencies, 0.5),
    'p99 ms': percentile(deliveries.latencies, 0.99),
    delivered: deliveries.latencies.length,
  }
}
