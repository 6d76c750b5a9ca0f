import cookie from '@fastify/cookie'
import websocket from '@fastify/websocket'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyHttpOptions, type RawServerDefault } from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Deps } from './deps.ts'
import { registerFeatures } from './features.ts'
import { findViewer } from './features/accounts/queries.ts'
import { declareAccess, type Route } from './http/access.ts'
import type { App } from './http/app-types.ts'
import { setSecurityHeaders } from './http/headers.ts'
import { honourIdempotencyKeys } from './http/idempotency.ts'
import { acceptJsonOnly } from './http/json-body.ts'
import { answerUnknownRoutes } from './http/methods.ts'
import { describeApi } from './http/openapi.ts'
import { refuseCrossSite } from './http/origin.ts'
import { answerClientError, answerFrameworkError, handleProblems } from './http/problem-handler.ts'
import { limitRates } from './http/rate-limit.ts'
import { serveClient } from './http/static.ts'
import { validate } from './http/validation.ts'

export interface BuiltApp {
  app: App
  /** Every route with the row of the table of rights that it belongs to. */
  routes: Route[]
}

/** Puts the server together without listening: hooks, features, client. */
export async function buildApp(deps: Deps): Promise<BuiltApp> {
  const app: App = Fastify(serverOptions(deps)).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validate)
  app.setSerializerCompiler(serializerCompiler)
  acceptJsonOnly(app)
  handleProblems(app)
  await app.register(cookie)
  await setSecurityHeaders(app, deps.cookies.secure)
  // Before every hook that refuses: the socket of a refused upgrade is ended by this plugin's own hooks, or by nobody.
  await app.register(websocket, { options: { maxPayload: 1_048_576, perMessageDeflate: false } })
  refuseCrossSite(app, deps.config.baseUrl)
  const routes = declareAccess(app, deps.world, deps.cookies, (token) => findViewer(deps.world, token))
  await limitRates(app, deps.rateScale)
  honourIdempotencyKeys(app)
  await describeApi(app, deps.config.version)
  await registerFeatures(app, deps)
  const page = await serveClient(app, deps.clientRoot)
  answerUnknownRoutes(app, routes, page)
  await app.ready()
  return { app, routes }
}

function serverOptions({ config, world, log }: Deps): FastifyHttpOptions<RawServerDefault, FastifyBaseLogger> {
  return {
    loggerInstance: log,
    genReqId: () => world.newId(),
    requestIdHeader: false,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    // Longer than a proxy keeps a quiet connection (nginx 60 s, Caddy 120 s). Who closes first must be the one that asks: a
    // request that meets a close on its way is lost, and the proxy answers 502 for it.
    keepAliveTimeout: 150_000,
    connectionTimeout: 60_000,
    maxRequestsPerSocket: 1_000,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    http: { maxHeaderSize: 16_384, headersTimeout: 10_000 },
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
  }
}
