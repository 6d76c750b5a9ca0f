import { z } from 'zod'
import { feedAnswer, feedParams, newFeedAnswer } from '@cenacle/contract/meeting'
import { type App, personCtx } from '../../../http/app-types.ts'
import { sendCalendar } from '../../../http/calendar.ts'
import { dropFeed, readCalendar, readFeed, renewFeed } from './feed.ts'

const OWN = '/api/me/calendar'
/** A whole town hall's calendars ask from one address. */
const READS_PER_MINUTE = 240

/** One's own calendar for other programs, by a secret address without a cookie. */
export function feedRoutes(app: App): void {
  app.get(OWN, { config: { access: 'feed.own' }, schema: { response: { 200: feedAnswer } } }, (request) =>
    readFeed(personCtx(request)),
  )
  app.post(
    OWN,
    { config: { access: 'feed.own', perMinute: 10 }, schema: { response: { 201: newFeedAnswer } } },
    async (request, reply) => reply.code(201).send(await renewFeed(personCtx(request))),
  )
  app.delete(
    OWN,
    { config: { access: 'feed.own' }, schema: { response: { 204: z.null() } } },
    async (request, reply) => {
      await dropFeed(personCtx(request))
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/calendar/:secret',
    { config: { access: 'feed.read', perMinute: READS_PER_MINUTE }, schema: { params: feedParams } },
    async (request, reply) =>
      sendCalendar(reply, 'cenacle.ics', await readCalendar(request.ctx, request.params.secret)),
  )
}
