import type { FieldError, ProblemCode } from '@cenacle/contract/problems'

/** `offline`: the server was not reached; `unreadable`: something else than our server answered (a proxy's page). */
export type ClientProblemCode = ProblemCode | 'offline' | 'unreadable'

/** An answer that is not a success, as problem+json describes it, or the absence of an answer. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ClientProblemCode
  readonly status: number
  readonly detail: string | undefined
  readonly errors: FieldError[]
  readonly requestId: string | undefined

  constructor(
    code: ClientProblemCode,
    status: number,
    title = '',
    more: Partial<Pick<Problem, 'detail' | 'errors' | 'requestId'>> = {},
  ) {
    super(title)
    this.code = code
    this.status = status
    this.detail = more.detail
    this.errors = more.errors ?? []
    this.requestId = more.requestId
  }
}

/** The problem behind whatever was thrown; undefined when it is none of ours. */
export const asProblem = (error: unknown): Problem | undefined => (error instanceof Problem ? error : undefined)

/** True when the server says that nobody is signed in. */
export const isSignedOut = (error: unknown): boolean => asProblem(error)?.code === 'sign-in-required'
