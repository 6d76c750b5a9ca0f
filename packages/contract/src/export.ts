import { z } from 'zod'

/** How pages leave: Markdown, one HTML file, PDF, Word, or an archive of Markdown files with their images. */
export const exportFormat = z.enum(['md', 'html', 'pdf', 'docx', 'zip'])
export type ExportFormat = z.infer<typeof exportFormat>

const drafts = z.enum(['true', 'false']).default('false')

/**
 * A page alone, or with all that is below it as one book. A tree has published versions only, unless its `drafts` are asked for; a page alone
 * leaves as one reads it.
 */
export const pageExportQuery = z.strictObject({
  format: exportFormat,
  scope: z.enum(['page', 'tree']).default('page'),
  drafts,
})
export const spaceExportQuery = z.strictObject({ format: exportFormat, drafts })
export const exportCheckQuery = z.strictObject({ scope: z.enum(['page', 'tree']).default('page'), drafts })

/** What one should know before an export: how much there is, and which pictures keep a PDF from being accessible. */
export const exportCheckAnswer = z.object({
  pages: z.number().int(),
  /** Pages that stay out because nothing of them is published. */
  drafts: z.number().int(),
  /** Whether this server can make PDFs. */
  pdf: z.boolean(),
  /** Pictures that nobody has described, by page. */
  undescribed: z.array(z.object({ pageId: z.string(), title: z.string(), count: z.number().int() })),
  can: z.object({ drafts: z.boolean() }),
})
export type ExportCheckAnswer = z.infer<typeof exportCheckAnswer>
