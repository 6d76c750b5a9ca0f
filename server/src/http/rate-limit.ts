import rateLimit from '@fastify/rate-limit'
import { Problem } from '../problem.ts'
import type { App } from './app-types.ts'

const WRITES_PER_MINUTE = 60
const READS_PER_MINUTE = 1_200

/**
 * Bounds how often one person (or, without a session, one address) may ask. Per account first: a whole town hall
 * stands behind one address. `perMinute` in a route's config sets its own bound, shared with nothing else.
 */
export async function limitRates(app: App, scale: number): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    hook: 'preValidation',
    timeWindow: '1 minute',
    cache: 20_000,
    max: (request) =>
      Math.ceil(
        scale *
          (request.routeOptions.config.perMinute ?? (isRead(request.method) ? READS_PER_MINUTE : WRITES_PER_MINUTE)),
      ),
    keyGenerator: (request) => {
      const who = request.viewer?.kind === 'person' ? request.viewer.id : request.ip
      const own = request.routeOptions.config.perMinute !== undefined
      return `${who} ${own ? `${request.method} ${request.routeOptions.url}` : isRead(request.method) ? 'read' : 'write'}`
    },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_, { ttl }) =>
      new Problem('too-many-requests', { retryAfter: Math.max(1, Math.ceil(ttl / 1000)) }),
  })
}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD'
