import { categoryParams, editionParams } from '@cenacle/contract/award'
import {
  conflictParams,
  conflictsAnswer,
  declareBody,
  deliberateBody,
  deliberationAnswer,
  dutyAnswer,
  liftBody,
  pinBody,
  signBody,
} from '@cenacle/contract/award-jury'
import { extendBody } from '@cenacle/contract/decision'
import { z } from 'zod'
import { type App, personCtx } from '../../http/app-types.ts'
import { declareConflict, liftConflict, listConflicts, pinConflict } from './conflicts.ts'
import { deliberate, readDeliberation, signPalmares } from './deliberation.ts'
import { readDuty } from './duty.ts'
import { extendJury } from './extension.ts'
import { sayNone } from './ties.ts'

const run = { access: 'award.run' } as const
const declare = { access: 'award.declare' } as const
const conflicts = { 200: conflictsAnswer }

/** Conflicts of interest, the duty board, the deliberation. The ballots themselves are the engine's. */
export function juryRoutes(app: App): void {
  conflictRoutes(app)
  app.get(
    '/api/awards/:editionId/duty',
    { config: { access: 'award.read' }, schema: { params: editionParams, response: { 200: dutyAnswer } } },
    (request) => readDuty(personCtx(request), request.params.editionId),
  )
  app.post(
    '/api/award-categories/:categoryId/extension',
    // Each is mailed to a whole roll.
    {
      config: { ...run, perMinute: 10 },
      schema: { params: categoryParams, body: extendBody, response: { 200: dutyAnswer } },
    },
    async (request) => {
      const ctx = personCtx(request)
      return readDuty(ctx, await extendJury(ctx, request.params.categoryId, request.body))
    },
  )
  const response = { 200: deliberationAnswer }
  app.get(
    '/api/awards/:editionId/deliberation',
    { config: run, schema: { params: editionParams, response } },
    (request) => readDeliberation(personCtx(request), request.params.editionId),
  )
  app.put(
    '/api/award-categories/:categoryId/deliberation',
    { config: run, schema: { params: categoryParams, body: deliberateBody, response } },
    async (request) => {
      const ctx = personCtx(request)
      return readDeliberation(ctx, await deliberate(ctx, request.params.categoryId, request.body))
    },
  )
  app.post(
    '/api/awards/:editionId/signature',
    {
      config: run,
      schema: { params: editionParams, body: signBody, response: { 201: z.object({ sealed: z.boolean() }) } },
    },
    async (request, reply) =>
      reply.code(201).send(await signPalmares(personCtx(request), request.params.editionId, request.body.hash)),
  )
}

function conflictRoutes(app: App): void {
  app.get(
    '/api/awards/:editionId/conflicts',
    { config: { access: 'award.read' }, schema: { params: editionParams, response: conflicts } },
    (request) => listConflicts(personCtx(request), request.params.editionId),
  )
  app.post(
    '/api/award-categories/:categoryId/conflicts',
    { config: declare, schema: { params: categoryParams, body: declareBody, response: conflicts } },
    async (request) => {
      const ctx = personCtx(request)
      return listConflicts(ctx, await declareConflict(ctx, request.params.categoryId, request.body))
    },
  )
  app.post(
    '/api/award-categories/:categoryId/no-conflict',
    { config: { access: 'award.sayNone' }, schema: { params: categoryParams, response: conflicts } },
    async (request) => {
      const ctx = personCtx(request)
      return listConflicts(ctx, await sayNone(ctx, request.params.categoryId))
    },
  )
  app.post(
    '/api/award-categories/:categoryId/recusals',
    { config: run, schema: { params: categoryParams, body: pinBody, response: conflicts } },
    async (request) => {
      const ctx = personCtx(request)
      return listConflicts(ctx, await pinConflict(ctx, request.params.categoryId, request.body))
    },
  )
  app.delete(
    '/api/award-conflicts/:conflictId',
    {
      config: { access: 'award.lift' },
      schema: { params: conflictParams, body: liftBody.nullish(), response: conflicts },
    },
    async (request) => {
      const ctx = personCtx(request)
      return listConflicts(ctx, await liftConflict(ctx, request.params.conflictId, request.body?.reason))
    },
  )
}
