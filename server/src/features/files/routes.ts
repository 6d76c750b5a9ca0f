import multipart from '@fastify/multipart'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ATTACHMENT_BYTES, attachmentAnswer, fileAnswer, fileKey } from '@cenacle/contract/file'
import { personCtx, type App } from '../../http/app-types.ts'
import { Problem } from '../../problem.ts'
import { storeDocument, storeImage } from './commands.ts'
import { getFile } from './queries.ts'

const IMAGE_BYTES = 10 * 1024 * 1024
const spaceParams = z.strictObject({ spaceId: z.string().regex(/^[0-9a-z-]{1,80}$/i) })

/** A document is downloaded under its name (RFC 6266, 8187); only an image that we wrote ourselves is shown. */
const disposition = (type: string, name: string): string =>
  type.startsWith('image/')
    ? 'inline'
    : `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`

/** Images and documents of pages: stored in a space, read with its rights at each request. */
export async function fileRoutes(app: App): Promise<void> {
  app.get(
    '/api/files/:key',
    { config: { access: 'file.read' }, schema: { params: z.strictObject({ key: fileKey }) } },
    async (request, reply) => {
      const { bytes, type, name } = await getFile(request.ctx, request.params.key)
      return reply
        .header('cache-control', 'private, max-age=3600')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('x-content-type-options', 'nosniff')
        .header('content-disposition', disposition(type, name))
        .type(type)
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    },
  )

  // Uploads are the one exception to JSON only, in a scope of their own; a form of another site is refused by its origin.
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: IMAGE_BYTES, files: 1, fields: 0, parts: 1 } })
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/api/spaces/:spaceId/files',
      {
        config: { access: 'file.create', perMinute: 30 },
        bodyLimit: IMAGE_BYTES + 4096,
        schema: { params: spaceParams, response: { 201: fileAnswer } },
      },
      async (request, reply) => {
        const ctx = personCtx(request)
        const part = await request.file()
        if (!part) throw new Problem('unsupported-image')
        const bytes = await part.toBuffer()
        return reply.code(201).send(await storeImage(ctx, request.params.spaceId, part.filename, bytes))
      },
    )
  })

  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: ATTACHMENT_BYTES, files: 1, fields: 0, parts: 1 } })
    scope.withTypeProvider<ZodTypeProvider>().post(
      '/api/spaces/:spaceId/attachments',
      {
        config: { access: 'file.create', perMinute: 20 },
        bodyLimit: ATTACHMENT_BYTES + 4096,
        schema: { params: spaceParams, response: { 201: attachmentAnswer } },
      },
      async (request, reply) => {
        const ctx = personCtx(request)
        const part = await request.file()
        if (!part) throw new Problem('unsupported-file')
        const bytes = await part.toBuffer()
        return reply.code(201).send(await storeDocument(ctx, request.params.spaceId, part.filename, bytes))
      },
    )
  })
}
