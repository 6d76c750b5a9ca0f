import type { Translated } from '../../../i18n/message.ts'
import type { fr } from './fr.ts'

/** The same texts in English; the compiler asks for each key. */
export const en: Translated<typeof fr> = {
  title: 'Take these pages along',
  what: 'What would you like to take along?',
  'scope.page': 'This page',
  'scope.tree': 'This page and those below it',
  'scope.treeHint': 'As one book, with a title page and a table of contents',
  'scope.space': 'All pages of the space',
  format: 'In which form?',
  'format.pdf': 'Accessible PDF',
  'format.pdfHint': 'To read, print or send',
  'format.docx': 'Word',
  'format.docxHint': 'To go on with the text in Word or LibreOffice',
  'format.html': 'Web page',
  'format.htmlHint': 'One file with its images, readable everywhere',
  'format.md': 'Markdown',
  'format.mdHint': 'Plain text, to go on elsewhere',
  'format.zip': 'Archive (zip)',
  'format.zipHint': 'One Markdown file for each page, with images and files',
  drafts: 'With drafts',
  draftsHint: 'The text of each page as it is being written, published or not',
  count: { one: '{count} page leaves.', other: '{count} pages leave.' },
  staying: { one: '{count} draft stays here.', other: '{count} drafts stay here.' },
  nothing: 'Nothing is published here yet: only drafts could leave.',
  noPdf: 'This server cannot make PDFs. The other forms are there.',
  undescribed: { one: '{count} image has no description yet', other: '{count} images have no description yet' },
  undescribedHelp:
    'The PDF will be made all the same, but who does not see these images will not know what they show. Describe them, or say that they are decorative:',
  undescribedIn: { one: '{title} ({count} image)', other: '{title} ({count} images)' },
  untitled: 'Untitled',
  act: 'Export',
  making: 'The file is being made…',
  stop: 'Stop',
  done: 'The file “{name}” is ready: it is in your downloads.',
  doneTagged:
    'The file “{name}” is ready: it is in your downloads. An image without a description, or a sign that our fonts do not draw, keeps it from being fully accessible.',
}
