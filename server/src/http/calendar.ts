import type { FastifyReply } from 'fastify'

/** Answers with a calendar file. @param name ASCII, of our own making */
export const sendCalendar = (reply: FastifyReply, name: string, text: string): FastifyReply =>
  reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .type('text/calendar; charset=utf-8')
    .send(text)
