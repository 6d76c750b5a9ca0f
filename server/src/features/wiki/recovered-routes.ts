import { z } from 'zod'
import { recoveredAnswer, recoveredKey } from '@cenacle/contract/recovered'
import { id } from '@cenacle/contract/text'
import { personCtx, type App } from '../../http/app-types.ts'
import { dismissRecovered, listRecovered } from './recovered.ts'

const params = z.strictObject({ pageId: id() })

/** « Texte récupéré »: what a merge took away, for those who write in the page. */
export function recoveredRoutes(app: App): void {
  app.get(
    '/api/pages/:pageId/recovered',
    { config: { access: 'page.recover' }, schema: { params, response: { 200: recoveredAnswer } } },
    (request) => listRecovered(request.ctx, request.params.pageId),
  )
  app.post(
    '/api/pages/:pageId/recovered/:key/dismiss',
    {
      config: { access: 'page.recover' },
      schema: { params: params.extend({ key: recoveredKey }), response: { 204: z.null() } },
    },
    async (request, reply) => {
      await dismissRecovered(personCtx(request), request.params.pageId, request.params.key)
      return reply.code(204).send(null)
    },
  )
}
