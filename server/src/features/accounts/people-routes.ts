import multipart from '@fastify/multipart'
import { z } from 'zod'
import { administerBody, me, peopleAnswer, peopleQuery, personAnswer } from '@cenacle/contract/person'
import { id } from '@cenacle/contract/text'
import { personCtx, type App } from '../../http/app-types.ts'
import { Problem } from '../../problem.ts'
import { administer } from './commands.ts'
import { getPortrait, removePortrait, setPortrait } from './portraits.ts'
import { listPeople, presentPersonTo } from './queries.ts'

const params = z.strictObject({ personId: id() })
const PORTRAIT_BYTES = 10 * 1024 * 1024

/** The directory, one person, portraits, and what an administrator changes of others. */
export async function peopleRoutes(app: App): Promise<void> {
  app.get(
    '/api/people',
    { config: { access: 'people.read' }, schema: { querystring: peopleQuery, response: { 200: peopleAnswer } } },
    (request) => listPeople(personCtx(request), request.query),
  )
  app.get(
    '/api/people/:personId',
    { config: { access: 'person.read' }, schema: { params, response: { 200: personAnswer } } },
    (request) => presentPersonTo(personCtx(request), request.params.personId),
  )
  app.patch(
    '/api/people/:personId',
    {
      config: { access: 'person.administer' },
      schema: { params, body: administerBody, response: { 200: personAnswer } },
    },
    async (request) => {
      const ctx = personCtx(request)
      await administer(ctx, request.params.personId, request.body)
      return presentPersonTo(ctx, request.params.personId)
    },
  )
  app.get(
    '/api/people/:personId/portrait',
    {
      config: { access: 'person.read' },
      schema: { params, querystring: z.strictObject({ v: z.string().max(20).optional() }) },
    },
    async (request, reply) => {
      const bytes = await getPortrait(personCtx(request), request.params.personId)
      return reply
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .type('image/webp')
        .send(Buffer.from(bytes))
    },
  )
  await portraitRoutes(app)
}

async function portraitRoutes(app: App): Promise<void> {
  // Uploads are the one exception to JSON only, in a scope of their own; a form of another site is refused by its origin.
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: PORTRAIT_BYTES, files: 1, fields: 0, parts: 1 } })
    scope.put(
      '/api/me/portrait',
      {
        config: { access: 'self.write', perMinute: 10 },
        bodyLimit: PORTRAIT_BYTES + 4096,
        schema: { response: { 200: me } },
      },
      async (request) => {
        const ctx = personCtx(request)
        const part = await request.file()
        if (!part) throw new Problem('unsupported-image')
        return setPortrait(ctx, await part.toBuffer())
      },
    )
  })
  app.delete('/api/me/portrait', { config: { access: 'self.write' }, schema: { response: { 200: me } } }, (request) =>
    removePortrait(personCtx(request)),
  )
}
