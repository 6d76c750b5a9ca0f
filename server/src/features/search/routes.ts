import { searchAnswer, searchQuery } from '@cenacle/contract/search'
import type { App } from '../../http/app-types.ts'
import { search } from './queries.ts'

/** One search over everything that the viewer may read. */
export function searchRoutes(app: App): void {
  app.get(
    '/api/search',
    {
      config: { access: 'search.read', perMinute: 30 },
      schema: { querystring: searchQuery, response: { 200: searchAnswer } },
    },
    (request) => search(request.ctx, request.query),
  )
}
