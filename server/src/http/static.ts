import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { App } from './app-types.ts'

const config = { access: 'public.read' } as const
const schema = { hide: true } as const

/**
 * Serves the built client: hashed assets for ever, the page itself never from a cache.
 * @param root client/dist
 * @returns the page for a path that is a screen of the client, undefined for any other
 */
export async function serveClient(app: App, root: string): Promise<(path: string) => string | undefined> {
  const index = join(root, 'index.html')
  if (!existsSync(index)) return () => undefined
  const page = readFileSync(index, 'utf8')
  await app.register(fastifyStatic, { root, serve: false, cacheControl: false, index: false })
  app.get('/', { config, schema }, async (_, reply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page),
  )
  app.get<{ Params: { '*': string } }>('/assets/*', { config, schema }, async (request, reply) =>
    reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(`assets/${request.params['*']}`),
  )
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'index.html') continue
    app.get(`/${entry.name}`, { config, schema }, async (_, reply) =>
      reply.header('cache-control', 'no-cache').sendFile(entry.name),
    )
  }
  return (path) => (isScreen(path) ? page : undefined)
}

const isScreen = (path: string): boolean => !/^\/(?:api|ws|collab|assets)(?:\/|$)/.test(path) && !/\.\w+$/.test(path)
