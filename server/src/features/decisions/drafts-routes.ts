import type { Rooms } from '@cenacle/collab/rooms'
import { z } from 'zod'
import { draftAnswer, draftBody, draftChanges, draftsAnswer, draftsQuery } from '@cenacle/contract/decision'
import { id } from '@cenacle/contract/text'
import { voteAnswer } from '@cenacle/contract/vote'
import { type App, personCtx } from '../../http/app-types.ts'
import { readVote } from '../votes/queries/votes.ts'
import { changeDraft, createDraft, removeDraft } from './drafts.ts'
import { listDrafts, readDraft } from './drafts-queries.ts'
import { openDraft, scheduleDraft, unscheduleDraft } from './opening.ts'

const params = z.strictObject({ id: id() })
const URL = '/api/decisions/drafts'

/** Questions on their way to a vote. */
export function draftRoutes(app: App, rooms: Rooms): void {
  app.get(
    URL,
    { config: { access: 'draft.list' }, schema: { querystring: draftsQuery, response: { 200: draftsAnswer } } },
    (request) => listDrafts(request.ctx, request.query),
  )
  app.post(
    URL,
    { config: { access: 'decision.open', perMinute: 20 }, schema: { body: draftBody, response: { 201: draftAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      const draftId = await createDraft(ctx, rooms, request.body)
      return reply.code(201).send(await readDraft(ctx, draftId))
    },
  )
  app.get(
    `${URL}/:id`,
    { config: { access: 'draft.read' }, schema: { params, response: { 200: draftAnswer } } },
    (request) => readDraft(request.ctx, request.params.id),
  )
  const config = { access: 'draft.write' } as const
  const schema = { params, response: { 200: draftAnswer } }
  app.patch(`${URL}/:id`, { config, schema: { ...schema, body: draftChanges } }, async (request) => {
    const ctx = personCtx(request)
    await changeDraft(ctx, request.params.id, request.body)
    return readDraft(ctx, request.params.id)
  })
  app.delete(`${URL}/:id`, { config, schema: { params, response: { 204: z.null() } } }, async (request, reply) => {
    await removeDraft(personCtx(request), request.params.id)
    return reply.code(204).send(null)
  })
  app.post(
    `${URL}/:id/open`,
    { config: { ...config, perMinute: 10 }, schema: { params, response: { 201: voteAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      await openDraft(ctx, request.params.id)
      return reply.code(201).send(await readVote(ctx, request.params.id))
    },
  )
  app.put(`${URL}/:id/schedule`, { config, schema }, async (request) => {
    const ctx = personCtx(request)
    await scheduleDraft(ctx, request.params.id)
    return readDraft(ctx, request.params.id)
  })
  app.delete(`${URL}/:id/schedule`, { config, schema }, async (request) => {
    const ctx = personCtx(request)
    await unscheduleDraft(ctx, request.params.id)
    return readDraft(ctx, request.params.id)
  })
}
