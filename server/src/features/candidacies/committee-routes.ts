import { z } from 'zod'
import { candidacyTextsAnswer, candidacyTextsBody } from '@cenacle/contract/application'
import {
  answerBody,
  candidacyAnswer,
  inadmissibleBody,
  presentationBody,
  questionBody,
  questionsAnswer,
  secondReadingBody,
} from '@cenacle/contract/candidacy'
import { id } from '@cenacle/contract/text'
import type { FastifyRequest } from 'fastify'
import type { PersonContext } from '../../context.ts'
import { type App, personCtx } from '../../http/app-types.ts'
import { getTexts, setTexts } from './charter.ts'
import { declareInadmissible, presentCandidate, sponsorCandidacy } from './committee-acts.ts'
import { readCandidacy } from './queries.ts'
import { answerCandidate, askCandidate, listQuestions, passQuestion } from './questions.ts'
import { openSecondReading, takeVetoBack } from './reopen.ts'

const params = z.strictObject({ id: id() })
const questionParams = z.strictObject({ id: id(), questionId: id() })
const answered = { 200: candidacyAnswer }

/** What the committee does with a candidacy besides voting on it. */
export function committeeRoutes(app: App): void {
  app.put(
    '/api/candidacies/:id/sponsor',
    { config: { access: 'candidacy.sponsor' }, schema: { params, response: answered } },
    (request) => after(request, request.params.id, sponsorCandidacy),
  )
  app.put(
    '/api/candidacies/:id/presentation',
    { config: { access: 'candidacy.sponsor' }, schema: { params, body: presentationBody, response: answered } },
    (request) => after(request, request.params.id, (ctx, id) => presentCandidate(ctx, id, request.body.text)),
  )
  app.post(
    '/api/candidacies/:id/inadmissible',
    { config: { access: 'candidacy.run' }, schema: { params, body: inadmissibleBody, response: answered } },
    (request) => after(request, request.params.id, (ctx, id) => declareInadmissible(ctx, id, request.body.reason)),
  )
  app.delete(
    '/api/candidacies/:id/veto',
    { config: { access: 'candidacy.veto', secret: true }, schema: { params, response: answered } },
    (request) => after(request, request.params.id, takeVetoBack),
  )
  app.post(
    '/api/candidacies/:id/second-reading',
    {
      config: { access: 'candidacy.reopen' },
      schema: { params, body: secondReadingBody.nullish(), response: answered },
    },
    (request) => after(request, request.params.id, (ctx, id) => openSecondReading(ctx, id, request.body?.mediation)),
  )
  questionRoutes(app)
  textRoutes(app)
}

function questionRoutes(app: App): void {
  const list = async (ctx: PersonContext, id: string) => ({ items: await listQuestions(ctx, id) })
  const response = { 200: questionsAnswer }
  app.get(
    '/api/candidacies/:id/questions',
    { config: { access: 'candidacy.questions' }, schema: { params, response } },
    (request) => list(personCtx(request), request.params.id),
  )
  app.post(
    '/api/candidacies/:id/questions',
    { config: { access: 'candidacy.ask' }, schema: { params, body: questionBody, response: { 201: questionsAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      await askCandidate(ctx, request.params.id, request.body.question)
      return reply.code(201).send(await list(ctx, request.params.id))
    },
  )
  app.post(
    '/api/candidacies/:id/questions/:questionId/pass',
    { config: { access: 'candidacy.relay' }, schema: { params: questionParams, response } },
    async (request) => {
      const ctx = personCtx(request)
      await passQuestion(ctx, request.params.id, request.params.questionId)
      return list(ctx, request.params.id)
    },
  )
  app.put(
    '/api/candidacies/:id/questions/:questionId/answer',
    { config: { access: 'candidacy.relay' }, schema: { params: questionParams, body: answerBody, response } },
    async (request) => {
      const ctx = personCtx(request)
      const { id, questionId } = request.params
      await answerCandidate(ctx, id, questionId, request.body.answer)
      return list(ctx, id)
    },
  )
}

function textRoutes(app: App): void {
  const config = { access: 'settings.manage' } as const
  const response = { 200: candidacyTextsAnswer }
  app.get('/api/settings/candidacies', { config, schema: { response } }, (request) => getTexts(personCtx(request)))
  app.put('/api/settings/candidacies', { config, schema: { body: candidacyTextsBody, response } }, async (request) => {
    const ctx = personCtx(request)
    await setTexts(ctx, request.body)
    return getTexts(ctx)
  })
}

/** Does the work, and answers with the candidacy as it is then. */
async function after(request: FastifyRequest, id: string, work: (ctx: PersonContext, id: string) => Promise<void>) {
  const ctx = personCtx(request)
  await work(ctx, id)
  return readCandidacy(ctx, id)
}
