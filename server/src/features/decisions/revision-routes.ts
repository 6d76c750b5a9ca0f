import type { Rooms } from '@cenacle/collab/rooms'
import { pageAnswer } from '@cenacle/contract/page'
import { pageParams as params } from '@cenacle/contract/page-tree'
import { comparison, revisionsAnswer } from '@cenacle/contract/revision'
import { type App, personCtx } from '../../http/app-types.ts'
import { readPage } from '../wiki/queries.ts'
import { proposeRevision } from '../wiki/commands/propose.ts'
import { compareRevision } from '../wiki/queries/proposal.ts'
import { readRevisions } from './revisions-queries.ts'

/** Proposed revisions of pages: beginning one, what it would change, and the votes on it. */
export function revisionRoutes(app: App, rooms: Rooms): void {
  app.get(
    '/api/pages/:pageId/revisions',
    { config: { access: 'revision.list' }, schema: { params, response: { 200: revisionsAnswer } } },
    (request) => readRevisions(request.ctx, request.params.pageId),
  )
  app.post(
    '/api/pages/:pageId/revisions',
    { config: { access: 'revision.propose' }, schema: { params, response: { 201: pageAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      const id = await proposeRevision(ctx, rooms, request.params.pageId)
      return reply.code(201).send(await readPage(ctx, rooms, id))
    },
  )
  app.get(
    '/api/pages/:pageId/comparison',
    { config: { access: 'revision.compare' }, schema: { params, response: { 200: comparison } } },
    (request) => compareRevision(request.ctx, rooms, request.params.pageId),
  )
}
