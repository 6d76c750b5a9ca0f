import { z } from 'zod'
import {
  attendanceBody,
  createMeetingBody,
  meetingAnswer,
  meetingParams,
  meetingReplyBody,
  meetingsAnswer,
  meetingsQuery,
  minutesAnswer,
  updateMeetingBody,
} from '@cenacle/contract/meeting'
import { calendarOf } from '../../../calendar/ics.ts'
import { type App, personCtx } from '../../../http/app-types.ts'
import { sendCalendar } from '../../../http/calendar.ts'
import { answerMeeting, setAttendance } from './attendance.ts'
import { createMeeting, updateMeeting } from './commands.ts'
import { writeMinutes } from './minutes.ts'
import { meetingEntry } from './present.ts'
import { listMeetings, readMeeting } from './queries.ts'
import { getMeeting } from './rows.ts'

const params = meetingParams
const spaceParams = z.strictObject({ spaceId: z.string().regex(/^[0-9a-z-]{1,80}$/i) })

/** The meetings of a space. */
export function meetingRoutes(app: App): void {
  app.get(
    '/api/spaces/:spaceId/meetings',
    {
      config: { access: 'meeting.read' },
      schema: { params: spaceParams, querystring: meetingsQuery, response: { 200: meetingsAnswer } },
    },
    (request) => listMeetings(request.ctx, request.params.spaceId, request.query),
  )
  app.post(
    '/api/spaces/:spaceId/meetings',
    {
      config: { access: 'meeting.write' },
      schema: { params: spaceParams, body: createMeetingBody, response: { 201: meetingAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const id = await createMeeting(ctx, request.params.spaceId, request.body)
      return reply.code(201).send(await readMeeting(ctx, id))
    },
  )
  oneMeetingRoutes(app)
  attendanceRoutes(app)
}

function oneMeetingRoutes(app: App): void {
  app.get(
    '/api/meetings/:meetingId',
    { config: { access: 'meeting.read' }, schema: { params, response: { 200: meetingAnswer } } },
    (request) => readMeeting(request.ctx, request.params.meetingId),
  )
  app.patch(
    '/api/meetings/:meetingId',
    {
      config: { access: 'meeting.change' },
      schema: { params, body: updateMeetingBody, response: { 200: meetingAnswer } },
    },
    async (request) => {
      const ctx = personCtx(request)
      await updateMeeting(ctx, request.params.meetingId, request.body)
      return readMeeting(ctx, request.params.meetingId)
    },
  )
  app.get(
    '/api/meetings/:meetingId/calendar.ics',
    { config: { access: 'meeting.read' }, schema: { params } },
    async (request, reply) => {
      const { row } = await getMeeting(request.ctx, request.params.meetingId)
      const text = calendarOf(row.title, [meetingEntry(request.ctx.baseUrl, row)])
      return sendCalendar(reply, `reunion-${row.id}.ics`, text)
    },
  )
  app.post(
    '/api/meetings/:meetingId/minutes',
    {
      config: { access: 'meeting.write' },
      schema: { params, response: { 200: minutesAnswer, 201: minutesAnswer } },
    },
    async (request, reply) => {
      const { pageId, created } = await writeMinutes(personCtx(request), request.params.meetingId)
      return reply.code(created ? 201 : 200).send({ pageId })
    },
  )
}

function attendanceRoutes(app: App): void {
  app.put(
    '/api/meetings/:meetingId/answer',
    {
      config: { access: 'meeting.answer' },
      schema: { params, body: meetingReplyBody, response: { 200: meetingAnswer } },
    },
    async (request) => {
      const ctx = personCtx(request)
      await answerMeeting(ctx, request.params.meetingId, request.body.answer)
      return readMeeting(ctx, request.params.meetingId)
    },
  )
  app.put(
    '/api/meetings/:meetingId/attendance',
    {
      config: { access: 'meeting.change' },
      bodyLimit: 65_536,
      schema: { params, body: attendanceBody, response: { 200: meetingAnswer } },
    },
    async (request) => {
      const ctx = personCtx(request)
      await setAttendance(ctx, request.params.meetingId, request.body.present)
      return readMeeting(ctx, request.params.meetingId)
    },
  )
}
