import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type ILevelsOptions,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { calloutKind } from '@cenacle/document/nodes'
import { listStart } from '@cenacle/document/nodes-list'
import { alignmentOf } from '@cenacle/document/nodes-table'
import { CALLOUTS } from './callouts.ts'
import { DocxInline, formula, type Gathered, marked, wordText } from './docx-inline.ts'
import { LINE, numbersFrom, STEP, SUNK, TONES } from './docx-styles.ts'
import type { Chapter, Place, PmNode, Prepared } from './prepare.ts'
import { bindSpaces } from './typography.ts'

/** How paragraphs look where they stand, and how far their lists are indented. */
interface Around {
  look: IParagraphOptions
  level: number
}
type Form = (writer: DocxBlocks, node: PmNode, around: Around) => FileChild[]

/** How each block is written for Word; a test fails when one lacks here. */
export const DOCX_BLOCKS: Record<string, Form> = {
  paragraph: (writer, node, around) => [writer.paragraph(node, around.look)],
  heading: (writer, node, around) => [writer.heading(node, around)],
  bulletList: (writer, node, around) => writer.list(node, () => 'bullets', around),
  orderedList: (writer, node, around) => writer.numbered(node, around),
  taskList: (writer, node, around) =>
    writer.list(node, (item) => (item.attrs['checked'] === true ? 'done' : 'todo'), around),
  blockquote: (writer, node, around) => writer.blocks(node, { ...around, look: { ...around.look, ...quoted(around) } }),
  codeBlock: (_, node, around) => [code(node, around)],
  mathBlock: (_, node, around) => [
    new Paragraph({ ...around.look, alignment: AlignmentType.CENTER, children: [formula(node.textContent)] }),
  ],
  table: (writer, node) => writer.table(node),
  callout: (writer, node, around) => writer.callout(node, around),
  horizontalRule: () => [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 200, after: 200 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: LINE, space: 1 } },
      indent: { left: 3000, right: 3000 },
    }),
  ],
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const
/** The width of the text, twips. */
const TEXT_WIDTH = 9_070
const DEEPEST = 8

/** The heading style of a level. */
export const headingStyle = (level: number) => HEADINGS[Math.min(HEADINGS.length, level) - 1] ?? HeadingLevel.HEADING_6

const quoted = ({ level }: Around): IParagraphOptions => ({
  style: 'Quote',
  indent: { left: STEP * level + 300 },
  border: { left: { style: BorderStyle.SINGLE, size: 14, color: LINE, space: 12 } },
})

function code(node: PmNode, { look }: Around): Paragraph {
  const lines = wordText(node.textContent).split('\n')
  return new Paragraph({
    ...look,
    style: 'Code',
    shading: { type: ShadingType.CLEAR, fill: SUNK, color: 'auto' },
    spacing: { before: 120, after: 160 },
    children: lines.map((text, i) => new TextRun(i === 0 ? { text } : { text, break: 1 })),
  })
}

/** The blocks of one page. */
export class DocxBlocks {
  readonly #inline: DocxInline
  readonly #places: Iterator<Place>
  readonly #numberings: { reference: string; levels: ILevelsOptions[] }[]

  constructor(
    book: Prepared,
    chapter: Chapter,
    gathered: Gathered,
    numberings: { reference: string; levels: ILevelsOptions[] }[],
  ) {
    this.#inline = new DocxInline(book, chapter, gathered)
    this.#places = chapter.headings.values()
    this.#numberings = numberings
  }

  blocks(parent: PmNode, around: Around = { look: {}, level: 0 }): FileChild[] {
    return parent.children.flatMap((node) => DOCX_BLOCKS[node.type.name]?.(this, node, around) ?? [])
  }

