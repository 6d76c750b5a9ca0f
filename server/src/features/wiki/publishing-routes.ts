import { z } from 'zod'
import type { Rooms } from '@cenacle/collab/rooms'
import { pageAnswer } from '@cenacle/contract/page'
import { freezeBody, publishBody } from '@cenacle/contract/publication'
import { id } from '@cenacle/contract/text'
import type { PersonContext } from '../../context.ts'
import { personCtx, type App } from '../../http/app-types.ts'
import { freezePage, publishPage, releasePage, withdrawPage } from './publishing.ts'
import { readPage } from './queries.ts'

const params = z.strictObject({ pageId: id() })
const config = { access: 'page.publish' } as const
const response = { 200: pageAnswer }

/** What of a page is published, and whether anybody writes in it. */
export function publishingRoutes(app: App, rooms: Rooms): void {
  const page = (ctx: PersonContext, pageId: string) => readPage(ctx, rooms, pageId)
  app.put(
    '/api/pages/:pageId/publication',
    { config, schema: { params, body: publishBody, response } },
    async (request) => {
      const ctx = personCtx(request)
      await publishPage(ctx, rooms, request.params.pageId, request.body.seq)
      return page(ctx, request.params.pageId)
    },
  )
  app.delete('/api/pages/:pageId/publication', { config, schema: { params, response } }, async (request) => {
    const ctx = personCtx(request)
    await withdrawPage(ctx, request.params.pageId)
    return page(ctx, request.params.pageId)
  })
  app.put('/api/pages/:pageId/freeze', { config, schema: { params, body: freezeBody, response } }, async (request) => {
    const ctx = personCtx(request)
    await freezePage(ctx, request.params.pageId, request.body.reason)
    return page(ctx, request.params.pageId)
  })
  app.delete('/api/pages/:pageId/freeze', { config, schema: { params, response } }, async (request) => {
    const ctx = personCtx(request)
    await releasePage(ctx, request.params.pageId)
    return page(ctx, request.params.pageId)
  })
}
