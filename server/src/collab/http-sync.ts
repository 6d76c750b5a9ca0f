import { CLOSE, type Connection, type Frame } from '@cenacle/collab/connection'
import type { Seat } from '@cenacle/collab/rooms'
import { z } from 'zod'
import type { App } from '../http/app-types.ts'
import { Problem } from '../problem.ts'
import { type CollabNeeds, isOutdated, schemaParam, type Seating } from './socket.ts'

/**
 * The messages of the socket over plain requests, for networks that refuse WebSockets. The client invents a connection id and keeps it
 * while requests succeed: POST brings its messages and takes what waits for it, GET waits up to 25 s for more. A connection that this process
 * does not know (the first request, a restart, another process behind the balancer) answers `fresh: true`, and the client begins anew with a
 * sync step 1, as after any failed request: nothing is lost, since Yjs then says what each side lacks.
 */
const params = z.strictObject({ pageId: z.uuid() })
const querystring = z.strictObject({ connection: z.uuid(), schema: schemaParam })
const body = z.strictObject({ messages: z.array(z.base64().max(1_000_000)).max(200) })
export const syncAnswer = z.object({
  fresh: z.boolean().describe('the connection is new here: begin with a sync step 1'),
  messages: z.array(z.string()).describe('base64 of the frames that the socket would have sent'),
  closed: z
    .object({ code: z.number(), reason: z.string() })
    .nullable()
    .describe('set when the server has closed the connection, with the codes of the socket'),
})

const WAIT_MS = 25_000
const OUTDATED = { fresh: true, messages: [], closed: { code: CLOSE.outdated, reason: 'reload' } }
const FORGET_MS = 45_000
const PER_PERSON = 10
const BOXES = 1_000

/** A connection between two requests. */
class Mailbox implements Connection {
  seat: Seat | undefined
  closed: { code: number; reason: string } | null = null
  lastUsed = Date.now()
  remove: () => void = () => {}
  #frames: Frame[] = []
  #bytes = 0
  /** A GET that waits and a POST may be here at the same time. */
  readonly #waiting = new Set<() => void>()

  send(frame: Frame): void {
    this.#frames.push(frame)
    this.#bytes += frame.payload.length
    this.#wake()
  }

  close(code: number, reason: string): void {
    this.closed = { code, reason }
    this.#wake()
  }

  bufferedAmount(): number {
    return this.#bytes
  }

  #wake(): void {
    for (const wake of this.#waiting) wake()
  }

  take(): string[] {
    this.#bytes = 0
    return this.#frames.splice(0).map(({ payload }) => Buffer.from(payload).toString('base64'))
  }

  /** Settles when there is something to take, or after `ms`. */
  async news(ms: number): Promise<void> {
    if (this.#frames.length > 0 || this.closed) return
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        // Frames of one commit come together.
        setImmediate(resolve)
      }
      const timer = setTimeout(wake, ms)
      this.#waiting.add(wake)
    })
  }
}

/** Registers GET and POST /api/pages/:pageId/sync. */
export function collabSync(app: App, needs: CollabNeeds): void {
  const boxes = new Map<string, Mailbox>()
  const sweep = setInterval(() => forgetUnused(boxes), 10_000)
  sweep.unref()
  app.addHook('onClose', () => clearInterval(sweep))
  const url = '/api/pages/:pageId/sync'
  const schema = { params, querystring, response: { 200: syncAnswer } }
  const config = { access: needs.access, perMinute: 600 }

  app.post(url, { config, schema: { ...schema, body } }, async (request) => {
    if (isOutdated(needs, request.query.schema)) return outdated(needs, request)
    const { fresh, box } = await openBox(needs, boxes, request, request.params.pageId, request.query.connection)
    for (const message of request.body.messages) box.seat?.receive(Buffer.from(message, 'base64'))
    await box.news(50)
    return { fresh, messages: box.take(), closed: box.closed }
  })
  app.get(url, { config, schema }, async (request) => {
    if (isOutdated(needs, request.query.schema)) return outdated(needs, request)
    const { fresh, box } = await openBox(needs, boxes, request, request.params.pageId, request.query.connection)
    if (!fresh) await box.news(WAIT_MS)
    box.lastUsed = Date.now()
    return { fresh, messages: box.take(), closed: box.closed }
  })
}

type Request = Parameters<CollabNeeds['seat']>[0]

/** Who may not even read the page is told that, and nothing else. */
async function outdated(needs: CollabNeeds, request: Request & { params: { pageId: string } }) {
  await needs.seat(request, request.params.pageId)
  return OUTDATED
}

/** Rights are looked at with each request, like those of any other. */
async function openBox(
  needs: CollabNeeds,
  boxes: Map<string, Mailbox>,
  request: Request,
  pageId: string,
  connection: string,
) {
  const seating = await needs.seat(request, pageId)
  const { personId, mode } = seating.visitor
  const owner = `${personId} ${pageId} ${mode} `
  const known = boxes.get(owner + connection)
  if (known && !known.closed) {
    known.lastUsed = Date.now()
    return { fresh: false, box: known }
  }
  known?.remove()
  const ofPerson = personId === '' ? 0 : [...boxes.keys()].filter((key) => key.startsWith(`${personId} `)).length
  if (ofPerson >= PER_PERSON || boxes.size >= BOXES) throw new Problem('too-many-requests', { retryAfter: 5 })
  const box = new Mailbox()
  boxes.set(owner + connection, box)
  box.seat = needs.collab.rooms.join(pageId, { ...seating.visitor, wantsSaved: true }, box)
  box.remove = watch(needs, request, pageId, seating, box)
  return { fresh: true, box }
}

function watch(needs: CollabNeeds, request: Request, pageId: string, seating: Seating, box: Mailbox): () => void {
  return needs.sockets.add({
    personId: seating.visitor.personId,
    accessUntil: seating.accessUntil,
    async recheck() {
      try {
        const now = await needs.reseat(seating, request, pageId)
        if (now?.visitor.mode === seating.visitor.mode) return
        box.seat?.leave()
        box.close(now === undefined ? CLOSE.signedOut : CLOSE.rightsChanged, 'rights changed')
      } catch (error) {
        request.log.warn({ error }, 'a co-editing connection could not be checked again')
      }
    },
  })
}

function forgetUnused(boxes: Map<string, Mailbox>): void {
  for (const [key, box] of boxes) {
    if (Date.now() - box.lastUsed < FORGET_MS) continue
    box.seat?.leave()
    box.remove()
    boxes.delete(key)
  }
}
