import { categoryParams, entriesAnswer, shortlistBody } from '@cenacle/contract/award'
import { cancelShortlistVoteBody, openShortlistVoteBody, rankingsAnswer } from '@cenacle/contract/award-score'
import { type App, personCtx } from '../../../http/app-types.ts'
import { listEntries } from '../queries.ts'
import { readRankings } from './rankings.ts'
import { setShortlist } from './set.ts'
import { cancelShortlistVote, openShortlistVote } from './vote.ts'

const config = { access: 'award.run' } as const
const rankings = { 200: rankingsAnswer }

/** Which entries a jury judges: by hand, by the score, or by a vote that proposes them. Ballots are the engine's. */
export function shortlistRoutes(app: App): void {
  app.get(
    '/api/award-categories/:categoryId/rankings',
    { config, schema: { params: categoryParams, response: rankings } },
    (request) => readRankings(personCtx(request), request.params.categoryId),
  )
  app.put(
    '/api/award-categories/:categoryId/shortlist',
    { config, schema: { params: categoryParams, body: shortlistBody, response: { 200: entriesAnswer } } },
    async (request) => {
      const ctx = personCtx(request)
      return listEntries(ctx, await setShortlist(ctx, request.params.categoryId, request.body))
    },
  )
  app.post(
    '/api/award-categories/:categoryId/shortlist-vote',
    { config, schema: { params: categoryParams, body: openShortlistVoteBody, response: { 201: rankingsAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      const { categoryId } = request.params
      await openShortlistVote(ctx, categoryId, request.body)
      return reply.code(201).send(await readRankings(ctx, categoryId))
    },
  )
  app.delete(
    '/api/award-categories/:categoryId/shortlist-vote',
    { config, schema: { params: categoryParams, body: cancelShortlistVoteBody, response: rankings } },
    async (request) => {
      const ctx = personCtx(request)
      const { categoryId } = request.params
      await cancelShortlistVote(ctx, categoryId, request.body)
      return readRankings(ctx, categoryId)
    },
  )
}
