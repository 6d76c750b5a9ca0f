import type { ProblemBody } from '@cenacle/contract/problems'
import { Problem } from './problem.ts'

interface Options {
  signal?: AbortSignal
  headers?: Record<string, string>
}
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A key under which something is created once. Also where crypto.randomUUID is missing: a page served over plain HTTP. */
export const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isProblem = (body: unknown): body is ProblemBody =>
  isObject(body) && typeof body['code'] === 'string' && typeof body['title'] === 'string'

const readJson = async (response: Response): Promise<unknown> => {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return undefined
  return response.json().catch(() => undefined)
}

/** A network that fails is tried once more; a key makes that safe where the request creates something. */
const reach = async (path: string, init: RequestInit, again: boolean): Promise<Response> => {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    if (!again) throw new Problem('offline', 0)
    await wait(500)
    return reach(path, init, false)
  }
}

/**
 * Sends a request and reads its JSON. Types come from the contract. Its schemas stay on the server, which validates
 * each answer with them: here they would weigh 24 kB, a sixth of the first load.
 * @throws {Problem} for every answer that is not a success, with code `offline` when there was none
 */
async function send<Answer>(method: Method, path: string, body: unknown, options: Options = {}): Promise<Answer> {
  const isFile = body instanceof FormData
  const response = await reach(
    path,
    {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined || isFile ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': randomKey() } : {}),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    },
    !isFile,
  )
  if (response.status === 204) return undefined as Answer
  const answer = await readJson(response)
  if (response.ok && isObject(answer)) return answer as Answer
  if (!isProblem(answer)) throw new Problem('unreadable', response.status)
  throw new Problem(answer.code as Problem['code'], response.status, answer.title, {
    detail: answer.detail,
    errors: answer.errors ?? [],
    requestId: answer.requestId,
  })
}

/** The product's own API. Paths start with `/api`. Every function throws `Problem`. */
export const http = {
  get: <Answer>(path: string, options?: Options) => send<Answer>('GET', path, undefined, options),
  post: <Answer>(path: string, body: unknown = {}, options?: Options) => send<Answer>('POST', path, body, options),
  put: <Answer>(path: string, body: unknown = {}, options?: Options) => send<Answer>('PUT', path, body, options),
  patch: <Answer>(path: string, body: unknown, options?: Options) => send<Answer>('PATCH', path, body, options),
  delete: <Answer = void>(path: string, body?: unknown, options?: Options) =>
    send<Answer>('DELETE', path, body, options),
}

/** A query string without the values that are undefined or empty; with its `?` when there is any. */
export const queryString = (values: Record<string, string | number | undefined>): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '') params.set(name, String(value))
  return params.size ? `?${params}` : ''
}
