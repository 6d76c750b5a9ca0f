import type { Mark, Node as PmNode } from 'prosemirror-model'
import { DECORATIVE, fileSize, fileSizeOf, mentionTarget, mentionText } from './references.ts'
import { schema } from './schema.ts'
import { inlineTex } from './tex.ts'
import type { LooseMark, LooseNode } from './tree.ts'
import { imageSource, isLocalImage, safeHref } from './urls.ts'

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
      if (href === null) return null
      const title = cleanLine(attrs?.title) || null
      // What looks like a file's title would make it one.
      return schema.marks.link.create({ href, title: fileSizeOf(href, title) === null ? title : null })
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

/** Words that stand in for a node that cannot be what it says. */
function words(text: string, node: LooseNode): PmNode[] {
  return text === '' ? [] : [schema.text(text, marksFrom(node.marks))]
}

function imageNodes(node: LooseNode): PmNode[] {
  const src = imageSource(node.attrs?.src)
  const alt = cleanLine(node.attrs?.alt)
  if (src === null) return words(alt, node)
  const around = node.marks?.find((mark) => mark.type === 'link')?.attrs?.href
  const href = safeHref(node.attrs?.href ?? around)
  const title = cleanLine(node.attrs?.title) || null
  // A link has nothing but its image's description to be called by.
  const decorative = href === null && (node.attrs?.decorative === true || (alt === '' && title === DECORATIVE))
  if (decorative) return [schema.nodes.image.create({ src, decorative })]
  return [schema.nodes.image.create({ src, alt, title: title === DECORATIVE && alt === '' ? null : title, href })]
}

function footnoteNodes(node: LooseNode): PmNode[] {
  return [schema.nodes.footnote.create(null, joined((node.children ?? []).flatMap(noteNodes)))]
}

/** What a footnote may hold; the rest leaves its words. */
function noteNodes(node: LooseNode): PmNode[] {
  switch (node.type) {
    case 'text':
      return textNodes({ ...node, text: cleanText(node.text).replaceAll('\n', ' ') })
    case 'math':
      return mathNodes(node)
    case 'mention':
      return mentionNodes(node)
    case 'hardBreak':
      return [schema.text(' ')]
    case 'image':
      return words(cleanLine(node.attrs?.alt), node)
    case 'file':
      return words(cleanLine(node.attrs?.name), node)
    default:
      return (node.children ?? []).flatMap(noteNodes)
  }
}

function mathNodes(node: LooseNode): PmNode[] {
  const tex = inlineTex(cleanText(looseText(node)))
  return tex === '' ? [] : [schema.nodes.math.create(null, schema.text(tex))]
}

function mentionNodes(node: LooseNode): PmNode[] {
  const label = cleanLine(node.attrs?.label)
  const target = mentionTarget(node.attrs?.kind, node.attrs?.id)
  if (target === null) return words(mentionText(node.attrs?.kind, label), node)
  return [schema.nodes.mention.create({ ...target, label })]
}

function fileNodes(node: LooseNode): PmNode[] {
  const src = imageSource(node.attrs?.src)
  const name = cleanLine(node.attrs?.name)
  if (src === null || !isLocalImage(src)) return words(name, node)
  return [schema.nodes.file.create({ src, name, size: fileSize(node.attrs?.size) })]
}

/** How each inline node is brought to its normal form. */
const INLINE: Record<string, (node: LooseNode) => PmNode[]> = {
  text: textNodes,
  hardBreak: () => [schema.nodes.hardBreak.create()],
  image: imageNodes,
  footnote: footnoteNodes,
  math: mathNodes,
  mention: mentionNodes,
  file: fileNodes,
}

/** Is this node inline, in whatever place it was found? */
export function isInline(node: LooseNode): boolean {
  return Object.hasOwn(INLINE, node.type)
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
  return joined(nodes.flatMap(inlineNodes))
}

function joined(nodes: PmNode[]): PmNode[] {
  const result: PmNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (last?.isText && node.isText && last.sameMarkup(node)) {
      result[result.length - 1] = schema.text(`${last.text}${node.text}`, last.marks)
    } else result.push(node)
  }
  return result
}

function inlineNodes(node: LooseNode): PmNode[] {
  return isInline(node) ? (INLINE[node.type]?.(node) ?? []) : (node.children ?? []).flatMap(inlineNodes)
}
