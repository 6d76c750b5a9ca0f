import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { importAnswer, importsAnswer, startImportBody } from '@cenacle/contract/import'
import { importLimits } from '@cenacle/contract/import-limits'
import { id } from '@cenacle/contract/text'
import { personCtx, type App } from '../../http/app-types.ts'
import { Problem } from '../../problem.ts'
import { allowImport, draftImport, dropImport, startImport } from './commands.ts'
import { getImport, listImports } from './queries.ts'
import type { Upload } from './uploads.ts'

const spaceParams = z.strictObject({ spaceId: z.string().regex(/^[0-9a-z-]{1,80}$/i) })
const params = z.strictObject({ importId: id() })
const NAME_MAX = 200
/** What a form adds to its files. */
const FORM_BYTES = 64 * 1024

/** Files become pages: sent, looked at, then started. */
export async function importRoutes(app: App): Promise<void> {
  app.get(
    '/api/spaces/:spaceId/imports',
    { config: { access: 'page.import' }, schema: { params: spaceParams, response: { 200: importsAnswer } } },
    (request) => listImports(personCtx(request), request.params.spaceId),
  )
  app.get(
    '/api/imports/:importId',
    { config: { access: 'import.own' }, schema: { params, response: { 200: importAnswer } } },
    (request) => getImport(personCtx(request), request.params.importId),
  )
  app.post(
    '/api/imports/:importId/start',
    { config: { access: 'import.own' }, schema: { params, body: startImportBody, response: { 202: importAnswer } } },
    async (request, reply) => {
      const { parentId } = request.body
      return reply.code(202).send(await startImport(personCtx(request), request.params.importId, parentId))
    },
  )
  app.delete(
    '/api/imports/:importId',
    { config: { access: 'import.own' }, schema: { params, response: { 204: z.null() } } },
    async (request, reply) => {
      await dropImport(personCtx(request), request.params.importId)
      return reply.code(204).send(null)
    },
  )

  // As for images: uploads are the exception to JSON only, in a scope of their own.
  await app.register(async (scope) => {
    const { uploadBytes, files } = importLimits
    await scope.register(multipart, { limits: { fileSize: uploadBytes, files, fields: 0, parts: files } })
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/api/spaces/:spaceId/imports',
      {
        config: { access: 'page.import', perMinute: 10 },
        bodyLimit: uploadBytes + FORM_BYTES,
        schema: { params: spaceParams, response: { 201: importAnswer } },
      },
      async (request, reply) => {
        const ctx = personCtx(request)
        await allowImport(ctx, request.params.spaceId)
        return reply.code(201).send(await draftImport(ctx, request.params.spaceId, await uploadsOf(request)))
      },
    )
  })
}

/** @throws Problem too-large, import-empty */
async function uploadsOf(request: FastifyRequest): Promise<Upload[]> {
  const uploads: Upload[] = []
  let left: number = importLimits.uploadBytes
  for await (const part of request.files()) {
    const bytes = await part.toBuffer()
    left -= bytes.length
    if (left < 0) throw new Problem('too-large')
    uploads.push({ name: cleanName(part.filename), bytes })
  }
  if (uploads.length === 0) throw new Problem('import-empty')
  return uploads
}

/** The name of a file, never a path. */
const cleanName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029/\\]/gu, '')
    .normalize('NFC')
    .trim()
    .slice(-NAME_MAX)
    .toWellFormed() || 'fichier'
