import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  type IRunOptions,
  Math as MathBox,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { latexToMath } from 'docx/math'
import { mentionHref, mentionTarget, mentionText, sizeText } from '@cenacle/document/references'
import { fileKeyOf } from './book.ts'
import { imageText } from './images.ts'
import type { Chapter, PmNode, Prepared } from './prepare.ts'
import { bindSpaces } from './typography.ts'

/** Pixels at 96 to the inch: the width of the text, and a height that leaves room for a line above and below. */
const WIDTH_MAX = 604
const HEIGHT_MAX = 780
/** A picture is stored for screens, which show more pixels in an inch than paper. */
const SCALE = 0.62

/** What a document gathers while it is written. */
export interface Gathered {
  footnotes: Record<string, { children: Paragraph[] }>
  drawings: number
}

/** What stands inside a line, for Word. */
export class DocxInline {
  readonly #book: Prepared
  readonly #chapter: Chapter
  readonly #gathered: Gathered

  constructor(book: Prepared, chapter: Chapter, gathered: Gathered) {
    this.#book = book
    this.#chapter = chapter
    this.#gathered = gathered
  }

  content(nodes: readonly PmNode[], look: IRunOptions = {}): ParagraphChild[] {
    const pieces: ParagraphChild[] = []
    for (let i = 0; i < nodes.length; ) {
      const href = hrefOf(nodes[i] as PmNode)
      let end = i + 1
      if (href !== undefined) while (end < nodes.length && hrefOf(nodes[end] as PmNode) === href) end++
      const run = nodes.slice(i, end)
      if (href === undefined) pieces.push(...this.#node(run[0] as PmNode, look))
      else
        pieces.push(
          ...this.link(
            href,
            run.flatMap((node) => this.#node(node, { ...look, style: 'Hyperlink' })),
          ),
        )
      i = end
    }
    return pieces
  }

  /** A link with its words. A footnote cannot stand in one: it follows. */
  link(href: string, words: ParagraphChild[]): ParagraphChild[] {
    const target = this.#book.target(href, this.#chapter)
    const children = words.filter((word) => !(word instanceof FootnoteReferenceRun))
    const link =
      'place' in target
        ? new InternalHyperlink({ anchor: target.place.short, children })
        : new ExternalHyperlink({ link: target.href, children })
    return [link, ...words.filter((word) => word instanceof FootnoteReferenceRun)]
  }

  #node(node: PmNode, look: IRunOptions): ParagraphChild[] {
    switch (node.type.name) {
      case 'text':
        return [textRun(node, look)]
      case 'hardBreak':
        return [new TextRun({ break: 1 })]
      case 'image':
        return this.#image(node, look)
      case 'math':
        return [formula(node.textContent)]
      case 'footnote':
        return [this.#footnote(node)]
      case 'mention':
        return this.#mention(node, look)
      case 'file':
        return this.#file(node)
      default:
        return [new TextRun({ ...look, text: node.textContent })]
    }
  }

  #footnote(node: PmNode): ParagraphChild {
    const number = Object.keys(this.#gathered.footnotes).length + 1
    const note = { children: [] as Paragraph[] }
    this.#gathered.footnotes[number] = note
    note.children.push(new Paragraph({ style: 'FootnoteText', children: this.content(node.children) }))
    return new FootnoteReferenceRun(number)
  }

  #mention({ attrs }: PmNode, look: IRunOptions): ParagraphChild[] {
    const target = mentionTarget(attrs['kind'], attrs['id'])
    const text = bindSpaces(mentionText(attrs['kind'], String(attrs['label'])))
    if (target?.kind !== 'page') return [new TextRun({ ...look, text })]
    return this.link(mentionHref(target), [new TextRun({ ...look, style: 'Hyperlink', text })])
  }

  #file({ attrs }: PmNode): ParagraphChild[] {
    const size = sizeText(Number(attrs['size']))
    const text = `${attrs['name']}${size === '' ? '' : ` (${size})`}`
    return this.link(String(attrs['src']), [new TextRun({ style: 'Hyperlink', text })])
  }

  #image(node: PmNode, look: IRunOptions): ParagraphChild[] {
    const src = String(node.attrs['src'])
    const image = this.#book.input.images[fileKeyOf(src) ?? '']
    const alt = imageText(node)
    if (!image) return this.link(src, [new TextRun({ ...look, style: 'Hyperlink', text: alt || src })])
    const scale = Math.min(SCALE, WIDTH_MAX / image.width, HEIGHT_MAX / image.height)
    const id = String(++this.#gathered.drawings)
    const picture = new ImageRun({
      type: image.type === 'image/png' ? 'png' : 'jpg',
      data: image.bytes,
      transformation: {
        width: Math.max(1, Math.round(image.width * scale)),
        height: Math.max(1, Math.round(image.height * scale)),
      },
      altText: { id, name: `Image ${id}`, description: alt },
    })
    const href = node.attrs['href']
    return typeof href === 'string' ? this.link(href, [picture]) : [picture]
  }
}

const hrefOf = (node: PmNode): string | undefined => {
  const link = node.marks.find(({ type }) => type.name === 'link')
  return link && String(link.attrs['href'])
}

function textRun(node: PmNode, look: IRunOptions): TextRun {
  const marks = new Set(node.marks.map(({ type }) => type.name))
  const isCode = marks.has('code')
  return new TextRun({
    ...look,
    ...(isCode && look.style === undefined ? { style: 'CodeChar' } : {}),
    ...(isCode && look.style !== undefined ? { font: 'Consolas' } : {}),
    ...(marks.has('bold') ? { bold: true } : {}),
    ...(marks.has('italic') ? { italics: true } : {}),
    ...(marks.has('strike') ? { strike: true } : {}),
    text: wordText(isCode ? (node.text ?? '') : bindSpaces(node.text ?? '')),
  })
}

/** XML has no word for some characters that a text may hold. */
export const wordText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are what XML 1.0 refuses
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** TeX as an equation that Word edits; what it does not know stays as it was typed. */
export function formula(tex: string): ParagraphChild {
  try {
    return new MathBox({ children: latexToMath(tex) })
  } catch {
    return new TextRun({ style: 'CodeChar', text: wordText(tex) })
  }
}

/** Words that something can lead to. */
export const marked = (id: string, children: ParagraphChild[]): ParagraphChild => new Bookmark({ id, children })
