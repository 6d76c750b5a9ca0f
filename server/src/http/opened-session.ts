import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Me } from '@cenacle/contract/person'
import { IDLE_DAYS, setSessionCookie, type CookieOptions } from './cookies.ts'

const COOKIE_SECONDS = IDLE_DAYS * 86_400

/** Answers with the person and sets the cookie of a session that was just opened. */
export function answerOpened(
  reply: FastifyReply,
  cookies: CookieOptions,
  { person, token }: { person: Me; token: string },
): { person: Me } {
  setSessionCookie(reply, cookies, token, COOKIE_SECONDS)
  return { person }
}

/** Browser and system, as the list of devices shows them. */
export const deviceOf = (request: FastifyRequest): string =>
  (request.headers['user-agent'] ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 200)
