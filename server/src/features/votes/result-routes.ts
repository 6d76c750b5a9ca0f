import { z } from 'zod'
import { id } from '@cenacle/contract/text'
import { voteLogAnswer } from '@cenacle/contract/vote'
import { publishedAnswer, resultAnswer, voteExportQuery } from '@cenacle/contract/vote-result'
import type { App } from '../../http/app-types.ts'
import { exportVote } from './queries/export.ts'
import { readLog } from './queries/log.ts'
import { readResult } from './queries/votes.ts'
import { readPublished } from './secret/read.ts'

const params = z.strictObject({ id: id() })

/** What a vote leaves: its result and its ballots once it has closed, its log at any time. */
export function resultRoutes(app: App): void {
  app.get(
    '/api/votes/:id/result',
    { config: { access: 'vote.result' }, schema: { params, response: { 200: resultAnswer } } },
    (request) => readResult(request.ctx, request.params.id),
  )
  app.get(
    '/api/votes/:id/export',
    { config: { access: 'vote.result', perMinute: 30 }, schema: { params, querystring: voteExportQuery } },
    async (request, reply) => {
      const { name, type, text } = await exportVote(request.ctx, request.params.id, request.query.format)
      return (
        reply
          .type(type)
          // Saved, never opened in place: options are texts of people.
          .header('content-disposition', `attachment; filename="${name}"`)
          .header('content-security-policy', "sandbox; default-src 'none'")
          .header('x-content-type-options', 'nosniff')
          .send(text)
      )
    },
  )
  app.get(
    '/api/votes/:id/published',
    { config: { access: 'vote.result' }, schema: { params, response: { 200: publishedAnswer } } },
    (request) => readPublished(request.ctx, request.params.id),
  )
  app.get(
    '/api/votes/:id/log',
    { config: { access: 'vote.read' }, schema: { params, response: { 200: voteLogAnswer } } },
    (request) => readLog(request.ctx, request.params.id),
  )
}
