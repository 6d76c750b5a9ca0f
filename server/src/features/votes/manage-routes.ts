import { z } from 'zod'
import { cancelBody, extendBody, outcomeBody, reviewBody, withdrawBody } from '@cenacle/contract/decision'
import { id } from '@cenacle/contract/text'
import { voteAnswer } from '@cenacle/contract/vote'
import { type App, personCtx } from '../../http/app-types.ts'
import { cancelVote, closeEarly, extendVote } from './commands/manage.ts'
import { writeOutcome } from './commands/outcome.ts'
import { withdrawOption } from './commands/withdraw.ts'
import { reviewOutcome } from './commands/review.ts'
import { readVote } from './queries/votes.ts'

const params = z.strictObject({ id: id() })
const response = { 200: voteAnswer }

/** What is done with a vote besides voting: its close, its end, what follows from it. Each answers the vote as it is then. */
export function manageRoutes(app: App): void {
  // Each is mailed to a whole roll.
  const config = { access: 'vote.manage', perMinute: 10 } as const
  app.post('/api/votes/:id/extend', { config, schema: { params, body: extendBody, response } }, async (request) => {
    const ctx = personCtx(request)
    await extendVote(ctx, request.params.id, request.body)
    return readVote(ctx, request.params.id)
  })
  app.post(
    '/api/votes/:id/withdrawals',
    { config, schema: { params, body: withdrawBody, response: { 201: voteAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      await withdrawOption(ctx, request.params.id, request.body)
      return reply.code(201).send(await readVote(ctx, request.params.id))
    },
  )
  app.post('/api/votes/:id/close', { config, schema: { params, response } }, async (request) => {
    const ctx = personCtx(request)
    await closeEarly(ctx, request.params.id)
    return readVote(ctx, request.params.id)
  })
  app.post('/api/votes/:id/cancel', { config, schema: { params, body: cancelBody, response } }, async (request) => {
    const ctx = personCtx(request)
    await cancelVote(ctx, request.params.id, request.body.reason)
    return readVote(ctx, request.params.id)
  })
  app.put('/api/votes/:id/outcome', { config, schema: { params, body: outcomeBody, response } }, async (request) => {
    const ctx = personCtx(request)
    await writeOutcome(ctx, request.params.id, request.body)
    return readVote(ctx, request.params.id)
  })
  app.put('/api/votes/:id/review', { config, schema: { params, body: reviewBody, response } }, async (request) => {
    const ctx = personCtx(request)
    await reviewOutcome(ctx, request.params.id, request.body.text)
    return readVote(ctx, request.params.id)
  })
}
