import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Rooms } from '@cenacle/collab/rooms'
import {
  exportCheckAnswer,
  type ExportFormat,
  exportCheckQuery,
  pageExportQuery,
  spaceExportQuery,
} from '@cenacle/contract/export'
import { id } from '@cenacle/contract/text'
import type { App } from '../../http/app-types.ts'
import { checkExport } from './export-check.ts'
import { exportDocument } from './export-document.ts'
import type { Scope } from './export-pages.ts'
import { inTurn } from './export-queue.ts'
import { exportZip } from './export-zip.ts'

const pageParams = z.strictObject({ pageId: id() })
const spaceParams = z.strictObject({ spaceId: z.string().regex(/^[0-9a-z-]{1,80}$/i) })
const config = { access: 'page.export', perMinute: 30 } as const

/** Pages on their way out. They are made for who asks, when they ask, and kept nowhere: what one may no longer read one no longer gets. */
export function exportRoutes(app: App, rooms: Rooms): void {
  app.get(
    '/api/pages/:pageId/export',
    { config, schema: { params: pageParams, querystring: pageExportQuery } },
    ({ params, query }, reply) => {
      const { request } = reply
      return send(request, reply, rooms, scopeOf(params.pageId, query), query.format)
    },
  )
  app.get(
    '/api/spaces/:spaceId/export',
    { config, schema: { params: spaceParams, querystring: spaceExportQuery } },
    ({ params, query }, reply) => {
      const { request } = reply
      const scope: Scope = { kind: 'space', spaceId: params.spaceId, drafts: query.drafts === 'true' }
      return send(request, reply, rooms, scope, query.format)
    },
  )
  app.get(
    '/api/pages/:pageId/export/check',
    { config, schema: { params: pageParams, querystring: exportCheckQuery, response: { 200: exportCheckAnswer } } },
    ({ ctx, params, query }) => checkExport(ctx, rooms, scopeOf(params.pageId, query)),
  )
  app.get(
    '/api/spaces/:spaceId/export/check',
    {
      config,
      schema: {
        params: spaceParams,
        querystring: exportCheckQuery.pick({ drafts: true }),
        response: { 200: exportCheckAnswer },
      },
    },
    ({ ctx, params, query }) =>
      checkExport(ctx, rooms, { kind: 'space', spaceId: params.spaceId, drafts: query.drafts === 'true' }),
  )
}

const scopeOf = (pageId: string, { scope, drafts }: { scope: 'page' | 'tree'; drafts: 'true' | 'false' }): Scope =>
  scope === 'page' ? { kind: 'page', pageId } : { kind: 'tree', pageId, drafts: drafts === 'true' }

async function send(
  { ctx }: FastifyRequest,
  reply: FastifyReply,
  rooms: Rooms,
  scope: Scope,
  format: ExportFormat,
): Promise<FastifyReply> {
  if (format === 'zip') {
    const { name, stream } = await exportZip(ctx, rooms, scope)
    return attach(reply, name, 'application/zip').send(stream)
  }
  const isGone = (): boolean => reply.raw.destroyed
  const done = await inTurn(isGone, () => exportDocument(ctx, rooms, scope, format))
  if (!done) return reply
  if (done.accessible !== undefined) reply.header('x-cenacle-pdf', done.accessible ? 'ua-1' : 'tagged')
  return attach(reply, done.name, done.type).send(
    Buffer.from(done.bytes.buffer, done.bytes.byteOffset, done.bytes.byteLength),
  )
}

/** Saved, never opened in place; if somebody opens it all the same, it is nobody. */
const attach = (reply: FastifyReply, name: string, type: string): FastifyReply =>
  reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .type(type)
