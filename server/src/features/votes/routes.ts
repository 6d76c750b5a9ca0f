import { z } from 'zod'
import { id } from '@cenacle/contract/text'
import { ballotAnswer, ballotBody, liftVetoBody } from '@cenacle/contract/ballot'
import { voteAnswer, votesAnswer, votesQuery } from '@cenacle/contract/vote'
import { type App, personCtx } from '../../http/app-types.ts'
import { castBallot, liftVeto } from './commands/cast.ts'
import { manageRoutes } from './manage-routes.ts'
import { resultRoutes } from './result-routes.ts'
import { listVotes, readVote } from './queries/votes.ts'
import { isSecret } from './secret/read.ts'

const params = z.strictObject({ id: id() })

/** A voter may change their mind in one breath, and a hundred requests of one person must all be judged, not refused. */
const BALLOTS_PER_MINUTE = 240

export function voteRoutes(app: App): void {
  manageRoutes(app)
  resultRoutes(app)
  app.get(
    '/api/votes',
    { config: { access: 'vote.list' }, schema: { querystring: votesQuery, response: { 200: votesAnswer } } },
    (request) => listVotes(request.ctx, request.query),
  )
  app.get(
    '/api/votes/:id',
    { config: { access: 'vote.read' }, schema: { params, response: { 200: voteAnswer } } },
    (request) => readVote(request.ctx, request.params.id),
  )
  app.put(
    '/api/votes/:id/ballot',
    {
      config: {
        access: 'vote.cast',
        secret: true,
        perMinute: BALLOTS_PER_MINUTE,
        leavesNoTrace: ({ ctx, params }) => isSecret(ctx.db, (params as { id: string }).id),
      },
      // Enough for ten thousand options, so that what is wrong with them is said.
      bodyLimit: 262_144,
      schema: { params, body: ballotBody, response: { 200: ballotAnswer, 201: ballotAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const { choice, reason, ...rest } = request.body
      const { created, receipt } = await castBallot(ctx, request.params.id, { ...rest, choice, reason: reason || null })
      return reply.code(created ? 201 : 200).send({ ...(await readVote(ctx, request.params.id)), receipt })
    },
  )
  app.delete(
    '/api/votes/:id/veto',
    {
      config: { access: 'vote.cast', secret: true },
      schema: { params, body: liftVetoBody.nullish(), response: { 200: voteAnswer } },
    },
    (request) => {
      const ctx = personCtx(request)
      const { id } = request.params
      return liftVeto(ctx, id, request.body?.choice).then(() => readVote(ctx, id))
    },
  )
}
