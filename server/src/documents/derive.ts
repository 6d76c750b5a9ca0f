import { renderHtml } from '@cenacle/document/html'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { type Heading, headings } from '@cenacle/document/outline'
import { plainText } from '@cenacle/document/plain-text'
import { readBody, readTitle } from '@cenacle/document/yjs'
import type * as Y from 'yjs'

/** What is read of a page: all of it made from its document. */
export interface Derived {
  title: string
  markdown: string
  html: string
  /** Plain text, a line for each block. */
  text: string
  headings: Heading[]
  words: number
}

/** Reads a page's document. */
export function derive(doc: Y.Doc): Derived {
  const body = readBody(doc)
  const text = plainText(body)
  return {
    title: readTitle(doc),
    markdown: serializeMarkdown(body),
    html: renderHtml(body),
    text,
    headings: headings(body),
    words: text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0,
  }
}
