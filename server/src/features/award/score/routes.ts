import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { editionParams } from '@cenacle/contract/award'
import {
  checkScoresForm,
  importScoresForm,
  scoreLimits,
  scoreReport,
  scoresAnswer,
  scoresQuery,
} from '@cenacle/contract/award-score'
import { type App, personCtx } from '../../../http/app-types.ts'
import { problemOfValidation } from '../../../http/validation.ts'
import { invalidField } from '../../../problem.ts'
import { allowImport, checkScores, importScores } from './import.ts'
import { readScores, writeTemplate } from './read.ts'

const run = { access: 'award.run' } as const
/** Bytes of a field: four thousand characters, and what they may be written with. */
const FIELD_BYTES = 20_000
const FORM_BYTES = 5 * FIELD_BYTES

/** Automatic scores: the file to fill in, what a file would import, importing it, what was imported. */
export async function scoreRoutes(app: App): Promise<void> {
  app.get(
    '/api/awards/:editionId/scores',
    {
      config: { access: 'award.read' },
      schema: { params: editionParams, querystring: scoresQuery, response: { 200: scoresAnswer } },
    },
    (request) => readScores(personCtx(request), request.params.editionId, request.query.version),
  )
  app.get(
    '/api/awards/:editionId/scores/template',
    { config: { ...run, perMinute: 30 }, schema: { params: editionParams } },
    async (request, reply) => {
      const text = await writeTemplate(personCtx(request), request.params.editionId)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="scores.csv"')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('x-content-type-options', 'nosniff')
        .send(text)
    },
  )
  await app.register(uploads)
}

/** Uploads are the one exception to JSON only, in a scope of their own; a form of another site is refused by its origin. */
async function uploads(app: App): Promise<void> {
  const limits = { fileSize: scoreLimits.bytes, files: 1, fields: 4, parts: 5, fieldSize: FIELD_BYTES }
  await app.register(multipart, { limits })
  const scope = app.withTypeProvider<ZodTypeProvider>()
  const bodyLimit = scoreLimits.bytes + FORM_BYTES
  scope.post(
    '/api/awards/:editionId/scores/check',
    {
      config: { ...run, perMinute: 20 },
      bodyLimit,
      schema: { params: editionParams, response: { 200: scoreReport } },
    },
    async (request) => {
      const ctx = personCtx(request)
      const { editionId } = request.params
      await allowImport(ctx, editionId)
      const { bytes, form } = await formOf(request, checkScoresForm)
      return checkScores(ctx, editionId, bytes, form.decimals)
    },
  )
  scope.post(
    '/api/awards/:editionId/scores',
    {
      config: { ...run, perMinute: 20 },
      bodyLimit,
      schema: { params: editionParams, response: { 201: scoresAnswer } },
    },
    async (request, reply) => {
      const ctx = personCtx(request)
      const { editionId } = request.params
      await allowImport(ctx, editionId)
      const { bytes, form } = await formOf(request, importScoresForm)
      await importScores(ctx, editionId, bytes, form)
      return reply.code(201).send(await readScores(ctx, editionId))
    },
  )
}

/** @throws Problem invalid for fields that do not fit, or without a file; too-large */
async function formOf<T extends z.ZodType>(
  request: FastifyRequest,
  schema: T,
): Promise<{ bytes: Buffer; form: z.output<T> }> {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  let bytes: Buffer | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file') bytes = await part.toBuffer()
    // A form sends every line end as CRLF.
    else fields[part.fieldname] = String(part.value).replaceAll(/\r\n?/g, '\n')
  }
  const parsed = schema.safeParse({ ...fields })
  if (!parsed.success)
    throw problemOfValidation(Object.assign(parsed.error, { validationContext: 'body' })) ?? parsed.error
  if (!bytes) throw invalidField('/file', 'required')
  return { bytes, form: parsed.data }
}
