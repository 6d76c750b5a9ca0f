import { parseMarkdown } from '@cenacle/document/markdown-parse'
import type { ExportInput } from './book.ts'
import { writeHtml } from './html-document.ts'
import { lacksText } from './images.ts'
import { writeMarkdownBook } from './markdown-book.ts'
import { writeMarkdownPage } from './markdown-page.ts'
import type { Pdf } from './pdf.ts'
import { prepare } from './prepare.ts'

/** Writing documents, in the threads of documents. What a format alone needs is loaded with the first of its kind. */
export const exportJobs = {
  /** A page, or a book, as one Markdown text. */
  exportMarkdown(input: ExportInput): string {
    const book = prepare(input)
    return input.isBook ? writeMarkdownBook(book) : writeMarkdownPage(book)
  },
  /** A page, or a book, as one HTML file. */
  exportHtml: (input: ExportInput): string => writeHtml(prepare(input)),
  /** The same as PDF. */
  exportPdf: async (input: ExportInput): Promise<Pdf> => (await import('./pdf.ts')).makePdf(input),
  /** The same for Word. */
  exportDocx: async (input: ExportInput): Promise<Uint8Array> => (await import('./docx.ts')).makeDocx(input),

  /** The addresses of the pictures of each page that nobody has described. @param texts Markdown */
  undescribed: ({ texts }: { texts: string[] }): string[][] =>
    texts.map((text) => {
      const found: string[] = []
      parseMarkdown(text).descendants((node) => {
        if (lacksText(node)) found.push(String(node.attrs['src']))
      })
      return found
    }),
}
