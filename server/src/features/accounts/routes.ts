import { z } from 'zod'
import {
  me,
  passwordBody,
  profileBody,
  resetBody,
  resetRequestBody,
  setupAnswer,
  setupBody,
} from '@cenacle/contract/person'
import { sessionAnswer, sessionsAnswer, signInBody } from '@cenacle/contract/session'
import type { Context } from '../../context.ts'
import { personCtx, type App } from '../../http/app-types.ts'
import { clearSessionCookie, type CookieOptions } from '../../http/cookies.ts'
import { answerOpened, deviceOf } from '../../http/opened-session.ts'
import { changePassword, endSessions, signIn, signOut, updateProfile } from './commands.ts'
import { getMe, listSessions } from './queries.ts'
import { redeemReset, requestReset } from './resets.ts'
import { needsSetup, setUp } from './setup.ts'

interface Needs {
  cookies: CookieOptions
  /** Makes the committee's space at the set-up; spaces are a higher tier. */
  foundCommittee: (ctx: Context, personId: string, name: string | undefined) => Promise<void>
}

/** Sign-in, sessions, one's own account, forgotten password, set-up. */
export function accountRoutes(app: App, { cookies, foundCommittee }: Needs): void {
  app.post(
    '/api/session',
    {
      config: { access: 'session.create', perMinute: 60, secret: true },
      schema: { body: signInBody, response: { 200: sessionAnswer } },
    },
    async (request, reply) => {
      const opened = await signIn(request.ctx, request.body, request.ip, deviceOf(request))
      return answerOpened(reply, cookies, opened)
    },
  )
  app.get(
    '/api/session',
    { config: { access: 'self.read' }, schema: { response: { 200: sessionAnswer } } },
    async (request) => ({ person: await getMe(personCtx(request)) }),
  )
  app.delete(
    '/api/session',
    { config: { access: 'self.write' }, schema: { response: { 204: z.null() } } },
    async (request, reply) => {
      await signOut(personCtx(request))
      clearSessionCookie(reply, cookies)
      return reply.header('clear-site-data', '"cache"').code(204).send(null)
    },
  )
  sessionRoutes(app)

  app.get('/api/me', { config: { access: 'self.read' }, schema: { response: { 200: me } } }, (request) =>
    getMe(personCtx(request)),
  )
  app.patch(
    '/api/me',
    { config: { access: 'self.write' }, schema: { body: profileBody, response: { 200: me } } },
    (request) => updateProfile(personCtx(request), request.body),
  )
  app.put(
    '/api/me/password',
    {
      config: { access: 'self.write', perMinute: 10, secret: true },
      schema: { body: passwordBody, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await changePassword(personCtx(request), request.body)
      return reply.code(204).send(null)
    },
  )
  linkRoutes(app, { cookies, foundCommittee })
}

/** What is done by a link and without a session: a new password, the set-up. */
function linkRoutes(app: App, { cookies, foundCommittee }: Needs): void {
  app.post(
    '/api/password-resets',
    {
      config: { access: 'link.use', perMinute: 20, secret: true },
      schema: { body: resetRequestBody, response: { 202: z.object({}) } },
    },
    async (request, reply) => {
      await requestReset(request.ctx, request.body.email)
      return reply.code(202).send({})
    },
  )
  app.post(
    '/api/password-resets/redeem',
    {
      config: { access: 'link.use', perMinute: 20, secret: true },
      schema: { body: resetBody, response: { 200: sessionAnswer } },
    },
    async (request, reply) =>
      answerOpened(reply, cookies, await redeemReset(request.ctx, request.body, request.ip, deviceOf(request))),
  )

  app.get(
    '/api/setup',
    { config: { access: 'public.read' }, schema: { response: { 200: setupAnswer } } },
    async (request) => ({ needed: await needsSetup(request.ctx.db) }),
  )
  app.post(
    '/api/setup',
    {
      config: { access: 'link.use', perMinute: 10, secret: true },
      schema: { body: setupBody, response: { 201: sessionAnswer } },
    },
    async (request, reply) => {
      const opened = await setUp(request.ctx, request.body, deviceOf(request), foundCommittee)
      return reply.code(201).send(answerOpened(reply, cookies, opened))
    },
  )
}

function sessionRoutes(app: App): void {
  const params = z.strictObject({ sessionId: z.string().regex(/^[0-9a-f]{24}$/) })
  app.get(
    '/api/sessions',
    { config: { access: 'self.read' }, schema: { response: { 200: sessionsAnswer } } },
    async (request) => ({ items: await listSessions(personCtx(request)), next: null }),
  )
  app.delete(
    '/api/sessions',
    { config: { access: 'self.write' }, schema: { response: { 204: z.null() } } },
    async (request, reply) => {
      await endSessions(personCtx(request))
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/sessions/:sessionId',
    { config: { access: 'self.write' }, schema: { params, response: { 204: z.null() } } },
    async (request, reply) => {
      await endSessions(personCtx(request), request.params.sessionId)
      return reply.code(204).send(null)
    },
  )
}
