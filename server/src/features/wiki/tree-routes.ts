import { z } from 'zod'
import {
  pageLinesAnswer,
  pageLinesQuery,
  pageMark,
  pageParams,
  restoredAnswer,
  trashAnswer,
  trashQuery,
} from '@cenacle/contract/page-tree'
import { personCtx, type App } from '../../http/app-types.ts'
import { listBacklinks } from './backlinks.ts'
import { getMark, listFavourites, listSeen, setMark } from './favourites.ts'
import { purgePages, restorePages, trashPage } from './trash.ts'
import { listTrash } from './trash-queries.ts'
import { listUntouched } from './untouched.ts'

const spaceParams = z.strictObject({ spaceId: z.string().regex(/^[0-9a-z-]{1,80}$/i) })
const lines = { querystring: pageLinesQuery, response: { 200: pageLinesAnswer } }

/** What surrounds the pages of the tree: their trash, what points to them, what one marked and saw. */
export function pageTreeRoutes(app: App): void {
  trashRoutes(app)
  markRoutes(app)
  app.get(
    '/api/pages/:pageId/backlinks',
    { config: { access: 'page.read' }, schema: { params: pageParams, ...lines } },
    (request) => listBacklinks(request.ctx, request.params.pageId, request.query),
  )
  app.get(
    '/api/spaces/:spaceId/pages/untouched',
    { config: { access: 'page.follow' }, schema: { params: spaceParams, ...lines } },
    (request) => listUntouched(request.ctx, request.params.spaceId, request.query),
  )
}

function trashRoutes(app: App): void {
  app.delete(
    '/api/pages/:pageId',
    {
      config: { access: 'page.manage' },
      schema: { params: pageParams, querystring: trashQuery, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await trashPage(personCtx(request), request.params.pageId, request.query.with)
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/spaces/:spaceId/trash',
    {
      config: { access: 'trash.read' },
      schema: { params: spaceParams, querystring: pageLinesQuery, response: { 200: trashAnswer } },
    },
    (request) => listTrash(request.ctx, request.params.spaceId, request.query),
  )
  app.post(
    '/api/trash/:pageId/restore',
    { config: { access: 'trash.restore' }, schema: { params: pageParams, response: { 200: restoredAnswer } } },
    (request) => restorePages(personCtx(request), request.params.pageId),
  )
  app.delete(
    '/api/trash/:pageId',
    { config: { access: 'trash.purge' }, schema: { params: pageParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await purgePages(personCtx(request), request.params.pageId)
      return reply.code(204).send(null)
    },
  )
}

function markRoutes(app: App): void {
  const config = { access: 'page.mark' } as const
  app.get(
    '/api/pages/:pageId/mark',
    { config, schema: { params: pageParams, response: { 200: pageMark } } },
    (request) => getMark(personCtx(request), request.params.pageId),
  )
  app.put(
    '/api/pages/:pageId/mark',
    { config, schema: { params: pageParams, body: pageMark.strict(), response: { 200: pageMark } } },
    (request) => setMark(personCtx(request), request.params.pageId, request.body),
  )
  const mine = { config: { access: 'page.mine' }, schema: lines } as const
  app.get('/api/me/favourites', mine, (request) => listFavourites(personCtx(request), request.query))
  app.get('/api/me/seen', mine, (request) => listSeen(personCtx(request), request.query))
}
