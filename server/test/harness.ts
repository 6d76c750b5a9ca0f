import { randomBytes } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import type { KyselyPlugin } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import type { SignedIn } from '../src/context.ts'
import { openPGlite, openPostgres, type Database } from '../src/database/open.ts'
import { createLogger, openDeps, type Deps } from '../src/deps.ts'
import { jobHandlers } from '../src/features.ts'
import { memoryFiles } from '../src/files/memory.ts'
import type { Route } from '../src/http/access.ts'
import type { App } from '../src/http/app-types.ts'
import { cookieName } from '../src/http/cookies.ts'
import { runDueJobs } from '../src/jobs/jobs.ts'
import { memoryMail } from '../src/mail/memory.ts'
import { postgresTemplate } from './postgres-template.ts'
import { pgliteTemplate } from './template.ts'
import { openSession } from '../src/features/accounts/commands.ts'
import type { Message } from '../src/mail/mail.ts'

/** An answer's body, looked into freely: a wrong path is `undefined` and fails the assertion. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Looked = any

/** Sends requests as one person. `body` is sent as JSON. */
export interface Caller {
  cookie: string
  get(url: string): Promise<Answer>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  put(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  patch(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  delete(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}
export interface Answer {
  status: number
  headers: LightMyRequestResponse['headers']
  body: Looked
}

export interface TestApp {
  app: App
  deps: Deps
  routes: Route[]
  outbox: Message[]
  /** Moves the clock of the application. The database's own clock, which decides races, is not moved. */
  advance(milliseconds: number): void
  as(personId: string): Promise<Caller>
  anonymous: Caller
  /** Runs the jobs that are due by the moved clock. */
  runJobs(): Promise<number>
  /** How many statements the application sends while `work` runs; begin and commit are not counted. */
  countStatements(work: () => Promise<unknown>): Promise<number>
  /** Starts to listen on loopback, for sockets. @returns the origin */
  listen(): Promise<string>
  close(): Promise<void>
}

/** A migrated PGlite of its own. */
const freshPGlite = async (): Promise<Database> => openPGlite(undefined, await pgliteTemplate())

/** A migrated database of its own on the server under TEST_DATABASE_URL; dropped at the end. */
async function freshPostgres(serverUrl: string): Promise<{ database: Database; drop(): Promise<void>; url: string }> {
  const name = `cenacle_test_${randomBytes(6).toString('hex')}`
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: serverUrl })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await admin(`create database ${name} template ${await postgresTemplate(serverUrl)}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  // A hundred requests at once each have their turn here, however slow the machine: what is tested is what they leave.
  const database = openPostgres(url.href, { max: 8, waitMs: 60_000 })
  return { database, url: url.href, drop: () => admin(`drop database if exists ${name} with (force)`) }
}

export const isPostgres = process.env.TEST_DATABASE === 'postgres'

/** A migrated, empty database of the dialect under test. */
export async function testDatabase(): Promise<{ database: Database; url?: string; drop(): Promise<void> }> {
  if (!isPostgres) return { database: await freshPGlite(), drop: async () => {} }
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_DATABASE=postgres needs TEST_DATABASE_URL')
  return freshPostgres(url)
}

/** Counts on the way through Kysely, whichever dialect and whether in a transaction or not. */
export function statementCounter(): KyselyPlugin & { count: number } {
  return {
    count: 0,
    transformQuery({ node }) {
      this.count += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

/** The whole server on an empty database, without listening. The clock stands until it is moved. */
export async function testApp(options: { rateScale?: number; now?: Date; log?: Logger } = {}): Promise<TestApp> {
  const fresh = await testDatabase()
  const counter = statementCounter()
  const database = { ...fresh.database, db: fresh.database.db.withPlugin(counter) }
  let time = (options.now ?? new Date()).getTime()
  const outbox = memoryMail(() => new Date(time))
  const config = readConfig({ LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent', PORT: '0' })
  const deps = await openDeps(config, options.log ?? createLogger(config.logLevel), {
    database,
    mail: outbox,
    files: memoryFiles(),
    now: () => new Date(time),
    rateScale: options.rateScale ?? 1_000,
  })
  const { app, routes } = await buildApp(deps)

  const caller = (cookie: string): Caller => {
    const send = async (
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      url: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Answer> => {
      const answer = await app.inject({
        method,
        url,
        headers: { ...(cookie && { cookie }), 'sec-fetch-site': 'same-origin', ...headers },
        ...(body !== undefined && { payload: body as object }),
      })
      const isJson = String(answer.headers['content-type'] ?? '').includes('json') && answer.body !== ''
      return {
        status: answer.statusCode,
        headers: answer.headers,
        body: isJson ? JSON.parse(answer.body) : answer.body,
      }
    }
    return {
      cookie,
      get: (url) => send('GET', url),
      post: (url, body, headers) => send('POST', url, body, headers),
      put: (url, body, headers) => send('PUT', url, body, headers),
      patch: (url, body, headers) => send('PATCH', url, body, headers),
      delete: (url, body, headers) => send('DELETE', url, body, headers),
    }
  }

  return {
    app,
    deps,
    routes,
    outbox: outbox.sent,
    advance(milliseconds) {
      time += milliseconds
    },
    async as(personId) {
      const person = await database.db
        .selectFrom('person')
        .selectAll()
        .where('id', '=', personId)
        .executeTakeFirstOrThrow()
      const { token } = await openSession(deps.world, person, 'test')
      return caller(`${cookieName(deps.cookies)}=${token}`)
    },
    anonymous: caller(''),
    runJobs: () => runDueJobs(deps.world, jobHandlers(deps)),
    async countStatements(work) {
      const before = counter.count
      await work()
      return counter.count - before
    },
    listen() {
      return app.listen({ port: 0, host: '127.0.0.1' })
    },
    async close() {
      await app.close()
      await deps.close()
      await fresh.drop()
    },
  }
}

/** A viewer for tests of queries and commands that do not go over HTTP. */
export const viewerOf = (person: {
  id: string
  name: string
  role: SignedIn['role']
  is_administrator: boolean
}): SignedIn => ({
  kind: 'person',
  id: person.id,
  name: person.name,
  role: person.role,
  administrator: person.is_administrator,
  sessionId: 'test',
  confirmedAt: new Date(0),
})
