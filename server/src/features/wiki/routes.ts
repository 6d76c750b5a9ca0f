import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Rooms } from '@cenacle/collab/rooms'
import {
  createPageBody,
  markdownBody,
  pageAnswer,
  pagePeopleAnswer,
  pagesAnswer,
  pagesQuery,
  updatePageBody,
} from '@cenacle/contract/page'
import { id } from '@cenacle/contract/text'
import { schemaVersion } from '@cenacle/document/schema-version'
import type { Collab } from '../../collab/collab.ts'
import { collabSync } from '../../collab/http-sync.ts'
import { collabSocket } from '../../collab/socket.ts'
import type { World } from '../../context.ts'
import type { LiveSockets } from '../../events/live-sockets.ts'
import { personCtx, type App } from '../../http/app-types.ts'
import { Problem } from '../../problem.ts'
import { commentRoutes } from './comments-routes.ts'
import { createPage, updatePage } from './commands.ts'
import { putMarkdown } from './edit.ts'
import { exportRoutes } from './export-routes.ts'
import { noteSeen } from './favourites.ts'
import { historyRoutes } from './history-routes.ts'
import { seatAgain, seatOf } from './live.ts'
import { publishingRoutes } from './publishing-routes.ts'
import { listPages, listPresent, readPage } from './queries.ts'
import { recoveredRoutes } from './recovered-routes.ts'
import { suggestionRoutes } from './suggestions-routes.ts'
import { templateRoutes } from './templates-routes.ts'
import { pageTreeRoutes } from './tree-routes.ts'

const spaceParams = z.strictObject({ spaceId: z.string().regex(/^[0-9a-z-]{1,80}$/i) })
const params = z.strictObject({ pageId: id() })
/** A megabyte of text, each letter of which JSON may write as several. */
const TEXT_BYTES = 4 * 1024 * 1024

interface Needs {
  world: World
  collab: Collab
  sockets: LiveSockets
  config: { baseUrl: string | undefined }
}

/** Pages: their tree, their text over HTTP, their history, and the live line to each. */
export function wikiRoutes(app: App, { world, collab, sockets, config }: Needs): void {
  treeRoutes(app, collab.rooms)
  textRoutes(app, collab.rooms)
  historyRoutes(app, collab.rooms)
  exportRoutes(app, collab.rooms)
  publishingRoutes(app, collab.rooms)
  pageTreeRoutes(app)
  templateRoutes(app)
  recoveredRoutes(app)
  commentRoutes(app, collab.rooms)
  suggestionRoutes(app, collab.rooms)
  const live = {
    collab,
    sockets,
    baseUrl: config.baseUrl,
    access: 'page.follow',
    schema: schemaVersion,
    seat: (request: FastifyRequest, pageId: string) => seatOf(world, request.viewer, pageId),
    reseat: (_: unknown, request: FastifyRequest, pageId: string) => seatAgain(world, request, pageId),
  } as const
  collabSocket(app, live)
  collabSync(app, live)
}

function treeRoutes(app: App, rooms: Rooms): void {
  app.get(
    '/api/spaces/:spaceId/pages',
    {
      config: { access: 'page.list' },
      schema: { params: spaceParams, querystring: pagesQuery, response: { 200: pagesAnswer } },
    },
    (request) => listPages(request.ctx, rooms, request.params.spaceId, request.query),
  )
  app.post(
    '/api/spaces/:spaceId/pages',
    {
      config: { access: 'page.write' },
      bodyLimit: TEXT_BYTES,
      schema: { params: spaceParams, body: createPageBody, response: { 201: pageAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const pageId = await createPage(ctx, request.params.spaceId, request.body)
      const page = await readPage(ctx, rooms, pageId)
      return reply.code(201).header('etag', etagOf(page.seq)).send(page)
    },
  )
  app.patch(
    '/api/pages/:pageId',
    { config: { access: 'page.write' }, schema: { params, body: updatePageBody, response: { 200: pageAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      await updatePage(ctx, rooms, request.params.pageId, request.body)
      const page = await readPage(ctx, rooms, request.params.pageId)
      return reply.header('etag', etagOf(page.seq)).send(page)
    },
  )
}

function textRoutes(app: App, rooms: Rooms): void {
  app.get(
    '/api/pages/:pageId',
    { config: { access: 'page.read' }, schema: { params, response: { 200: pageAnswer } } },
    async (request, reply) => {
      const page = await readPage(request.ctx, rooms, request.params.pageId)
      await noteSeen(request.ctx, page.id)
      return reply.header('etag', etagOf(page.seq)).send(page)
    },
  )
  app.put(
    '/api/pages/:pageId/markdown',
    {
      config: { access: 'page.write' },
      bodyLimit: TEXT_BYTES,
      schema: { params, body: markdownBody, response: { 200: pageAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const { markdown, title } = request.body
      const base = seqOf(request.headers['if-match'])
      await putMarkdown(ctx, rooms, request.params.pageId, { markdown, title, base })
      const page = await readPage(ctx, rooms, request.params.pageId)
      return reply.header('etag', etagOf(page.seq)).send(page)
    },
  )
  app.get(
    '/api/pages/:pageId/people',
    { config: { access: 'page.people' }, schema: { params, response: { 200: pagePeopleAnswer } } },
    (request) => listPresent(request.ctx, rooms, request.params.pageId),
  )
}

const etagOf = (seq: number): string => `"${seq}"`

/** The seq that an If-Match names. `*`, weak tags and lists are not what an edit can be based on. @throws Problem version-required, version-stale */
function seqOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new Problem('version-required')
  const [, digits] = /^"(\d{1,15})"$/.exec(ifMatch.trim()) ?? []
  if (digits === undefined) throw new Problem('version-stale')
  return Number(digits)
}
