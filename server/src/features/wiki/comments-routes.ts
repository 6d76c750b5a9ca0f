import { z } from 'zod'
import type { Rooms } from '@cenacle/collab/rooms'
import {
  commentBody,
  createThreadBody,
  thread,
  threadsAnswer,
  threadsQuery,
  updateThreadBody,
} from '@cenacle/contract/comment'
import { id } from '@cenacle/contract/text'
import { personCtx, type App } from '../../http/app-types.ts'
import { createComment, createThread, editComment, removeComment, removeThread, resolveThread } from './comments.ts'
import { listThreads, readThread } from './comments-queries.ts'
import { getComment } from './comments-rows.ts'

const pageParams = z.strictObject({ pageId: id() })
const threadParams = z.strictObject({ threadId: id() })
const commentParams = z.strictObject({ commentId: id() })
const noContent = { 204: z.null() }

/** Comments on pages. Every change answers with the whole thread. */
export function commentRoutes(app: App, rooms: Rooms): void {
  app.get(
    '/api/pages/:pageId/threads',
    {
      config: { access: 'comment.read' },
      schema: { params: pageParams, querystring: threadsQuery, response: { 200: threadsAnswer } },
    },
    (request) => listThreads(request.ctx, rooms, request.params.pageId, request.query),
  )
  app.post(
    '/api/pages/:pageId/threads',
    {
      config: { access: 'comment.write' },
      schema: { params: pageParams, body: createThreadBody, response: { 201: thread } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const created = await createThread(ctx, rooms, request.params.pageId, request.body)
      // The mark is in the document from here on; that it is there is stored when the page is next read.
      await listThreads(ctx, rooms, request.params.pageId, { limit: 1 })
      return reply.code(201).send(await readThread(ctx, created))
    },
  )
  app.patch(
    '/api/threads/:threadId',
    {
      config: { access: 'comment.write' },
      schema: { params: threadParams, body: updateThreadBody, response: { 200: thread } },
    },
    async (request) => {
      const ctx = personCtx(request)
      await resolveThread(ctx, request.params.threadId, request.body.resolved)
      return readThread(ctx, request.params.threadId)
    },
  )
  app.delete(
    '/api/threads/:threadId',
    { config: { access: 'comment.change' }, schema: { params: threadParams, response: noContent } },
    async (request, reply) => {
      await removeThread(personCtx(request), request.params.threadId)
      return reply.code(204).send(null)
    },
  )
  singleRoutes(app)
}

function singleRoutes(app: App): void {
  app.post(
    '/api/threads/:threadId/comments',
    {
      config: { access: 'comment.write' },
      schema: { params: threadParams, body: commentBody, response: { 201: thread } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      await createComment(ctx, request.params.threadId, request.body.body)
      return reply.code(201).send(await readThread(ctx, request.params.threadId))
    },
  )
  app.patch(
    '/api/comments/:commentId',
    {
      config: { access: 'comment.change' },
      schema: { params: commentParams, body: commentBody, response: { 200: thread } },
    },
    async (request) => {
      const ctx = personCtx(request)
      await editComment(ctx, request.params.commentId, request.body.body)
      const { comment } = await getComment(ctx, request.params.commentId)
      return readThread(ctx, comment.thread_id)
    },
  )
  app.delete(
    '/api/comments/:commentId',
    { config: { access: 'comment.change' }, schema: { params: commentParams, response: noContent } },
    async (request, reply) => {
      await removeComment(personCtx(request), request.params.commentId)
      return reply.code(204).send(null)
    },
  )
}
