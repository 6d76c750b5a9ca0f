import { z } from 'zod'
import { editionParams } from '@cenacle/contract/award'
import { erratumAnswer, erratumBody, signBody } from '@cenacle/contract/award-jury'
import { type App, personCtx } from '../../http/app-types.ts'
import { proposeErratum, readErratum, signErratum, withdrawErratum } from './errata.ts'

const config = { access: 'award.run' } as const

/** Errors of a published palmarès, corrected by two people in a version of its own. */
export function erratumRoutes(app: App): void {
  const url = '/api/awards/:editionId/erratum'
  const response = { 200: erratumAnswer }
  app.get(url, { config, schema: { params: editionParams, response } }, (request) =>
    readErratum(personCtx(request), request.params.editionId),
  )
  app.post(
    url,
    { config, schema: { params: editionParams, body: erratumBody, response: { 201: erratumAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      await proposeErratum(ctx, request.params.editionId, request.body)
      return reply.code(201).send(await readErratum(ctx, request.params.editionId))
    },
  )
  app.delete(url, { config, schema: { params: editionParams, response } }, async (request) => {
    const ctx = personCtx(request)
    await withdrawErratum(ctx, request.params.editionId)
    return readErratum(ctx, request.params.editionId)
  })
  const signed = { 201: z.object({ published: z.boolean() }) }
  app.post(
    `${url}/signature`,
    { config, schema: { params: editionParams, body: signBody, response: signed } },
    async (request, reply) =>
      reply.code(201).send(await signErratum(personCtx(request), request.params.editionId, request.body.hash)),
  )
}
