import { z } from 'zod'
import {
  applyEntryBody,
  callsAnswer,
  confirmedEntryAnswer,
  confirmEntryBody,
  editionParams,
} from '@cenacle/contract/award'
import { receivedAnswer } from '@cenacle/contract/application'
import {
  announcementAnswer,
  archiveAnswer,
  palmaresAnswer,
  palmaresExportQuery,
  palmaresQuery,
} from '@cenacle/contract/award-jury'
import { id } from '@cenacle/contract/text'
import type { App } from '../../http/app-types.ts'
import { listCalls } from './calls.ts'
import { applyEntry, confirmEntry } from './entries.ts'
import { announcePalmares, exportCounts, listPalmares, readPalmares } from './palmares.ts'

const config = { access: 'award.public' } as const
/** At one and the same second a whole room asks, behind one address: what it loads besides must not count against that. */
const room = { ...config, perMinute: 6_000 } as const
/** Secrets travel in bodies, which no log keeps. */
const form = { ...config, secret: true, perMinute: 10 } as const

/** What is for everybody, with an account or without: the call, the form, and the palmarès once it is public. */
export function publicAwardRoutes(app: App): void {
  app.get('/api/calls', { config, schema: { response: { 200: callsAnswer } } }, (request) => listCalls(request.ctx))
  app.post(
    '/api/calls/:editionId/entries',
    { config: form, schema: { params: editionParams, body: applyEntryBody, response: { 202: receivedAnswer } } },
    async (request, reply) => {
      await applyEntry(request.ctx, request.params.editionId, request.body)
      return reply.code(202).send({ received: true as const })
    },
  )
  app.post(
    '/api/calls/confirm',
    { config: { ...form, perMinute: 30 }, schema: { body: confirmEntryBody, response: { 200: confirmedEntryAnswer } } },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      return confirmEntry(request.ctx, request.body.token)
    },
  )
  app.get('/api/palmares', { config, schema: { response: { 200: archiveAnswer } } }, (request) =>
    listPalmares(request.ctx),
  )
  app.get(
    '/api/palmares/:editionId',
    { config: room, schema: { params: editionParams, querystring: palmaresQuery, response: { 200: palmaresAnswer } } },
    (request, reply) => {
      // Asked for a second too early, it must not stay refused in a cache; nor readable in one that is older than an erratum.
      reply.header('cache-control', 'no-store')
      return readPalmares(request.ctx, request.params.editionId, request.query.version)
    },
  )
  app.get(
    '/api/palmares/:editionId/announcement',
    { config: room, schema: { params: editionParams, response: { 200: announcementAnswer } } },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      return announcePalmares(request.ctx, request.params.editionId)
    },
  )
  const params = z.strictObject({ editionId: id(), categoryId: id() })
  app.get(
    '/api/palmares/:editionId/categories/:categoryId/counts',
    { config: { ...config, perMinute: 30 }, schema: { params, querystring: palmaresExportQuery } },
    async (request, reply) => {
      const { name, type, text } = await exportCounts(request.ctx, request.params, request.query.format)
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('x-content-type-options', 'nosniff')
        .send(text)
    },
  )
}
