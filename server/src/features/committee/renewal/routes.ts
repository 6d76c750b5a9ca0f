import { z } from 'zod'
import { currentRenewalAnswer, openRenewalBody, renewalAnswerBody, renewalParams } from '@cenacle/contract/renewal'
import { type App, personCtx } from '../../../http/app-types.ts'
import { abandonRenewal, answerRenewal, openRenewal } from './commands.ts'
import { readRenewal } from './queries.ts'

/** The yearly round in which each member stays, becomes an ambassador, or leaves. */
export function renewalRoutes(app: App): void {
  const response = { 200: currentRenewalAnswer }
  app.get('/api/renewals/current', { config: { access: 'renewal.read' }, schema: { response } }, (request) =>
    readRenewal(personCtx(request)),
  )
  app.post(
    '/api/renewals',
    { config: { access: 'renewal.open' }, schema: { body: openRenewalBody, response: { 201: currentRenewalAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      await openRenewal(ctx, request.body)
      return reply.code(201).send(await readRenewal(ctx))
    },
  )
  app.put(
    '/api/renewals/:renewalId/answer',
    {
      config: { access: 'renewal.answer', secret: true },
      schema: { params: renewalParams, body: renewalAnswerBody, response },
    },
    async (request) => {
      const ctx = personCtx(request)
      await answerRenewal(ctx, request.params.renewalId, request.body.answer)
      return readRenewal(ctx)
    },
  )
  app.delete(
    '/api/renewals/:renewalId',
    { config: { access: 'renewal.open' }, schema: { params: renewalParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await abandonRenewal(personCtx(request), request.params.renewalId)
      return reply.code(204).send(null)
    },
  )
}
