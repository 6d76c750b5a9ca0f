import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { problems, type ProblemBody, type ProblemCode } from '@cenacle/contract/problems'
import { problemOfSqlError } from '../database/errors.ts'
import { Problem } from '../problem.ts'
import type { App } from './app-types.ts'
import { problemOfValidation } from './validation.ts'

/** Fastify's own refusals, by their code. */
const FASTIFY: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_BAD_URL: 'invalid-parameter',
  FST_ERR_MAX_PARAM_LENGTH: 'url-too-long',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_FILES_LIMIT: 'bad-request',
  FST_PARTS_LIMIT: 'bad-request',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-type',
}

/** What the parser of forms says, without a code, of one that is cut off, or whose boundary is none. */
const BROKEN_FORM = /^Multipart: Boundary not found$|unexpected end of multipart data$|^The needle cannot /i

/** The one place where an error becomes an answer. Ours are logged whole; the caller's are not. */
export function handleProblems(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, asProblem(error, request)))
}

function asProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  const validation = problemOfValidation(error)
  if (validation) return validation
  const code = FASTIFY[error.code] ?? problemOfSqlError(error)
  if (code === 'unavailable') return new Problem(code, { retryAfter: 2, cause: error })
  if (code) {
    if (code === 'invalid') request.log.warn({ error }, 'the database refused what validation let through')
    return new Problem(code, { cause: error })
  }
  if (BROKEN_FORM.test(error.message)) return new Problem('bad-request', { cause: error })
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem(error.statusCode === 429 ? 'too-many-requests' : 'bad-request', { cause: error })
  return new Problem('internal', { cause: error })
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status >= 500)
    request.log.error({ error: problem.cause ?? problem, code: problem.code }, 'request failed')
  if (problem.details.retryAfter) reply.header('retry-after', problem.details.retryAfter)
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemBodyOf(problem, request.url, request.id)))
}

/** A problem as it is sent. `instance` is the path alone: a query may hold what somebody typed. */
export function problemBodyOf(problem: Problem, url: string, requestId: string): ProblemBody {
  const [status, title] = problems[problem.code]
  const { detail, errors } = problem.details
  return {
    type: `https://cenacle.example/problems/${problem.code}`,
    title: title || STATUS_CODES[status] || '',
    status,
    code: problem.code,
    ...(detail && { detail }),
    instance: url.split('?')[0]?.slice(0, 500) ?? '/',
    requestId,
    ...(errors?.length && { errors }),
  }
}

/** Refusals that happen before any hook: an address that cannot be decoded, or is too long. */
export function answerFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  // No hook runs here: the socket of an upgrade would stay open for as long as the caller likes.
  if (request.raw.headers.upgrade) reply.raw.once('finish', () => request.raw.socket.destroy())
  void sendProblem(request, reply, new Problem(FASTIFY[error.code] ?? 'bad-request'))
}

/** What is not even HTTP, or has headers too large, answered on the bare socket. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = new Problem(error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'bad-request')
  const body = JSON.stringify(problemBodyOf(problem, '/', ''))
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
