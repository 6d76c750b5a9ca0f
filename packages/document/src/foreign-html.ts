import { ForeignReader } from './foreign-reader.ts'
import { elementsIn, type HtmlElement, textIn } from './html-tree.ts'
import { blockText } from './plain-text.ts'
import { repair } from './repair.ts'
import { cleanLine } from './repair-inline.ts'
import { schema } from './schema.ts'
import { type LooseNode, looseFromNode } from './tree.ts'

type PmNode = ReturnType<typeof repair>

/**
 * HTML that was written elsewhere (Word, LibreOffice, Google Docs, Outlook, a web page, ourselves) as a document: headings, lists, tables,
 * links, emphasis and footnotes stay; looks, scripts, comments, tracked deletions and what only a browser needs go. The page has its title
 * already: a document with a first level gives its headings one level less. Never throws; safe, since the schema decides what enters.
 */
export function documentFromHtml(root: HtmlElement): PmNode {
  return withLowerHeadings(readBlocks(root))
}

/**
 * The same for a whole file, with its title, which then leaves the text: its title paragraph (Word's « Titre »), else its one heading of
 * the first level when it begins with that, else what its head says.
 */
export function pageFromHtml(root: HtmlElement): { title: string | null; doc: PmNode } {
  const doc = readBlocks(root)
  const tops = doc.children.filter((node) => node.type === schema.nodes.heading && node.attrs.level === 1)
  const [first] = tops
  const named = titleIn(root, (element) => /(?:^|\s)MsoTitle(?:\s|$)/i.test(element.attrs['class'] ?? ''))
  const isTitle = first && (cleanLine(blockText(first)) === named || (tops.length === 1 && doc.firstChild === first))
  if (isTitle) {
    const rest = doc.children.filter((node) => node !== first)
    return { title: cleanLine(blockText(first)) || null, doc: withLowerHeadings(repair(rest.map(looseFromNode))) }
  }
  return { title: titleIn(root, ({ name }) => name === 'title') || null, doc: withLowerHeadings(doc) }
}

function titleIn(root: HtmlElement, isTitle: (element: HtmlElement) => boolean): string {
  const element = [...elementsIn(root)].find(isTitle)
  return element ? cleanLine(textIn(element).replace(/\s+/gu, ' ')) : ''
}

const readBlocks = (root: HtmlElement): PmNode => repair(new ForeignReader(root).read(root))

function withLowerHeadings(doc: PmNode): PmNode {
  const isTop = (node: LooseNode): boolean => node.type === 'heading' && node.attrs?.['level'] === 1
  const root = looseFromNode(doc)
  if (!(root.children ?? []).some(isTop)) return doc
  const lower = (node: LooseNode): LooseNode => {
    const children = node.children?.map(lower) ?? []
    return node.type === 'heading'
      ? { ...node, attrs: { level: Number(node.attrs?.['level']) + 1 }, children }
      : { ...node, children }
  }
  return repair(lower(root).children ?? [])
}
