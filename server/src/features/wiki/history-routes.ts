import { z } from 'zod'
import type { Rooms } from '@cenacle/collab/rooms'
import {
  authorsAnswer,
  diffAnswer,
  diffQuery,
  restoredAnswer,
  restorePassageBody,
  timelineAnswer,
  versionAnswer,
  versionNameBody,
} from '@cenacle/contract/history'
import { versionsAnswer } from '@cenacle/contract/page'
import { pageQuery } from '@cenacle/contract/paging'
import { id } from '@cenacle/contract/text'
import { personCtx, type App } from '../../http/app-types.ts'
import type { PersonContext } from '../../context.ts'
import { freshTexts } from './fresh.ts'
import { readAuthors, readDiff, readTimeline, readVersion } from './history.ts'
import { nameVersion, unnameVersion } from './history-names.ts'
import { restoreChange, restoreVersion, undoEdit } from './history-restore.ts'
import { getPage } from './rows.ts'
import { listVersions } from './versions.ts'

const params = z.strictObject({ pageId: id() })
const versionParams = params.extend({ seq: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })

/** The history of a page: what it was, what changed, who wrote it; and bringing it back. */
export function historyRoutes(app: App, rooms: Rooms): void {
  readingRoutes(app)
  namingRoutes(app)
  restoringRoutes(app, rooms)
}

function readingRoutes(app: App): void {
  const config = { access: 'page.history' } as const
  app.get(
    '/api/pages/:pageId/versions',
    { config, schema: { params, querystring: pageQuery, response: { 200: versionsAnswer } } },
    (request) => listVersions(request.ctx, request.params.pageId, request.query),
  )
  app.get('/api/pages/:pageId/timeline', { config, schema: { params, response: { 200: timelineAnswer } } }, (request) =>
    readTimeline(request.ctx, request.params.pageId),
  )
  app.get(
    '/api/pages/:pageId/versions/:seq',
    { config, schema: { params: versionParams, response: { 200: versionAnswer } } },
    (request) => readVersion(request.ctx, request.params.pageId, request.params.seq),
  )
  app.get(
    '/api/pages/:pageId/diff',
    { config, schema: { params, querystring: diffQuery, response: { 200: diffAnswer } } },
    (request) => readDiff(request.ctx, request.params.pageId, request.query.from, request.query.to),
  )
  app.get('/api/pages/:pageId/authors', { config, schema: { params, response: { 200: authorsAnswer } } }, (request) =>
    readAuthors(request.ctx, request.params.pageId),
  )
}

function namingRoutes(app: App): void {
  const config = { access: 'page.write' } as const
  app.put(
    '/api/pages/:pageId/versions/:seq/name',
    { config, schema: { params: versionParams, body: versionNameBody, response: { 204: z.null() } } },
    async (request, reply) => {
      const { pageId, seq } = request.params
      await nameVersion(personCtx(request), pageId, seq, request.body.name)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/api/pages/:pageId/versions/:seq/name',
    { config, schema: { params: versionParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await unnameVersion(personCtx(request), request.params.pageId, request.params.seq)
      return reply.code(204).send(null)
    },
  )
}

function restoringRoutes(app: App, rooms: Rooms): void {
  const config = { access: 'page.write' } as const
  /** Whoever reads the page over HTTP is told at once, as those in the room are. */
  const told = async (ctx: PersonContext, pageId: string, seq: number | null) => {
    if (seq !== null) await freshTexts(ctx, rooms, await getPage(ctx, pageId))
    return { seq }
  }
  app.post(
    '/api/pages/:pageId/versions/:seq/restore',
    { config, schema: { params: versionParams, response: { 200: restoredAnswer } } },
    async (request) => {
      const ctx = personCtx(request)
      const { pageId, seq } = request.params
      return told(ctx, pageId, await restoreVersion(ctx, rooms, pageId, seq))
    },
  )
  app.post(
    '/api/pages/:pageId/passages/restore',
    { config, schema: { params, body: restorePassageBody, response: { 200: restoredAnswer } } },
    async (request) => {
      const ctx = personCtx(request)
      const { pageId } = request.params
      return told(ctx, pageId, await restoreChange(ctx, rooms, pageId, request.body))
    },
  )
  app.post(
    '/api/pages/:pageId/versions/:seq/undo',
    { config, schema: { params: versionParams, response: { 200: restoredAnswer } } },
    async (request) => {
      const ctx = personCtx(request)
      const { pageId, seq } = request.params
      return told(ctx, pageId, await undoEdit(ctx, rooms, pageId, seq))
    },
  )
}
