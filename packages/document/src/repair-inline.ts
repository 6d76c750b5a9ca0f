import type { Mark, Node as PmNode } from 'prosemirror-model'
import { schema } from './schema.ts'
import type { LooseMark, LooseNode } from './tree.ts'
import { imageSource, safeHref } from './urls.ts'

// oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g

/** Text as a document may hold it: well-formed UTF-16, no C0 control but tab and line feed, one kind of line end. */
export function cleanText(value: unknown): string {
  return typeof value === 'string' ? value.toWellFormed().replace(LINE_ENDS, '\n').replace(UNWANTED, '') : ''
}

/** Text on one line, trimmed: titles, alternative texts. */
export function cleanLine(value: unknown): string {
  return cleanText(value)
    .replace(/[\n\t]+/g, ' ')
    .trim()
}

function markFrom({ type, attrs }: LooseMark): Mark | null {
  switch (type) {
    case 'bold':
    case 'italic':
    case 'strike':
    case 'code':
      return schema.marks[type].create()
    case 'link': {
      const href = safeHref(attrs?.href)
      return href === null ? null : schema.marks.link.create({ href, title: cleanLine(attrs?.title) || null })
    }
    default:
      return null
  }
}

function marksFrom(marks: LooseMark[] | undefined): readonly Mark[] {
  let set: readonly Mark[] = []
  for (const loose of marks ?? []) {
    const mark = markFrom(loose)
    if (mark) set = mark.addToSet(set)
  }
  return set
}

function textNodes(node: LooseNode): PmNode[] {
  const marks = marksFrom(node.marks)
  const lines = cleanText(node.text).split('\n')
  return lines.flatMap((line, i) => {
    const text = line === '' ? [] : [schema.text(line, marks)]
    return i === 0 ? text : [schema.nodes.hardBreak.create(), ...text]
  })
}

function imageNodes(node: LooseNode): PmNode[] {
  const src = imageSource(node.attrs?.src)
  const alt = cleanLine(node.attrs?.alt)
  if (src === null) return alt === '' ? [] : [schema.text(alt, marksFrom(node.marks))]
  const around = node.marks?.find((mark) => mark.type === 'link')?.attrs?.href
  const href = safeHref(node.attrs?.href ?? around)
  return [schema.nodes.image.create({ src, alt, title: cleanLine(node.attrs?.title) || null, href })]
}

/** Is this node inline, in whatever place it was found? */
export function isInline(node: LooseNode): boolean {
  return node.type === 'text' || node.type === 'image' || node.type === 'hardBreak'
}

/** The text under a node, for nodes that this schema does not know. */
export function looseText(node: LooseNode): string {
  if (node.type === 'hardBreak') return '\n'
  return node.text ?? node.children?.map(looseText).join('') ?? ''
}

/**
 * The inline content of a paragraph or heading: unknown nodes become their text, foreign marks go, line feeds become
 * hard breaks, equal neighbours are joined.
 */
export function repairInline(nodes: LooseNode[]): PmNode[] {
  const result: PmNode[] = []
  for (const node of nodes.flatMap(inlineNodes)) {
    const last = result.at(-1)
    if (last?.isText && node.isText && last.sameMarkup(node)) {
      result[result.length - 1] = schema.text(`${last.text}${node.text}`, last.marks)
    } else result.push(node)
  }
  return result
}

function inlineNodes(node: LooseNode): PmNode[] {
  if (node.type === 'text') return textNodes(node)
  if (node.type === 'image') return imageNodes(node)
  if (node.type === 'hardBreak') return [schema.nodes.hardBreak.create()]
  return (node.children ?? []).flatMap(inlineNodes)
}
