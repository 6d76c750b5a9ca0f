import { CLOSE, type Visitor } from '@cenacle/collab/connection'
import type { Seat } from '@cenacle/collab/rooms'
import type { FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { LiveSockets } from '../events/live-sockets.ts'
import type { App } from '../http/app-types.ts'
import { isOurOrigin } from '../http/origin.ts'
import type { Action } from '../policy/matrix.ts'
import { Problem } from '../problem.ts'
import { SocketCarrier } from './carrier.ts'
import type { Collab } from './collab.ts'

/** What a viewer may do with a page now. */
export interface Seating {
  visitor: Omit<Visitor, 'wantsSaved'>
  /** When the access runs out by itself. */
  accessUntil: Date | null
}

export interface CollabNeeds {
  collab: Collab
  sockets: LiveSockets
  baseUrl: string | undefined
  /** The schema of pages here: a tab with another one is from before a deployment, and is not let in. */
  schema?: string
  /** The row of the table of rights for reading a page. */
  access: Action
  /** @throws Problem not-found when the viewer may not read the page; looked at before the 101 */
  seat(request: FastifyRequest, pageId: string): Promise<Seating>
  /** The same later on, with session and rights as they are then: undefined when the session is gone, null when the page is. */
  reseat(seating: Seating, request: FastifyRequest, pageId: string): Promise<Seating | null | undefined>
}

const SOCKETS_PER_PERSON = 10
const PER_PAGE = { write: 100, suggest: 100, read: 1_000 }
const SOCKETS = 5_000
const PING_MS = 30_000
const PONG_MS = 10_000

/** What of a page a client knows to handle; one that does not say is taken to know all, as the public client is. */
export const schemaParam = z.string().max(20).optional()

const params = z.strictObject({ pageId: z.uuid() })
const querystring = z.strictObject({ saved: z.enum(['0', '1']).optional(), schema: schemaParam })

declare module 'fastify' {
  interface FastifyRequest {
    /** Where a socket will sit, decided before its upgrade. */
    seating?: Seating
  }
}

/** The socket that `new WebsocketProvider('wss://host/collab', pageId, doc)` opens. */
export function collabSocket(app: App, needs: CollabNeeds): void {
  const open = new Map<string, number>()
  const alive = keepAlive()
  app.addHook('onClose', () => alive.stop())
  app.decorateRequest('seating')
  app.get(
    '/collab/:pageId',
    {
      websocket: true,
      config: { access: needs.access },
      schema: { params, querystring, hide: true },
      preHandler: async (request) => {
        if (!isOurOrigin(request.headers.origin, request.headers, needs.baseUrl)) throw new Problem('cross-site')
        const { pageId } = params.parse(request.params)
        const seating = await needs.seat(request, pageId)
        const { personId, mode } = seating.visitor
        const { rooms } = needs.collab
        const isFull = rooms.membersOf(pageId, mode) >= PER_PAGE[mode] || rooms.connections >= SOCKETS
        if (isFull || (personId !== '' && (open.get(personId) ?? 0) >= SOCKETS_PER_PERSON)) {
          throw new Problem('too-many-requests', { retryAfter: 5 })
        }
        request.seating = seating
      },
    },
    (socket, request) => serve(needs, socket, request, open, alive),
  )
}

/** Whether a tab could harm a page: it would delete, for everybody, nodes that it does not know. */
export const isOutdated = (needs: CollabNeeds, schema: string | undefined): boolean =>
  needs.schema !== undefined && schema !== undefined && schema !== needs.schema

/** Attached without waiting for anything: frames that come before the page is loaded wait in the room. */
function serve(
  needs: CollabNeeds,
  socket: WebSocket,
  request: FastifyRequest,
  open: Map<string, number>,
  alive: KeepAlive,
): void {
  const { seating } = request
  if (!seating) return socket.close(CLOSE.signedOut)
  const { saved, schema } = querystring.parse(request.query)
  if (isOutdated(needs, schema)) return socket.close(CLOSE.outdated, 'reload')
  const { pageId } = params.parse(request.params)
  const { personId } = seating.visitor
  const visitor: Visitor = { ...seating.visitor, wantsSaved: saved === '1' }
  const seat = needs.collab.rooms.join(pageId, visitor, new SocketCarrier(socket, request.raw.socket))
  open.set(personId, (open.get(personId) ?? 0) + 1)
  const remove = needs.sockets.add({
    personId,
    accessUntil: seating.accessUntil,
    recheck: () => recheck(needs, socket, seat, request, pageId),
  })
  alive.add(socket)
  socket.on('message', (data: Buffer, isBinary) => seat.receive(isBinary ? data : new Uint8Array()))
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    seat.leave()
    remove()
    alive.delete(socket)
    const left = (open.get(personId) ?? 1) - 1
    if (left > 0) open.set(personId, left)
    else open.delete(personId)
  })
}

/** Rights that changed in any way close the socket: the client comes back and is judged anew, before its 101. */
async function recheck(
  needs: CollabNeeds,
  socket: WebSocket,
  seat: Seat,
  request: FastifyRequest,
  pageId: string,
): Promise<void> {
  const { seating } = request
  if (!seating) return
  try {
    const now = await needs.reseat(seating, request, pageId)
    if (now?.visitor.mode === seating.visitor.mode) return
    // First the seat: `ws` hands on what comes until the other end answers the close, which it need not do for half a minute.
    seat.leave()
    if (now === undefined) socket.close(CLOSE.signedOut, 'signed out')
    else socket.close(CLOSE.rightsChanged, 'rights changed')
  } catch (error) {
    request.log.warn({ error }, 'a co-editing socket could not be checked again')
  }
}

interface KeepAlive {
  add(socket: WebSocket): void
  delete(socket: WebSocket): void
  stop(): void
}

/** Pings all sockets every 30 s with one timer; one that has not answered after 10 s is cut. */
function keepAlive(): KeepAlive {
  const waiting = new Map<WebSocket, boolean>()
  const ping = setInterval(() => {
    for (const socket of waiting.keys()) {
      waiting.set(socket, true)
      socket.ping()
    }
    setTimeout(() => {
      for (const [socket, isWaiting] of waiting) if (isWaiting) socket.terminate()
    }, PONG_MS).unref()
  }, PING_MS)
  ping.unref()
  return {
    add(socket) {
      waiting.set(socket, false)
      socket.on('pong', () => void (waiting.has(socket) && waiting.set(socket, false)))
    },
    delete: (socket) => void waiting.delete(socket),
    stop: () => clearInterval(ping),
  }
}
