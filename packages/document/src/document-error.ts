/** Stable codes of what can be wrong with a document or its Markdown. The server turns them into problems. */
export type DocumentErrorCode = 'document-too-deep' | 'document-too-large' | 'markdown-too-costly'

/** A document or a Markdown text that is refused: `code` is stable, the message is for developers. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode

  constructor(code: DocumentErrorCode, message: string = code) {
    super(message)
    this.name = 'DocumentError'
    this.code = code
  }
}

/** Containers (quotes, list items, callouts, cells) that may stand inside one another. */
export const MAX_DEPTH = 32
/** Longest Markdown text of a page or post, in UTF-16 code units. */
export const MAX_MARKDOWN = 1_048_576
/** Most table cells in one document: beyond, neither editor nor reader can do anything with it. */
export const MAX_CELLS = 50_000
