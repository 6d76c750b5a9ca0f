import { z } from 'zod'
import { pageQuery } from '@cenacle/contract/paging'
import {
  acceptBody,
  invitation,
  invitationBody,
  invitationCheck,
  invitationsAnswer,
  tokenBody,
} from '@cenacle/contract/person'
import { sessionAnswer } from '@cenacle/contract/session'
import {
  createSpaceBody,
  spaceAnswer,
  spacePeopleAnswer,
  spacePersonBody,
  spacesAnswer,
  updateSpaceBody,
} from '@cenacle/contract/space'
import { id } from '@cenacle/contract/text'
import { personCtx, type App } from '../../http/app-types.ts'
import type { CookieOptions } from '../../http/cookies.ts'
import { answerOpened, deviceOf } from '../../http/opened-session.ts'
import { createSpace, joinSpace, putPerson, removePerson, updateSpace } from './commands.ts'
import { acceptInvitation, checkInvitation, invite } from './invitations.ts'
import { listInvitations, listSpaceInvitations, revokeInvitation } from './pending-invitations.ts'
import { getSpace, listSpacePeople, listSpaces, presentSpaceWhole } from './queries.ts'

/** A space is named by its id or by its slug. */
export const spaceParams = z.strictObject({ spaceId: z.string().regex(/^[0-9a-z-]{1,80}$/i) })
const personParams = spaceParams.extend({ personId: id() })
const noContent = { 204: z.null() }

/** Spaces, who is in them, and invitations. */
export function spaceRoutes(app: App, { cookies }: { cookies: CookieOptions }): void {
  app.get(
    '/api/spaces',
    {
      config: { access: 'space.list' },
      schema: {
        querystring: pageQuery.extend({ limit: pageQuery.shape.limit.default(100) }),
        response: { 200: spacesAnswer },
      },
    },
    (request) => listSpaces(request.ctx, request.query),
  )
  app.post(
    '/api/spaces',
    { config: { access: 'space.create' }, schema: { body: createSpaceBody, response: { 201: spaceAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      const created = await createSpace(ctx, request.body)
      return reply.code(201).send(presentSpaceWhole(ctx.viewer, await getSpace(ctx, created)))
    },
  )
  app.get(
    '/api/spaces/:spaceId',
    { config: { access: 'space.read' }, schema: { params: spaceParams, response: { 200: spaceAnswer } } },
    async (request) => presentSpaceWhole(request.viewer, await getSpace(request.ctx, request.params.spaceId)),
  )
  app.patch(
    '/api/spaces/:spaceId',
    {
      config: { access: 'space.manage' },
      schema: { params: spaceParams, body: updateSpaceBody, response: { 200: spaceAnswer } },
    },
    async (request) => {
      const ctx = personCtx(request)
      await updateSpace(ctx, request.params.spaceId, request.body)
      return presentSpaceWhole(ctx.viewer, await getSpace(ctx, request.params.spaceId))
    },
  )
  peopleOfSpaceRoutes(app)
  invitationRoutes(app, cookies)
}

function peopleOfSpaceRoutes(app: App): void {
  app.get(
    '/api/spaces/:spaceId/people',
    {
      config: { access: 'space.people' },
      schema: { params: spaceParams, querystring: pageQuery, response: { 200: spacePeopleAnswer } },
    },
    (request) => listSpacePeople(personCtx(request), request.params.spaceId, request.query),
  )
  app.put(
    '/api/spaces/:spaceId/people/:personId',
    {
      config: { access: 'space.manage' },
      schema: { params: personParams, body: spacePersonBody, response: noContent },
    },
    async (request, reply) => {
      await putPerson(personCtx(request), request.params.spaceId, request.params.personId, request.body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/spaces/:spaceId/people/:personId',
    { config: { access: 'space.manage' }, schema: { params: personParams, response: noContent } },
    async (request, reply) => {
      await removePerson(personCtx(request), request.params.spaceId, request.params.personId)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/spaces/:spaceId/join',
    { config: { access: 'space.join' }, schema: { params: spaceParams, response: noContent } },
    async (request, reply) => {
      await joinSpace(personCtx(request), request.params.spaceId)
      return reply.code(204).send(null)
    },
  )
}

function invitationRoutes(app: App, cookies: CookieOptions): void {
  app.get(
    '/api/invitations',
    { config: { access: 'invitation.read' }, schema: { querystring: pageQuery, response: { 200: invitationsAnswer } } },
    (request) => listInvitations(personCtx(request), request.query),
  )
  app.get(
    '/api/spaces/:spaceId/invitations',
    {
      config: { access: 'space.invitations' },
      schema: { params: spaceParams, querystring: pageQuery, response: { 200: invitationsAnswer } },
    },
    (request) => listSpaceInvitations(personCtx(request), request.params.spaceId, request.query),
  )
  app.post(
    '/api/invitations',
    {
      config: { access: 'invitation.create', perMinute: 30 },
      schema: { body: invitationBody, response: { 201: invitation } },
    },
    async (request, reply) => reply.code(201).send(await invite(personCtx(request), request.body)),
  )
  app.delete(
    '/api/invitations/:invitationId',
    {
      config: { access: 'invitation.revoke' },
      schema: { params: z.strictObject({ invitationId: id() }), response: noContent },
    },
    async (request, reply) => {
      await revokeInvitation(personCtx(request), request.params.invitationId)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/api/invitations/check',
    {
      config: { access: 'link.use', perMinute: 30, secret: true },
      schema: { body: tokenBody, response: { 200: invitationCheck } },
    },
    (request) => checkInvitation(request.ctx, request.body.token),
  )
  app.post(
    '/api/invitations/accept',
    {
      config: { access: 'link.use', perMinute: 20, secret: true },
      schema: { body: acceptBody, response: { 201: sessionAnswer } },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(answerOpened(reply, cookies, await acceptInvitation(request.ctx, request.body, deviceOf(request)))),
  )
}
