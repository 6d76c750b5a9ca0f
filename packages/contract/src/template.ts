import { z } from 'zod'
import { id, limits, lineText, optionalBody, optionalLine } from './text.ts'

export const templateParams = z.strictObject({ templateId: id() })
export const templateItem = z.object({ id: z.string(), name: z.string(), hint: z.string() })
export type TemplateItem = z.infer<typeof templateItem>
/** There are few, in their order: the list is whole. */
export const templatesAnswer = z.object({ items: z.array(templateItem) })
export type TemplatesAnswer = z.infer<typeof templatesAnswer>
export const templateAnswer = templateItem.extend({
  markdown: z.string(),
  /** As a page made from it shows it. */
  html: z.string(),
  updatedAt: z.string(),
})
export type TemplateAnswer = z.infer<typeof templateAnswer>

export const createTemplateBody = z.strictObject({
  name: lineText(80),
  hint: optionalLine(200).default(''),
  markdown: optionalBody(limits.pageBytes).default(''),
})
export const updateTemplateBody = z
  .strictObject({
    name: lineText(80),
    hint: optionalLine(200),
    markdown: optionalBody(limits.pageBytes),
    /** Its place among the others, from 0. */
    position: z.number().int().min(0).max(1_000),
  })
  .partial()
export const previewBody = z.strictObject({ markdown: optionalBody(limits.pageBytes) })
export const previewAnswer = z.object({ html: z.string() })
export type PreviewAnswer = z.infer<typeof previewAnswer>
