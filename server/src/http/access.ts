import { Problem } from '../problem.ts'
import { matrix } from '../policy/matrix.ts'
import type { Viewer, World } from '../context.ts'
import type { App } from './app-types.ts'
import { cookieName, type CookieOptions } from './cookies.ts'

export interface Route {
  method: string
  url: string
  access: keyof typeof matrix
}

/**
 * Finds who asks before anything else runs, and refuses to start with a route that does not say who may use it.
 * @returns the routes as they are registered, for the tests that walk over all of them
 */
export function declareAccess(
  app: App,
  world: World,
  cookies: CookieOptions,
  findViewer: (token: string) => Promise<Viewer | undefined>,
): Route[] {
  const routes: Route[] = []
  app.addHook('onRoute', (route) => {
    const access = route.config?.access
    if (!access || !(access in matrix))
      throw new Error(`Route ${String(route.method)} ${route.url} does not declare its access`)
    for (const method of [route.method].flat()) if (method !== 'HEAD') routes.push({ method, url: route.url, access })
  })
  app.decorateRequest('viewer')
  app.decorateRequest('ctx')
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[cookieName(cookies)]
    request.viewer = (token && (await findViewer(token))) || { kind: 'anonymous' }
    request.ctx = { ...world, viewer: request.viewer, log: request.log }
    const access = request.routeOptions.config.access
    if (request.viewer.kind === 'anonymous' && access && matrix[access].cells.anonymous === '401')
      throw new Problem('sign-in-required')
  })
  return routes
}
