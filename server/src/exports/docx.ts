import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  type ILevelsOptions,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import { type ExportInput, sayDay } from './book.ts'
import { DocxBlocks, headingStyle } from './docx-blocks.ts'
import { fixedDocx } from './docx-fixed.ts'
import { type Gathered, marked, wordText } from './docx-inline.ts'
import { SIGNS, styles } from './docx-styles.ts'
import { type Prepared, prepare } from './prepare.ts'
import { bindSpaces } from './typography.ts'

const A4 = { size: { width: 11_906, height: 16_838 }, margin: { top: 1_418, bottom: 1_418, left: 1_418, right: 1_418 } }

/** Laying a text out to know its page numbers took 55 ms of processor time for 1,000 characters; a longer one leaves them to Word. */
const NUMBERED_MAX = 80_000
const isShort = ({ pages }: ExportInput): boolean =>
  pages.reduce((sum, { markdown }) => sum + markdown.length, 0) <= NUMBERED_MAX

const run = (text: string): TextRun => new TextRun(wordText(bindSpaces(text)))

/** An export as a Word document: its styles, lists, notes and tables are Word's own. */
export async function makeDocx(input: ExportInput): Promise<Uint8Array> {
  const book = prepare(input)
  const gathered: Gathered = { footnotes: {}, drawings: 0 }
  const numberings: { reference: string; levels: ILevelsOptions[] }[] = [...SIGNS]
  const chapters = book.chapters.flatMap((chapter, i): FileChild[] => {
    const { place, page } = chapter
    const title = new Paragraph({
      heading: headingStyle(place.level),
      pageBreakBefore: input.isBook && place.level === 1 && i > 0,
      children: [marked(place.short, [run(page.title)])],
    })
    const blocks = new DocxBlocks(book, chapter, gathered, numberings).blocks(chapter.doc)
    return [title, ...(input.isBook ? [] : [byline(input)]), ...blocks]
  })
  const page = { page: A4 }
  const footers = { default: new Footer({ children: [numberOfPage()] }) }
  const body = { properties: page, footers, children: [...chapters, ...people(input)] }
  const document = new Document({
    title: wordText(input.title),
    creator: wordText(input.contributors.join(', ')),
    lastModifiedBy: wordText(input.space),
    description: wordText(input.space),
    styles,
    numbering: { config: numberings },
    footnotes: gathered.footnotes,
    ...(isShort(input) ? { pageNumbers: estimatePageNumbers } : {}),
    sections: input.isBook
      ? [
          { properties: page, children: cover(book) },
          { ...body, children: [...contents(book), ...body.children] },
        ]
      : [body],
  })
  return fixedDocx(await Packer.toBuffer(document), input.date)
}

const numberOfPage = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 18 })],
  })

function byline({ space, date, contributors }: ExportInput): Paragraph {
  const names = new Intl.ListFormat('fr').format(contributors)
  return new Paragraph({
    style: 'Subtitle',
    children: [run([space, sayDay(date), names].filter((each) => each !== '').join(' · '))],
  })
}

function cover({ input: { title, space, date } }: Prepared): Paragraph[] {
  return [
    new Paragraph({ style: 'Subtitle', spacing: { before: 3_600 }, children: space === title ? [] : [run(space)] }),
    new Paragraph({ style: 'Title', children: [run(title)] }),
    new Paragraph({ style: 'Subtitle', children: [run(`Textes arrêtés au ${sayDay(date)}`)] }),
  ]
}

function contents({ contents: places, input }: Prepared): FileChild[] {
  // Not marked for an update: Word would ask its reader something at each opening.
  const unnumbered = isShort(input) ? {} : { beginDirty: false, tabLeader: LeaderType.NONE }
  const deepest = Math.min(6, Math.max(1, ...places.map(({ level }) => level)))
  return [
    new Paragraph({ style: 'ContentsTitle', children: [run('Sommaire')] }),
    new TableOfContents('Sommaire', { hyperlink: true, headingStyleRange: `1-${deepest}`, ...unnumbered }),
    new Paragraph({ pageBreakBefore: true }),
  ]
}

function people({ isBook, contributors }: ExportInput): Paragraph[] {
  if (!isBook || contributors.length === 0) return []
  return [
    new Paragraph({ heading: headingStyle(1), pageBreakBefore: true, children: [run('Contributions')] }),
    ...contributors.map(
      (name) =>
        new Paragraph({ numbering: { reference: 'bullets', level: 0 }, spacing: { after: 40 }, children: [run(name)] }),
    ),
  ]
}
