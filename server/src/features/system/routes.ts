import { sql } from 'kysely'
import { z } from 'zod'
import { demoAnswer, healthAnswer } from '@cenacle/contract/session'
import type { SignedIn, World } from '../../context.ts'
import type { EventTail } from '../../events/tail.ts'
import type { LiveSockets } from '../../events/live-sockets.ts'
import { serveEvents } from '../../events/socket.ts'
import { personCtx, type App } from '../../http/app-types.ts'
import { isOurOrigin } from '../../http/origin.ts'
import { Problem } from '../../problem.ts'
import { findViewerOfSession } from '../accounts/queries.ts'
import { getDemo } from './demo.ts'

interface Needs {
  world: World
  tail: EventTail
  sockets: LiveSockets
  config: { version: string; baseUrl: string | undefined }
  database: { dialect: string }
}

const SOCKETS_PER_PERSON = 10

/** State of the service, its description, the demonstration's people, and the socket of events. */
export function systemRoutes(app: App, { world, tail, sockets, config, database }: Needs): void {
  const access = 'public.read' as const
  app.get(
    '/api/health',
    { config: { access }, schema: { response: { 200: healthAnswer, 503: healthAnswer } } },
    async (request, reply) => {
      const isUp = await sql`select 1`.execute(request.ctx.db).then(
        () => true,
        () => false,
      )
      return reply
        .code(isUp ? 200 : 503)
        .send({ status: isUp ? 'ok' : 'degraded', database: database.dialect, version: config.version })
    },
  )
  app.get(
    '/api/openapi.json',
    { config: { access }, schema: { response: { 200: z.record(z.string(), z.unknown()) } } },
    async () => ({ ...app.swagger() }),
  )
  app.get('/api/demo', { config: { access }, schema: { response: { 200: demoAnswer } } }, async (request) =>
    getDemo(request.ctx),
  )

  const findViewer = (sessionId: string): Promise<SignedIn | undefined> => findViewerOfSession(world, sessionId)
  const querystring = z.strictObject({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional() })
  app.get(
    '/ws/events',
    {
      websocket: true,
      config: { access: 'home.read' },
      schema: { querystring, hide: true },
      preHandler: async (request) => {
        if (!isOurOrigin(request.headers.origin, request.headers, config.baseUrl)) throw new Problem('cross-site')
        if (sockets.countOf(personCtx(request).viewer.id) >= SOCKETS_PER_PERSON)
          throw new Problem('too-many-requests', { retryAfter: 5 })
      },
    },
    (socket, request) => {
      socket.on('error', () => socket.terminate())
      // Clients say nothing here; one that does is not ours.
      socket.on('message', () => socket.close(4400))
      serveEvents({ world, tail, sockets, findViewer }, socket, personCtx(request).viewer, request.query.after).catch(
        (error: unknown) => {
          request.log.warn({ error }, 'an events socket could not be served')
          socket.close(1011)
        },
      )
    },
  )
}
