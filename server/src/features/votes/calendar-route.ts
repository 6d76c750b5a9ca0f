import { z } from 'zod'
import { id } from '@cenacle/contract/text'
import { calendarOf } from '../../calendar/ics.ts'
import type { App } from '../../http/app-types.ts'
import { sendCalendar } from '../../http/calendar.ts'
import { closeEntries } from './queries/close-entry.ts'
import { getVote } from './queries/rows.ts'

/** The close of a vote, for one's own calendar. */
export function voteCalendarRoute(app: App): void {
  const schema = { params: z.strictObject({ id: id() }) }
  app.get('/api/votes/:id/calendar.ics', { config: { access: 'vote.read' }, schema }, async (request, reply) => {
    const vote = await getVote(request.ctx, request.params.id)
    const entries = await closeEntries(request.ctx, [vote])
    return sendCalendar(reply, `vote-${vote.id}.ics`, calendarOf(entries[0]?.title ?? '', entries))
  })
}
