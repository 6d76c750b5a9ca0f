import type { Rooms } from '@cenacle/collab/rooms'
import { createDecisionBody } from '@cenacle/contract/decision'
import { voteAnswer } from '@cenacle/contract/vote'
import { type App, personCtx } from '../../http/app-types.ts'
import { readVote } from '../votes/queries/votes.ts'
import { createDecision } from './commands.ts'
import { draftRoutes } from './drafts-routes.ts'

/** Decisions, and the questions on their way to one. */
export function decisionRoutes(app: App, rooms: Rooms): void {
  draftRoutes(app, rooms)
  app.post(
    '/api/decisions',
    {
      config: { access: 'decision.open', perMinute: 10 },
      schema: { body: createDecisionBody, response: { 201: voteAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const id = await createDecision(ctx, rooms, request.body)
      return reply.code(201).send(await readVote(ctx, id))
    },
  )
}
