import { z } from 'zod'
import { pollAnswer, pollBallotBody, pollBody, pollParams } from '@cenacle/contract/poll'
import { id } from '@cenacle/contract/text'
import { type App, personCtx } from '../../../http/app-types.ts'
import { addPoll, answerPoll, changePoll, closePoll, removePoll } from './commands.ts'
import { readPoll } from './present.ts'

const change = { access: 'poll.change' } as const

/** Indicative polls below posts. */
export function pollRoutes(app: App): void {
  app.post(
    '/api/posts/:postId/poll',
    {
      config: change,
      schema: { params: z.strictObject({ postId: id() }), body: pollBody, response: { 201: pollAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const pollId = await addPoll(ctx, request.params.postId, request.body)
      return reply.code(201).send(await readPoll(ctx, pollId))
    },
  )
  app.get(
    '/api/polls/:pollId',
    { config: { access: 'poll.read' }, schema: { params: pollParams, response: { 200: pollAnswer } } },
    (request) => readPoll(request.ctx, request.params.pollId),
  )
  app.patch(
    '/api/polls/:pollId',
    { config: change, schema: { params: pollParams, body: pollBody, response: { 200: pollAnswer } } },
    async (request) => {
      const ctx = personCtx(request)
      await changePoll(ctx, request.params.pollId, request.body)
      return readPoll(ctx, request.params.pollId)
    },
  )
  app.put(
    '/api/polls/:pollId/ballot',
    {
      config: { access: 'poll.vote' },
      schema: { params: pollParams, body: pollBallotBody, response: { 200: pollAnswer } },
    },
    async (request) => {
      const ctx = personCtx(request)
      await answerPoll(ctx, request.params.pollId, request.body.choices)
      return readPoll(ctx, request.params.pollId)
    },
  )
  app.post(
    '/api/polls/:pollId/close',
    { config: change, schema: { params: pollParams, response: { 200: pollAnswer } } },
    async (request) => {
      const ctx = personCtx(request)
      await closePoll(ctx, request.params.pollId)
      return readPoll(ctx, request.params.pollId)
    },
  )
  app.delete(
    '/api/polls/:pollId',
    { config: change, schema: { params: pollParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await removePoll(personCtx(request), request.params.pollId)
      return reply.code(204).send(null)
    },
  )
}
