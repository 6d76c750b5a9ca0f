import { mentionHref, mentionTarget, mentionText, sizeText } from '@cenacle/document/references'
import { fileKeyOf } from './book.ts'
import { imageText } from './images.ts'
import type { Chapter, PmNode, Prepared } from './prepare.ts'
import { call, join, str } from './typst-code.ts'
import { typstMath } from './typst-math.ts'
import { bindSpaces, softenLongRuns } from './typography.ts'

type Mark = PmNode['marks'][number]

/** Points for a pixel: a screenshot of 1,100 pixels fills the width of the text. */
const POINTS = 0.42
/** Tallest picture, points: it leaves room for a line above and below. */
const TALLEST = 560

/** What stands inside a line, as Typst's code. */
export class TypstInline {
  readonly #book: Prepared
  readonly #chapter: Chapter

  constructor(book: Prepared, chapter: Chapter) {
    this.#book = book
    this.#chapter = chapter
  }

  /** Inline nodes from `depth` on in their mark sets: neighbours that share a mark share its element. */
  content(nodes: readonly PmNode[], depth = 0): string {
    const pieces: string[] = []
    for (let i = 0; i < nodes.length; ) {
      const first = nodes[i] as PmNode
      const mark = first.marks[depth]
      let end = i + 1
      if (mark) while (end < nodes.length && nodes[end]?.marks[depth]?.eq(mark)) end++
      pieces.push(mark ? this.#marked(mark, nodes.slice(i, end), depth + 1) : this.#leaf(first))
      i = end
    }
    return join(pieces)
  }

  #marked(mark: Mark, nodes: readonly PmNode[], depth: number): string {
    switch (mark.type.name) {
      case 'bold':
        return call('strong', this.content(nodes, depth))
      case 'italic':
        return call('emph', this.content(nodes, depth))
      case 'strike':
        return call('strike', this.content(nodes, depth))
      case 'code':
        return call('raw', str(softenLongRuns(nodes.map((node) => node.textContent).join(''))))
      default:
        return this.link(String(mark.attrs['href']), this.content(nodes, depth))
    }
  }

  /** A link with its words. */
  link(href: string, words: string): string {
    const target = this.#book.target(href, this.#chapter)
    return call('link', 'place' in target ? call('label', str(target.place.anchor)) : str(target.href), words)
  }

  #leaf(node: PmNode): string {
    switch (node.type.name) {
      case 'text':
        return str(softenLongRuns(bindSpaces(node.text ?? '')))
      case 'hardBreak':
        return 'linebreak()'
      case 'image':
        return call('box', this.image(node, false))
      case 'math':
        return typstMath(node.textContent, false)
      case 'footnote':
        return call('footnote', this.content(node.children))
      case 'mention':
        return this.#mention(node)
      case 'file':
        return this.#file(node)
      default:
        return str(node.textContent)
    }
  }

  #mention({ attrs }: PmNode): string {
    const words = str(bindSpaces(mentionText(attrs['kind'], String(attrs['label']))))
    const target = mentionTarget(attrs['kind'], attrs['id'])
    return target?.kind === 'page' ? this.link(mentionHref(target), words) : words
  }

  #file({ attrs }: PmNode): string {
    const { src, name, size } = attrs
    return this.link(String(src), str(`${name} (${sizeText(size)})`))
  }

  /**
   * A picture, or its description where it may not be shown.
   * @param alone in a paragraph of its own, where it may be as wide as the text
   */
  image(node: PmNode, alone: boolean): string {
    const src = String(node.attrs['src'])
    const key = fileKeyOf(src) ?? ''
    const image = this.#book.input.images[key]
    const alt = imageText(node)
    if (!image) return this.link(src, str(alt || src))
    const most = Math.min(alone ? Number.POSITIVE_INFINITY : 300, (TALLEST / image.height) * image.width)
    const width = Math.max(4, Math.min(image.width * POINTS, most)).toFixed(1)
    const picture = call(
      'image',
      str(`/${key}`),
      `format: ${str(image.type === 'image/png' ? 'png' : 'jpg')}`,
      `width: calc.min(${width}pt, 1000pt)`,
      ...(alt === '' ? [] : [`alt: ${str(alt)}`]),
    )
    const shown = alt === '' ? call('pdf.artifact', picture) : picture
    const href = node.attrs['href']
    return typeof href === 'string' ? this.link(href, shown) : shown
  }
}
