import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  acceptSeatBody,
  agreeBody,
  applicationBody,
  applicationFormAnswer,
  applicationTokenBody,
  candidateAnswerBody,
  candidateQuestionBody,
  confirmedAnswer,
  declareCollegeBody,
  followAnswer,
  lostLinkBody,
  receivedAnswer,
  welcomeAnswer,
} from '@cenacle/contract/application'
import { type App, personCtx } from '../../http/app-types.ts'
import { daysOf } from '../../time.ts'
import { apply, confirmApplication } from './applications.ts'
import { presentCharter, presentPrivacy } from './charter.ts'
import {
  acceptSeat,
  agreeToCharter,
  answerCommittee,
  askCommittee,
  declareCollege,
  readFollowed,
  stayOnList,
  withdraw,
} from './follow.ts'
import { sendLostLink } from './links.ts'
import { readAdmissionRules } from './rules.ts'
import { agreeAsMember, readWelcome } from './welcome.ts'

/** Secrets travel in bodies, which no log keeps, and no answer of theirs stays in a cache. */
const config = { access: 'candidacy.apply', secret: true, perMinute: 30 } as const
const followed = { 200: followAnswer }

/** The public form and the follow-up page: for who has no account, or has one and comes by the link. */
export function applicationRoutes(app: App): void {
  app.get(
    '/api/applications/form',
    { config: { access: 'candidacy.apply' }, schema: { response: { 200: applicationFormAnswer } } },
    async ({ ctx }) => {
      const space = await ctx.db.selectFrom('space').select('name').where('kind', '=', 'committee').executeTakeFirst()
      const { delays } = await readAdmissionRules(ctx.db)
      const privacy = await presentPrivacy(ctx)
      return {
        committee: space?.name ?? '',
        charter: await presentCharter(ctx),
        privacy,
        keptDays: daysOf(delays.kept),
      }
    },
  )
  app.post(
    '/api/applications',
    { config: { ...config, perMinute: 10 }, schema: { body: applicationBody, response: { 202: receivedAnswer } } },
    async (request, reply) => {
      await apply(request.ctx, request.body)
      return reply.code(202).send({ received: true as const })
    },
  )
  app.post(
    '/api/applications/confirm',
    { config, schema: { body: applicationTokenBody, response: { 200: confirmedAnswer } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return { token: await confirmApplication(request.ctx, request.body.token) }
    },
  )
  app.post(
    '/api/applications/follow',
    { config: { ...config, perMinute: 120 }, schema: { body: applicationTokenBody, response: followed } },
    (request, reply) => answer(request, reply, request.body.token),
  )
  // The same answer whether somebody applied with this address or not, and at once: the mail goes by a job.
  app.post(
    '/api/applications/link',
    { config: { ...config, perMinute: 10 }, schema: { body: lostLinkBody, response: { 202: receivedAnswer } } },
    async (request, reply) => {
      await sendLostLink(request.ctx, request.body.email)
      return reply.code(202).send({ received: true as const })
    },
  )
  welcomeRoutes(app)
  followRoutes(app)
}

/** The first page of a new member. */
function welcomeRoutes(app: App): void {
  app.get(
    '/api/welcome',
    { config: { access: 'home.read' }, schema: { response: { 200: welcomeAnswer } } },
    (request) => readWelcome(personCtx(request)),
  )
  app.post(
    '/api/welcome/charter',
    { config: { access: 'home.read' }, schema: { body: agreeBody, response: { 200: welcomeAnswer } } },
    async (request) => {
      const ctx = personCtx(request)
      await agreeAsMember(ctx, request.body.charter)
      return readWelcome(ctx)
    },
  )
}

function followRoutes(app: App): void {
  app.post(
    '/api/applications/withdraw',
    { config, schema: { body: applicationTokenBody, response: followed } },
    (request, reply) => answer(request, reply, request.body.token, withdraw(request.ctx, request.body.token)),
  )
  app.post(
    '/api/applications/questions',
    { config, schema: { body: candidateQuestionBody, response: followed } },
    (request, reply) => {
      const { token, question } = request.body
      return answer(request, reply, token, askCommittee(request.ctx, token, question))
    },
  )
  app.post(
    '/api/applications/answers',
    { config, schema: { body: candidateAnswerBody, response: followed } },
    (request, reply) => {
      const { token, questionId, answer: text } = request.body
      return answer(request, reply, token, answerCommittee(request.ctx, token, questionId, text))
    },
  )
  app.post(
    '/api/applications/accept',
    { config, schema: { body: acceptSeatBody, response: followed } },
    (request, reply) =>
      answer(request, reply, request.body.token, acceptSeat(request.ctx, request.body.token, request.body.charter)),
  )
  app.post(
    '/api/applications/agree',
    { config, schema: { body: acceptSeatBody, response: followed } },
    (request, reply) =>
      answer(request, reply, request.body.token, agreeToCharter(request.ctx, request.body.token, request.body.charter)),
  )
  app.post(
    '/api/applications/college',
    { config, schema: { body: declareCollegeBody, response: followed } },
    (request, reply) =>
      answer(request, reply, request.body.token, declareCollege(request.ctx, request.body.token, request.body.college)),
  )
  app.post(
    '/api/applications/stay',
    { config, schema: { body: applicationTokenBody, response: followed } },
    (request, reply) => answer(request, reply, request.body.token, stayOnList(request.ctx, request.body.token)),
  )
}

/** The follow-up page as it is after the work. */
async function answer(request: FastifyRequest, reply: FastifyReply, token: string, work?: Promise<void>) {
  await work
  reply.header('cache-control', 'no-store')
  return readFollowed(request.ctx, token)
}