  paragraph(node: PmNode, look: IParagraphOptions): Paragraph {
    return new Paragraph({ ...look, children: this.#inline.content(node.children) })
  }

  heading(node: PmNode, { look }: Around): Paragraph {
    const place = this.#places.next().value as Place | undefined
    const words = this.#inline.content(node.children)
    if (!place) return new Paragraph({ ...look, children: words })
    const { style: _, ...rest } = look
    return new Paragraph({ ...rest, heading: headingStyle(place.level), children: [marked(place.short, words)] })
  }

  numbered(node: PmNode, around: Around): FileChild[] {
    const reference = `numbers${this.#numberings.length}`
    this.#numberings.push(numbersFrom(reference, listStart(node.attrs['start'])))
    return this.list(node, () => reference, around)
  }

  /** The first paragraph of an item bears its sign; what follows stands below its words. */
  list(node: PmNode, reference: (item: PmNode) => string, { look, level }: Around): FileChild[] {
    const depth = Math.min(level, DEEPEST)
    const isTight = node.children.every((item) => item.childCount === 1 || item.child(1).type.name.endsWith('List'))
    const spacing = isTight ? { spacing: { after: 60 } } : {}
    const { indent: _, ...rest } = look
    return node.children.flatMap((item) => {
      const [first, ...others] = item.children
      const numbering = { reference: reference(item), level: depth }
      const isText = first?.type.name === 'paragraph'
      const head = isText
        ? this.paragraph(first, { ...rest, ...spacing, numbering })
        : new Paragraph({ ...rest, numbering })
      const inside: Around = { look: { ...rest, indent: { left: STEP * (depth + 1) } }, level: level + 1 }
      const below = isText || !first ? others : [first, ...others]
      return [head, ...below.flatMap((block) => DOCX_BLOCKS[block.type.name]?.(this, block, inside) ?? [])]
    })
  }

  callout(node: PmNode, { look, level }: Around): FileChild[] {
    const kind = calloutKind(node.attrs['kind'])
    const { strong, soft } = TONES[kind]
    const framed: IParagraphOptions = {
      ...look,
      indent: { left: STEP * level + 200, right: 120 },
      shading: { type: ShadingType.CLEAR, fill: soft, color: 'auto' },
      border: { left: { style: BorderStyle.SINGLE, size: 24, color: strong, space: 8 } },
    }
    const title = wordText(bindSpaces(String(node.attrs['title'] || CALLOUTS[kind])))
    return [
      new Paragraph({ ...framed, style: 'CalloutTitle', children: [new TextRun({ text: title, color: strong })] }),
      ...this.blocks(node, { look: framed, level }),
    ]
  }

  table(node: PmNode): FileChild[] {
    const widths = columnWidths(node)
    const rows = node.children.map(
      (row, y) =>
        new TableRow({
          tableHeader: y === 0,
          cantSplit: y === 0,
          children: row.children.map((cell, x) => this.#cell(cell, widths[x] ?? 0, y === 0)),
        }),
    )
    const rule = { style: BorderStyle.SINGLE, size: 4, color: LINE }
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
    const borders = { top: rule, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: none }
    const table = new Table({
      rows,
      columnWidths: widths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      borders,
      margins: { top: 50, bottom: 50, left: 110, right: 110 },
    })
    // Two tables that touch would be one.
    return [table, new Paragraph({ spacing: { after: 80 } })]
  }

  #cell(cell: PmNode, width: number, isHead: boolean): TableCell {
    const alignment = alignmentOf(cell.attrs['align']) ?? 'left'
    const look = {
      style: 'TableText',
      alignment: AlignmentType[alignment.toUpperCase() as 'LEFT' | 'CENTER' | 'RIGHT'],
    }
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: SUNK, color: 'auto' } } : {}),
      children: cell.children.map(
        (node) =>
          new Paragraph({ ...look, children: this.#inline.content(node.children, isHead ? { bold: true } : {}) }),
      ),
    })
  }
}

/** Columns as wide as their longest texts ask for, within reason, together as wide as the text. */
function columnWidths(table: PmNode): number[] {
  const columns = table.firstChild?.childCount ?? 1
  const weights = Array.from({ length: columns }, (_, x) => {
    const longest = Math.max(...table.children.map((row) => (x < row.childCount ? row.child(x).textContent.length : 0)))
    return Math.min(48, Math.max(6, longest))
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => Math.max(200, Math.floor((TEXT_WIDTH * weight) / sum)))
}
