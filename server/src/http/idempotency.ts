import { createHash } from 'node:crypto'
import { Problem } from '../problem.ts'
import type { App } from './app-types.ts'

declare module 'fastify' {
  interface FastifyRequest {
    idempotencyKey?: string
  }
}

const KEY = /^[\x21-\x7e]{8,128}$/

/**
 * Honours `Idempotency-Key` on every write of a signed-in person: the first request with a key claims it, a repeated one
 * gets the same answer, a different one with the same key 409. Failures of ours are forgotten, so that they can be retried.
 * A secret ballot leaves no claim: person, instant and a hash of what was chosen would stand in one row.
 */
export function honourIdempotencyKeys(app: App): void {
  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']
    if (key === undefined || request.method === 'GET' || request.method === 'HEAD' || request.viewer.kind !== 'person')
      return
    if (typeof key !== 'string' || !KEY.test(key)) throw new Problem('invalid-parameter', { detail: 'Idempotency-Key' })
    if (await request.routeOptions.config.leavesNoTrace?.(request)) return
    const { ctx } = request
    const { db } = ctx
    const claim = { person_id: request.viewer.id, key, request_hash: hashOf(request), created_at: ctx.now() }
    const claimed = await db
      .insertInto('idempotency')
      .values(claim)
      .onConflict((oc) => oc.doNothing())
      .returning('key')
      .executeTakeFirst()
    if (claimed) {
      request.idempotencyKey = key
      return
    }
    const earlier = await db
      .selectFrom('idempotency')
      .selectAll()
      .where('person_id', '=', request.viewer.id)
      .where('key', '=', key)
      .executeTakeFirst()
    if (earlier && earlier.request_hash !== claim.request_hash) throw new Problem('idempotency-mismatch')
    if (!earlier || earlier.status === null) throw new Problem('conflict', { retryAfter: 1 })
    const type = earlier.status >= 400 ? 'application/problem+json' : 'application/json'
    reply.code(earlier.status).header('idempotent-replay', 'true').type(type)
    return reply.send(earlier.answer === null ? '' : JSON.stringify(earlier.answer))
  })

  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.idempotencyKey || request.viewer.kind !== 'person') return
    const row = request.ctx.db
    const mine = { person_id: request.viewer.id, key: request.idempotencyKey }
    if (reply.statusCode >= 500 || reply.statusCode === 429) {
      await row.deleteFrom('idempotency').where('person_id', '=', mine.person_id).where('key', '=', mine.key).execute()
      return
    }
    const answer = typeof payload === 'string' && payload !== '' ? payload : null
    await row
      .updateTable('idempotency')
      .set({ status: reply.statusCode, answer })
      .where('person_id', '=', mine.person_id)
      .where('key', '=', mine.key)
      .execute()
  })
}

const hashOf = (request: { method: string; url: string; body: unknown }): string =>
  createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex')
