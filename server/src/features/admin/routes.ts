import { outboxAnswer } from '@cenacle/contract/admin'
import { personCtx, type App } from '../../http/app-types.ts'
import { readOutbox } from './outbox.ts'

/** What an administrator reads of the installation itself. */
export function adminRoutes(app: App): void {
  app.get(
    '/api/outbox',
    { config: { access: 'outbox.read' }, schema: { response: { 200: outboxAnswer } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return readOutbox(personCtx(request))
    },
  )
}
