import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { readBody, replaceBody } from '@cenacle/document/yjs'
import * as Y from 'yjs'

/** What people do to a page, with our editor's own diff. */

/** The page as Markdown. */
export const markdownOf = (doc: Y.Doc): string => serializeMarkdown(readBody(doc))

/** Gives it another text, changing only what differs. */
export const rewrite = (doc: Y.Doc, markdown: string): void => replaceBody(doc, parseMarkdown(markdown))

/** All texts of a page, in its order. */
export function textsIn(doc: Y.Doc): Y.XmlText[] {
  const below = (parent: Y.XmlFragment): Y.XmlText[] =>
    parent.toArray().flatMap((child) => {
      if (child instanceof Y.XmlText) return [child]
      return child instanceof Y.XmlElement ? below(child) : []
    })
  return below(doc.getXmlFragment('body'))
}

/** Its words, a line for each text. */
export const wordsIn = (doc: Y.Doc): string =>
  textsIn(doc)
    .map((text) => (text.toDelta() as { insert: unknown }[]).map(({ insert }) => insert).join(''))
    .join('\n')

/** The document as bytes that do not depend on the order in which its parts came. */
export function settledBytes(doc: Y.Doc): string {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return Buffer.from(Y.encodeStateAsUpdate(copy)).toString('base64')
}

/** A facilitator's work: a paragraph becomes a list, a quotation or a heading, or moves to the end. @param random from 0 to 1 */
export function restructure(doc: Y.Doc, random: () => number): void {
  const blocks = markdownOf(doc).trim().split(/\n\n+/)
  const at = Math.floor(random() * blocks.length)
  const [block = ''] = blocks.splice(at, 1)
  const bare = block.replace(/^(?:[-#>]+ ?)+/, '').replaceAll(/\n(?:[-#>]+ ?| )+/g, ' ')
  const form = ['- ', '> ', '## ', ''][Math.floor(random() * 4)] ?? ''
  blocks.splice(form === '' ? blocks.length : at, 0, form + bare)
  rewrite(doc, blocks.join('\n\n'))
}
