import { z } from 'zod'
import {
  createPostBody,
  createTopicBody,
  post,
  postBody,
  postsAnswer,
  postsQuery,
  readBody,
  revisionsAnswer,
  topicAnswer,
  topicsAnswer,
  updateTopicBody,
} from '@cenacle/contract/forum'
import { pageQuery } from '@cenacle/contract/paging'
import { id } from '@cenacle/contract/text'
import { personCtx, type App } from '../../http/app-types.ts'
import { createTopic, markRead, updateTopic } from './commands.ts'
import { pollRoutes } from './polls/routes.ts'
import { createPost, editPost, removePost } from './posts.ts'
import { listPosts, listRevisions, listTopics, readPost, readTopic } from './queries.ts'

const spaceParams = z.strictObject({ spaceId: z.string().regex(/^[0-9a-z-]{1,80}$/i) })
const topicParams = z.strictObject({ topicId: id() })
const postParams = z.strictObject({ postId: id() })
const noContent = { 204: z.null() }

/** Topics of a space, their posts, and the polls below these. */
export function forumRoutes(app: App): void {
  pollRoutes(app)
  app.get(
    '/api/spaces/:spaceId/topics',
    {
      config: { access: 'topic.read' },
      schema: { params: spaceParams, querystring: pageQuery, response: { 200: topicsAnswer } },
    },
    (request) => listTopics(request.ctx, request.params.spaceId, request.query),
  )
  app.post(
    '/api/spaces/:spaceId/topics',
    {
      config: { access: 'topic.write' },
      schema: { params: spaceParams, body: createTopicBody, response: { 201: topicAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const created = await createTopic(ctx, request.params.spaceId, request.body)
      return reply.code(201).send(await readTopic(ctx, created))
    },
  )
  app.get(
    '/api/topics/:topicId',
    { config: { access: 'topic.read' }, schema: { params: topicParams, response: { 200: topicAnswer } } },
    (request) => readTopic(request.ctx, request.params.topicId),
  )
  app.patch(
    '/api/topics/:topicId',
    {
      config: { access: 'topic.write' },
      schema: { params: topicParams, body: updateTopicBody, response: { 200: topicAnswer } },
    },
    async (request) => {
      const ctx = personCtx(request)
      await updateTopic(ctx, request.params.topicId, request.body)
      return readTopic(ctx, request.params.topicId)
    },
  )
  app.put(
    '/api/topics/:topicId/read',
    {
      config: { access: 'topic.mark', perMinute: 240 },
      schema: { params: topicParams, body: readBody, response: noContent },
    },
    async (request, reply) => {
      await markRead(personCtx(request), request.params.topicId, request.body.number)
      return reply.code(204).send(null)
    },
  )
  postRoutes(app)
}

function postRoutes(app: App): void {
  app.get(
    '/api/topics/:topicId/posts',
    {
      config: { access: 'topic.read' },
      schema: { params: topicParams, querystring: postsQuery, response: { 200: postsAnswer } },
    },
    (request) => listPosts(request.ctx, request.params.topicId, request.query),
  )
  app.post(
    '/api/topics/:topicId/posts',
    {
      config: { access: 'topic.write' },
      schema: { params: topicParams, body: createPostBody, response: { 201: post } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const created = await createPost(ctx, request.params.topicId, request.body)
      return reply.code(201).send(await readPost(ctx, created))
    },
  )
  app.patch(
    '/api/posts/:postId',
    { config: { access: 'post.change' }, schema: { params: postParams, body: postBody, response: { 200: post } } },
    async (request) => {
      const ctx = personCtx(request)
      await editPost(ctx, request.params.postId, request.body.body)
      return readPost(ctx, request.params.postId)
    },
  )
  app.delete(
    '/api/posts/:postId',
    { config: { access: 'post.change' }, schema: { params: postParams, response: noContent } },
    async (request, reply) => {
      await removePost(personCtx(request), request.params.postId)
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/posts/:postId/revisions',
    { config: { access: 'post.history' }, schema: { params: postParams, response: { 200: revisionsAnswer } } },
    (request) => listRevisions(personCtx(request), request.params.postId),
  )
}
