import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../server/test/collab-client.ts'
import { flags, percentile, report } from './lib/report.ts'

/**
 * One person types into a page that many read: how long until a reader's screen has the word. A reader does what ours does: on a hint it asks for
 * the page again, and not while it is still asking.
 */
process.env['TEST_DATABASE'] = process.env['TEST_DATABASE_URL'] ? 'postgres' : 'pglite'
const { committee } = await import('../server/test/criteria/committee.ts')
const parameters = flags({ readers: 40, seconds: 20, words: 2, characters: 30_000 })
const filler = 'Les arrêts de production se décident à plusieurs. '
const paragraph = `${filler.repeat(12)}\n\n`

const c = await committee({ ann: 'facilitator', bob: 'reader' })
const pageId = await c.newPage(paragraph.repeat(Math.ceil(parameters.characters / paragraph.length)))
using ann = c.open('ann', pageId)
await until('synced', () => ann.provider.synced)
const typedAt = new Map<string, number>()
const latencies: number[] = []
let reads = 0
const cookie = c.caller('bob').cookie

class Reader {
  #isAsking = false
  #again = false
  readonly #seen = new Set<string>()

  async hint(): Promise<void> {
    if (this.#isAsking) return void (this.#again = true)
    this.#isAsking = true
    do {
      this.#again = false
      const html = await (await fetch(`${c.origin}/api/pages/${pageId}`, { headers: { cookie } })).text()
      reads += 1
      const now = performance.now()
      for (const [word, at] of typedAt) {
        if (this.#seen.has(word) || !html.includes(word)) continue
        this.#seen.add(word)
        latencies.push(now - at)
      }
    } while (this.#again)
    this.#isAsking = false
  }
}

const readers = Array.from({ length: parameters.readers }, () => new Reader())
await Promise.all(readers.map((reader) => reader.hint()))
const stop = c.t.deps.tail.subscribe(({ type, ids }) => {
  if (type === 'page.changed' && ids['pageId'] === pageId) for (const reader of readers) void reader.hint()
})
const cpu = process.cpuUsage()
const total = parameters.seconds * parameters.words
for (let i = 0; i < total; i += 1) {
  const word = `mot${i}fin`
  typedAt.set(word, performance.now())
  ann.type(` ${word}`)
  await sleep(1000 / parameters.words)
}
await sleep(6_000)
const { user, system } = process.cpuUsage(cpu)
stop()
report('readers', parameters, [
  {
    readers: parameters.readers,
    'p50 ms': percentile(latencies, 0.5),
    'p95 ms': percentile(latencies, 0.95),
    'words seen': `${latencies.length} of ${total * parameters.readers}`,
    reads,
    'CPU s, readers of the bench included': Math.round((user + system) / 1e5) / 10,
  },
])
await c.close()
process.exit(0)
