import { z } from 'zod'
import {
  createTemplateBody,
  previewAnswer,
  previewBody,
  templateAnswer,
  templateParams,
  templatesAnswer,
  updateTemplateBody,
} from '@cenacle/contract/template'
import { personCtx, type App } from '../../http/app-types.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/template.ts'
import {
  createTemplate,
  deleteTemplate,
  listTemplates,
  readTemplate,
  renderPreview,
  updateTemplate,
} from './templates.ts'

/** What a new page may begin with, for the whole installation. */
export function templateRoutes(app: App): void {
  const read = { access: 'template.read' } as const
  const manage = { access: 'template.manage' } as const
  app.get('/api/templates', { config: read, schema: { response: { 200: templatesAnswer } } }, (request) =>
    listTemplates(personCtx(request)),
  )
  app.get(
    '/api/templates/:templateId',
    { config: read, schema: { params: templateParams, response: { 200: templateAnswer } } },
    (request) => readTemplate(personCtx(request), request.params.templateId),
  )
  app.post(
    '/api/templates',
    { config: manage, schema: { body: createTemplateBody, response: { 201: templateAnswer } } },
    async (request, reply) => {
      const ctx = personCtx(request)
      const id = await createTemplate(ctx, request.body)
      return reply.code(201).send(await readTemplate(ctx, id))
    },
  )
  app.post(
    '/api/templates/preview',
    { config: manage, schema: { body: previewBody, response: { 200: previewAnswer } } },
    (request) => {
      const ctx = personCtx(request)
      allow(policy.manage(ctx.viewer))
      return renderPreview(ctx, request.body.markdown)
    },
  )
  app.patch(
    '/api/templates/:templateId',
    { config: manage, schema: { params: templateParams, body: updateTemplateBody, response: { 200: templateAnswer } } },
    async (request) => {
      const ctx = personCtx(request)
      await updateTemplate(ctx, request.params.templateId, request.body)
      return readTemplate(ctx, request.params.templateId)
    },
  )
  app.delete(
    '/api/templates/:templateId',
    { config: manage, schema: { params: templateParams, response: { 204: z.null() } } },
    async (request, reply) => {
      await deleteTemplate(personCtx(request), request.params.templateId)
      return reply.code(204).send(null)
    },
  )
}
