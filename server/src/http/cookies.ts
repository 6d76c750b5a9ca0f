import type { FastifyReply } from 'fastify'

export interface CookieOptions {
  /** False only on http://localhost: `__Host-` and Secure want https. */
  secure: boolean
}

/** A session that is not used for so long ends; thirty days after its start it ends in any case. */
export const IDLE_DAYS = 7

export const cookieName = ({ secure }: CookieOptions): string => (secure ? '__Host-sid' : 'sid')
const attributes = ({ secure }: CookieOptions) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const

export function setSessionCookie(reply: FastifyReply, options: CookieOptions, token: string, maxAge: number): void {
  reply.setCookie(cookieName(options), token, { ...attributes(options), maxAge })
}

export function clearSessionCookie(reply: FastifyReply, options: CookieOptions): void {
  reply.setCookie(cookieName(options), '', { ...attributes(options), maxAge: 0 })
}
