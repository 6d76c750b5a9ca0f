import { AlignmentType, type IStylesOptions, LevelFormat, LineRuleType, type ILevelsOptions } from 'docx'
import type { CalloutKind } from '@cenacle/document/nodes'

/** Twips: a twentieth of a point. */
export const STEP = 400
const INK = '1F1B16'
const INK_2 = '5A5247'
const ACCENT = '1D4E89'
export const LINE = 'DDD5C7'
export const SUNK = 'F3EEE5'
const MONO = 'Consolas'

/** Colours of callouts: of their sign and of their ground (client/src/styles/tokens.css). */
export const TONES: Record<CalloutKind, { strong: string; soft: string }> = {
  info: { strong: '1D4E89', soft: 'E3ECF6' },
  tip: { strong: '1E6B47', soft: 'E2F2E9' },
  warning: { strong: '8A5A00', soft: 'FBF0D9' },
  danger: { strong: 'A3262A', soft: 'FBE9E7' },
}

const heading = (size: number, before: number) => ({
  run: { font: 'Cambria', size, bold: true, color: INK },
  paragraph: {
    spacing: { before, after: 120, line: 252, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
})

/** Word's own styles, so that the reader's navigation pane, table of contents and other tools know them. Half points and twips. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: 'Calibri',
        size: 22,
        color: INK,
        language: { value: 'fr-FR', eastAsia: 'fr-FR', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { after: 140, line: 283, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: 'Cambria', size: 64, bold: true, color: INK },
      paragraph: { spacing: { before: 360, after: 240, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(44, 480),
    heading2: heading(32, 400),
    heading3: heading(27, 320),
    heading4: heading(24, 280),
    heading5: heading(22, 240),
    heading6: heading(22, 240),
    hyperlink: { run: { color: ACCENT, underline: {} } },
    listParagraph: { paragraph: { contextualSpacing: true } },
    footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } } },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { color: INK_2, size: 24 },
    },
    { id: 'Quote', name: 'Quote', basedOn: 'Normal', quickFormat: true, run: { color: INK_2 } },
    {
      id: 'Code',
      name: 'Code',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: MONO, size: 19, noProof: true },
      paragraph: { spacing: { before: 0, after: 0, line: 252, lineRule: LineRuleType.AUTO }, contextualSpacing: true },
    },
    {
      id: 'CalloutTitle',
      name: 'Titre d’encadré',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { after: 40 } },
    },
    {
      id: 'TableText',
      name: 'Texte de tableau',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { after: 40, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'ContentsTitle',
      name: 'Titre du sommaire',
      basedOn: 'Normal',
      run: { font: 'Cambria', size: 44, bold: true },
      paragraph: { spacing: { after: 240 } },
    },
    ...[1, 2, 3, 4].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      run: { bold: level === 1 },
      paragraph: {
        indent: { left: 240 * (level - 1) },
        spacing: { before: level === 1 ? 120 : 0, after: 40, line: 252, lineRule: LineRuleType.AUTO },
      },
    })),
  ],
  characterStyles: [
    {
      id: 'CodeChar',
      name: 'Code en ligne',
      basedOn: 'DefaultParagraphFont',
      run: { font: MONO, size: 20, noProof: true },
    },
  ],
}

const LEVELS = Array.from({ length: 9 }, (_, level) => level)
const place = (level: number) => ({ paragraph: { indent: { left: STEP * (level + 1), hanging: 340 } } })

const signs = (...texts: string[]): ILevelsOptions[] =>
  LEVELS.map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: texts[level % texts.length] ?? '•',
    alignment: AlignmentType.LEFT,
    style: place(level),
  }))

/** Lists with signs: bullets, and the boxes of tasks. */
export const SIGNS = [
  { reference: 'bullets', levels: signs('•', '–', '·') },
  { reference: 'todo', levels: signs('☐') },
  { reference: 'done', levels: signs('☑') },
]

/** Numbers of one list, which count from `start` whatever stands before it. */
export const numbersFrom = (reference: string, start: number) => ({
  reference,
  levels: LEVELS.map(
    (level): ILevelsOptions => ({
      level,
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      start,
      alignment: AlignmentType.LEFT,
      style: place(level),
    }),
  ),
})
