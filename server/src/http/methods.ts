import { Problem } from '../problem.ts'
import type { Route } from './access.ts'
import type { App } from './app-types.ts'
import { sendProblem } from './problem-handler.ts'

/** Answers 405 with Allow where the path exists under another method, and 404 elsewhere. */
export function answerUnknownRoutes(
  app: App,
  routes: readonly Route[],
  page: (url: string) => string | undefined,
): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const methods = routes.filter((route) => patternOf(route.url).test(path)).map((route) => route.method)
    if (methods.length > 0 && !methods.includes(request.method)) {
      reply.header('allow', [...new Set(methods)].join(', '))
      return sendProblem(request, reply, new Problem('method-not-allowed'))
    }
    const html = request.method === 'GET' && acceptsHtml(request.headers.accept) ? page(path) : undefined
    if (html) return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html)
    return sendProblem(request, reply, new Problem('not-found'))
  })
}

const acceptsHtml = (accept: string | undefined): boolean => accept?.includes('text/html') ?? false

const patterns = new Map<string, RegExp>()
function patternOf(url: string): RegExp {
  const known = patterns.get(url)
  if (known) return known
  const source = url
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/:\w+/g, '[^/]+')
  const pattern = new RegExp(`^${source}$`)
  patterns.set(url, pattern)
  return pattern
}
