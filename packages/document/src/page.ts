import type { Node as PmNode } from 'prosemirror-model'
import { type FrontMatter, readFrontMatter, writeFrontMatter } from './front-matter.ts'
import { parseMarkdown } from './markdown-parse.ts'
import { serializeMarkdown } from './markdown-serialize.ts'
import { blockText } from './plain-text.ts'
import { normalize } from './repair.ts'
import { cleanLine } from './repair-inline.ts'
import { schema } from './schema.ts'

/** A page as a Markdown file holds it. `title` is null when the file names none. */
export interface Page {
  title: string | null
  meta: FrontMatter
  doc: PmNode
}

/**
 * A Markdown file as a page. The title is the front matter's, else that of the first level-1 heading, which then
 * leaves the body: the page has its title in a field of its own.
 * @throws {DocumentError} document-too-deep, document-too-large
 */
export function parsePage(markdown: string): Page {
  const { meta, body } = readFrontMatter(markdown)
  const doc = parseMarkdown(body)
  const named = cleanLine(meta.title)
  const isTitle = (node: PmNode) =>
    node.type === schema.nodes.heading &&
    node.attrs.level === 1 &&
    // A title has no footnotes: with one, the heading stays where it is.
    node.children.every((child) => child.type !== schema.nodes.footnote)
  const at = doc.children.findIndex(isTitle)
  const heading = at === -1 ? '' : cleanLine(blockText(doc.child(at)))
  if (heading === '' || (named !== '' && named !== heading)) return { title: named || null, meta, doc }
  const rest = doc.children.filter((_, i) => i !== at)
  return { title: heading, meta, doc: normalize(schema.nodes.doc.create(null, rest)) }
}

/** A page as a Markdown file, its title in the front matter. `parsePage` reads it back. */
export function serializePage(title: string, doc: PmNode): string {
  return writeFrontMatter({ title: cleanLine(title) }) + serializeMarkdown(doc)
}
