import { z } from 'zod'
import type { Rooms } from '@cenacle/collab/rooms'
import { suggestionsAnswer } from '@cenacle/contract/suggestion'
import { id } from '@cenacle/contract/text'
import type { App } from '../../http/app-types.ts'
import { listSuggestions } from './suggestions.ts'

const params = z.strictObject({ pageId: id() })

/** What is proposed in a page, by whom and when. It is accepted and refused in the text itself, by whoever may write there. */
export function suggestionRoutes(app: App, rooms: Rooms): void {
  app.get(
    '/api/pages/:pageId/suggestions',
    { config: { access: 'page.follow' }, schema: { params, response: { 200: suggestionsAnswer } } },
    (request) => listSuggestions(request.ctx, rooms, request.params.pageId),
  )
}
