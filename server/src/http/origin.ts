import type { IncomingHttpHeaders } from 'node:http'
import { Problem } from '../problem.ts'
import type { App } from './app-types.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * True when an Origin header is ours: exactly the configured one, or, without a configuration, the loopback name under
 * which this very request came.
 */
export function isOurOrigin(
  origin: string | undefined,
  headers: IncomingHttpHeaders,
  baseUrl: string | undefined,
): boolean {
  if (!origin || origin === 'null') return false
  if (baseUrl) return origin === new URL(baseUrl).origin
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  return !!url && url.protocol === 'http:' && LOOPBACK.has(url.hostname) && url.host === headers.host
}

/** Refuses requests that change something and were sent by another site's page; a browser always says where from. */
export function refuseCrossSite(app: App, baseUrl: string | undefined): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
    const site = request.headers['sec-fetch-site']
    const { origin } = request.headers
    if (site !== undefined && site !== 'same-origin') throw new Problem('cross-site')
    if (origin !== undefined && !isOurOrigin(origin, request.headers, baseUrl)) throw new Problem('cross-site')
  })
}
