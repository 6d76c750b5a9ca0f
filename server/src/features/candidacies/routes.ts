import { z } from 'zod'
import { seatsAnswer, seatsBody } from '@cenacle/contract/admin'
import { admissionsAnswer, admissionsBody } from '@cenacle/contract/admissions'
import { id } from '@cenacle/contract/text'
import {
  candidaciesAnswer,
  candidaciesQuery,
  candidacyAnswer,
  createCandidacyBody,
  openCandidacyBody,
} from '@cenacle/contract/candidacy'
import { type App, personCtx } from '../../http/app-types.ts'
import { getAdmissions, setAdmissions } from './admission-settings.ts'
import { createCandidacy, openCandidacy } from './commands.ts'
import { committeeRoutes } from './committee-routes.ts'
import { listCandidacies, readCandidacy } from './queries.ts'
import { getSeats, setSeats } from './seat-settings.ts'

const params = z.strictObject({ id: id() })

/** Candidacies, and the seats that they are for. */
export function candidacyRoutes(app: App): void {
  seatsRoutes(app)
  admissionsRoutes(app)
  committeeRoutes(app)
  app.get(
    '/api/candidacies',
    {
      config: { access: 'candidacy.list' },
      schema: { querystring: candidaciesQuery, response: { 200: candidaciesAnswer } },
    },
    (request) => listCandidacies(request.ctx, request.query),
  )
  app.post(
    '/api/candidacies',
    {
      config: { access: 'candidacy.create', secret: true, perMinute: 10 },
      schema: { body: createCandidacyBody, response: { 201: candidacyAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      return reply.code(201).send(await readCandidacy(ctx, await createCandidacy(ctx, request.body)))
    },
  )
  app.get(
    '/api/candidacies/:id',
    { config: { access: 'candidacy.read' }, schema: { params, response: { 200: candidacyAnswer } } },
    (request) => readCandidacy(request.ctx, request.params.id),
  )
  app.post(
    '/api/candidacies/:id/open',
    {
      config: { access: 'candidacy.open' },
      schema: { params, body: openCandidacyBody.nullish(), response: { 201: candidacyAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      await openCandidacy(ctx, request.params.id, request.body?.closesAt)
      return reply.code(201).send(await readCandidacy(ctx, request.params.id))
    },
  )
}

function admissionsRoutes(app: App): void {
  const config = { access: 'settings.manage' } as const
  const response = { 200: admissionsAnswer }
  app.get('/api/settings/admissions', { config, schema: { response } }, (request) => getAdmissions(personCtx(request)))
  app.put('/api/settings/admissions', { config, schema: { body: admissionsBody, response } }, async (request) => {
    const ctx = personCtx(request)
    await setAdmissions(ctx, request.body)
    return getAdmissions(ctx)
  })
}

function seatsRoutes(app: App): void {
  const config = { access: 'settings.manage' } as const
  app.get('/api/settings/seats', { config, schema: { response: { 200: seatsAnswer } } }, (request) =>
    getSeats(personCtx(request)),
  )
  app.put(
    '/api/settings/seats',
    { config, schema: { body: seatsBody, response: { 200: seatsAnswer } } },
    async (request) => {
      const ctx = personCtx(request)
      await setSeats(ctx, request.body)
      return getSeats(ctx)
    },
  )
}
