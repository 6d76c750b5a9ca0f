import websocket from '@fastify/websocket'
import Fastify from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { pino } from 'pino'
import { type Collab, openCollab } from '../src/collab/collab.ts'
import { collabSync } from '../src/collab/http-sync.ts'
import { type CollabNeeds, collabSocket, type Seating } from '../src/collab/socket.ts'
import type { Database } from '../src/database/open.ts'
import { followEvents } from '../src/events/tail.ts'
import { liveSockets } from '../src/events/live-sockets.ts'
import type { App } from '../src/http/app-types.ts'
import { keepRecovered } from '../src/features/wiki/recovered.ts'
import { handleProblems } from '../src/http/problem-handler.ts'
import { validate } from '../src/http/validation.ts'
import { uuidv7 } from '../src/ids.ts'
import { Problem } from '../src/problem.ts'

/** The co-editing of the product on its own port, without accounts and spaces: who asks says who they are, for tests and benches. */
export interface CollabServer {
  origin: string
  collab: Collab
  database: Database
  /** Rights that a test takes away: person → mode, or null for none. */
  rights: Map<string, 'write' | 'read' | null>
  recheckAll(): Promise<void>
  createPage(): Promise<string>
  close(): Promise<void>
}

interface Options {
  database: Database
  port?: number
  windowMs?: number
  framesPerSecond?: number
  onChanged?: Parameters<typeof openCollab>[0]['onChanged']
}

export async function startCollabServer({
  database,
  port = 0,
  windowMs,
  framesPerSecond,
  onChanged = async () => {},
}: Options): Promise<CollabServer> {
  const log = pino({ level: 'silent' })
  const now = () => new Date()
  const collab = openCollab({
    database,
    now,
    log,
    onChanged,
    onLost: (pageId, losses) => keepRecovered({ db: database.db, now }, pageId, losses),
    versionsOf: async () => [],
    ...(windowMs !== undefined && { windowMs }),
    ...(framesPerSecond !== undefined && { framesPerSecond }),
  })
  const tail = await followEvents(database, log)
  const sockets = liveSockets(tail, now)
  const rights = new Map<string, 'write' | 'read' | null>()
  const rechecks = new Set<() => Promise<void>>()
  const watched: CollabNeeds['sockets'] = {
    ...sockets,
    add(socket) {
      const recheck = () => socket.recheck()
      rechecks.add(recheck)
      const remove = sockets.add(socket)
      return () => {
        rechecks.delete(recheck)
        remove()
      }
    },
  }
  const seatOf = (person: string, mode: Seating['visitor']['mode']): Seating => ({
    visitor: { personId: person, name: `Personne ${person.slice(-4)}`, color: '#0a5', mode },
    accessUntil: null,
  })
  const needs: CollabNeeds = {
    collab,
    sockets: watched,
    baseUrl: undefined,
    access: 'public.read',
    async seat(request) {
      const person = String(request.headers['x-person'] ?? '')
      if (!person) throw new Problem('sign-in-required')
      const mode = rights.get(person) ?? (request.headers['x-mode'] === 'read' ? 'read' : 'write')
      if (rights.get(person) === null) throw new Problem('not-found')
      return seatOf(person, mode)
    },
    async reseat({ visitor }) {
      const mode = rights.get(visitor.personId)
      return mode === null ? null : seatOf(visitor.personId, mode ?? visitor.mode)
    },
  }
  const app = Fastify({ logger: false, bodyLimit: 1_048_576 }).withTypeProvider<ZodTypeProvider>() as App
  app.setValidatorCompiler(validate)
  app.setSerializerCompiler(serializerCompiler)
  handleProblems(app)
  await app.register(websocket, { options: { maxPayload: 1_048_576, perMessageDeflate: false } })
  collabSocket(app, needs)
  collabSync(app, needs)
  const origin = await app.listen({ port, host: '127.0.0.1' })
  return {
    origin,
    collab,
    database,
    rights,
    async recheckAll() {
      for (const recheck of rechecks) await recheck()
    },
    createPage: () => createPage(database),
    async close() {
      await collab.stop()
      await app.close()
      sockets.stop()
      tail.stop()
      await database.listener.stop()
      await database.close()
    },
  }
}

/** A page in a space of its own. */
export async function createPage(database: Database): Promise<string> {
  const now = new Date()
  const spaceId = uuidv7(now.getTime())
  const id = uuidv7(now.getTime())
  await database.db
    .insertInto('space')
    .values({ id: spaceId, slug: spaceId, kind: 'loop', name: 'Essai', created_at: now })
    .execute()
  await database.db.insertInto('page').values({ id, space_id: spaceId, created_at: now, updated_at: now }).execute()
  return id
}
