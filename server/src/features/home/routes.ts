import { homeAnswer } from '@cenacle/contract/home'
import { personCtx, type App } from '../../http/app-types.ts'
import { readHome, type Presence } from './queries.ts'

/** What a signed-in person sees first. */
export function homeRoutes(app: App, needs: { presence: Presence }): void {
  app.get('/api/home', { config: { access: 'home.read' }, schema: { response: { 200: homeAnswer } } }, (request) =>
    readHome(personCtx(request), needs.presence),
  )
}
