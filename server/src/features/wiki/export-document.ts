import type { Rooms } from '@cenacle/collab/rooms'
import type { ExportFormat } from '@cenacle/contract/export'
import type { Context } from '../../context.ts'
import type { ExportInput } from '../../exports/book.ts'
import { fileSlug } from '../../exports/names.ts'
import { loadImages } from './export-images.ts'
import { contributorsOf, dateOf, findSomething, type Scope, textOf } from './export-pages.ts'

/** Processor time that writing one document may take, ms. */
const BUDGET_MS = 60_000

/** A document that is ready to leave. */
export interface Exported {
  name: string
  type: string
  bytes: Uint8Array
  /** Of a PDF: whether it is PDF/UA-1; undefined for other formats. */
  accessible: boolean | undefined
}

const TYPES = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
type DocumentFormat = Exclude<ExportFormat, 'zip'>

/**
 * Pages as one document, as the viewer may read them now: their rights are asked for at each page and once more at the end.
 * @throws Problem not-found, forbidden, export-too-large, nothing-to-export, export-unavailable, text-too-costly
 */
export async function exportDocument(
  ctx: Context,
  rooms: Rooms,
  scope: Scope,
  format: DocumentFormat,
): Promise<Exported> {
  const input = await inputOf(ctx, rooms, scope, format)
  const { bytes, accessible } = await write(ctx, input, format)
  await findSomething(ctx, scope)
  return { name: `${fileSlug(input.title)}.${format}`, type: TYPES[format], bytes, accessible }
}

async function inputOf(ctx: Context, rooms: Rooms, scope: Scope, format: DocumentFormat): Promise<ExportInput> {
  const { title, spaceName, pages } = await findSomething(ctx, scope)
  const isBook = scope.kind !== 'page'
  const texts = []
  for (const page of pages) {
    const text = await textOf(ctx, rooms, page)
    texts.push({ id: page.id, depth: page.depth, title: text.title, markdown: text.markdown })
  }
  const needsImages = isBook || format !== 'md'
  return {
    title: texts.find(({ title: name }) => !isBook && name !== '')?.title ?? title,
    space: spaceName,
    date: dateOf(pages),
    contributors: await contributorsOf(ctx, pages),
    origin: ctx.baseUrl,
    isBook,
    pages: texts,
    images: needsImages
      ? await loadImages(
          ctx,
          texts.map(({ markdown }) => markdown),
          format === 'pdf' || format === 'docx',
        )
      : {},
  }
}

async function write(
  { documents }: Context,
  input: ExportInput,
  format: DocumentFormat,
): Promise<{ bytes: Uint8Array; accessible: boolean | undefined }> {
  switch (format) {
    case 'md':
      return { bytes: Buffer.from(await documents.run('exportMarkdown', input, BUDGET_MS)), accessible: undefined }
    case 'html':
      return { bytes: Buffer.from(await documents.run('exportHtml', input, BUDGET_MS)), accessible: undefined }
    case 'docx':
      return { bytes: await documents.run('exportDocx', input, BUDGET_MS), accessible: undefined }
    default:
      return documents.run('exportPdf', input, BUDGET_MS)
  }
}
