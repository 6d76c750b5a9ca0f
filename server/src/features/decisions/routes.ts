import { createDecisionBody, voteAnswer } from '@cenacle/contract/vote'
import { type App, personCtx } from '../../http/app-types.ts'
import { readVote } from '../votes/queries/votes.ts'
import { createDecision } from './commands.ts'

export function decisionRoutes(app: App): void {
  app.post(
    '/api/decisions',
    { config: { access: 'decision.open' }, schema: { body: createDecisionBody, response: { 201: voteAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      const id = await createDecision(ctx, request.body)
      return reply.code(201).send(await readVote(ctx, id))
    },
  )
}
