import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Context, PersonContext, Viewer } from '../context.ts'
import { Problem } from '../problem.ts'
import type { Action } from '../policy/matrix.ts'

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer
    /** The world as this request sees it. */
    ctx: Context
  }
  interface FastifyContextConfig {
    /** The row of the table of rights that this route belongs to. */
    access?: Action
    /** Requests a minute for one person (or address) on this route. */
    perMinute?: number
    /** Bodies of this route never reach a log. */
    secret?: boolean
    /** Whether nothing may be kept of who asked this, not even under an idempotency key. */
    leavesNoTrace?: (request: FastifyRequest) => Promise<boolean>
  }
}

/** The context of a request that only a signed-in person can make. @throws Problem sign-in-required */
export function personCtx(request: FastifyRequest): PersonContext {
  const { viewer } = request.ctx
  if (viewer.kind !== 'person') throw new Problem('sign-in-required')
  return { ...request.ctx, viewer }
}
