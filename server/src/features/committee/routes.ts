import { directoryAnswer, directoryQuery, seatsPicture } from '@cenacle/contract/committee'
import { type App, personCtx } from '../../http/app-types.ts'
import { listColleagues } from './directory.ts'
import { feedRoutes } from './feed/routes.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { renewalRoutes } from './renewal/routes.ts'
import { readSeatsPicture } from './seats.ts'

/** The life of the committee: who is in it, seats, meetings, calendars, the renewal. */
export function committeeRoutes(app: App): void {
  meetingRoutes(app)
  feedRoutes(app)
  renewalRoutes(app)
  app.get(
    '/api/committee/people',
    {
      config: { access: 'people.read' },
      schema: { querystring: directoryQuery, response: { 200: directoryAnswer } },
    },
    (request) => listColleagues(personCtx(request), request.query),
  )
  app.get(
    '/api/committee/seats',
    { config: { access: 'committee.seats' }, schema: { response: { 200: seatsPicture } } },
    (request) => readSeatsPicture(personCtx(request)),
  )
}
