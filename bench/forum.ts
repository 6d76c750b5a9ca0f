import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../server/src/app.ts'
import { readConfig } from '../server/src/config.ts'
import type { Db } from '../server/src/database/types.ts'
import { migrate } from '../server/src/database/migrate.ts'
import { openPostgres } from '../server/src/database/open.ts'
import { createLogger, openDeps } from '../server/src/deps.ts'
import { openSession } from '../server/src/features/accounts/commands.ts'
import { cookieName } from '../server/src/http/cookies.ts'
import { seedForum } from '../server/test/forum.ts'
import { statementCounter } from '../server/test/harness.ts'
import { createDatabase } from './lib/database.ts'
import { startProduct } from './lib/product.ts'
import { flags, percentile, report, round } from './lib/report.ts'

/** What a list of topics, a topic's page, a search and a home cost over many posts by many people, on PostgreSQL. */
const parameters = flags({ posts: 100_000, people: 200, topics: 5_000, seconds: 8, clients: 50 })

interface Visit {
  name: string
  urls: string[]
}

const folder = mkdtempSync(join(tmpdir(), 'cenacle-bench-forum-'))
const created = await createDatabase()
const { url } = created
const seeding = openPostgres(url)
const { db } = seeding
await migrate(db)
const { spaceSlug, topicId } = await seedForum(db, { ...parameters, searchPosts: true })
const visits: Visit[] = [
  { name: 'topic list', urls: [`/api/spaces/${spaceSlug}/topics`] },
  { name: 'topic page', urls: [`/api/topics/${topicId}`, `/api/topics/${topicId}/posts`] },
  { name: 'search, rare', urls: ['/api/search?q=4711'] },
  { name: 'search, in every post', urls: ['/api/search?q=m%C3%A9thode'] },
  { name: 'home', urls: ['/api/home'] },
]
// Every person may ask 1,200 times a minute: the visitors take turns, as people do.
const cookies = await signInEverybody(db)
const statements = await countStatements(visits)
const server = await startProduct(url, folder)
const rows: Record<string, string | number>[] = []
for (const visit of visits) {
  await load(visit, 4, 2)
  for (const clients of [1, parameters.clients])
    rows.push({
      page: visit.name,
      clients,
      ...(await load(visit, clients, parameters.seconds)),
      statements: statements.get(visit.name) ?? 0,
    })
}
server.process.kill('SIGTERM')
await once(server.process, 'exit')
await seeding.close()
await created.drop()
rmSync(folder, { recursive: true })
report('forum', parameters, rows)

async function signInEverybody(db: Db): Promise<string[]> {
  const people = await db.selectFrom('person').selectAll().execute()
  const cookies: string[] = []
  for (const person of people) {
    const { token } = await openSession({ db, now: () => new Date() }, person, 'bench')
    cookies.push(`${cookieName({ secure: false })}=${token}`)
  }
  return cookies
}

/** The statements that one visit sends, counted in this process. */
async function countStatements(visits: Visit[]): Promise<Map<string, number>> {
  const counter = statementCounter()
  const database = openPostgres(url)
  const config = readConfig({ LOG_LEVEL: 'silent', PORT: '0', DATABASE_URL: url, DATA_DIR: folder })
  const deps = await openDeps(config, createLogger('silent'), {
    database: { ...database, db: database.db.withPlugin(counter) },
  })
  const { app } = await buildApp(deps)
  const counts = new Map<string, number>()
  for (const { name, urls } of visits) {
    const before = counter.count
    for (const url of urls) await app.inject({ url, headers: { cookie: cookies[0] ?? '' } })
    counts.set(name, counter.count - before)
  }
  await app.close()
  await deps.close()
  return counts
}

/** So many visitors, each on the next visit as soon as the last one is there. */
async function load({ urls }: Visit, clients: number, seconds: number): Promise<Record<string, number>> {
  const times: number[] = []
  let bytes = 0
  let refused = 0
  let turn = 0
  const end = performance.now() + seconds * 1000
  const visitor = async (): Promise<void> => {
    while (performance.now() < end) {
      const cookie = cookies[turn++ % cookies.length] ?? ''
      const started = performance.now()
      const sizes = await Promise.all(urls.map((url) => get(url, cookie)))
      times.push(performance.now() - started)
      if (sizes.includes(undefined)) refused += 1
      bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
    }
  }
  await Promise.all(Array.from({ length: clients }, visitor))
  return {
    'p50 ms': percentile(times, 0.5),
    'p99 ms': percentile(times, 0.99),
    'visits/s': round(times.length / seconds, 0),
    bytes,
    refused,
  }
}

/** @returns the size of the answer's body, or undefined when it was refused */
async function get(url: string, cookie: string): Promise<number | undefined> {
  const answer = await fetch(`${server.origin}${url}`, { headers: { cookie } })
  const body = await answer.arrayBuffer()
  return answer.ok ? body.byteLength : undefined
}
