import { sayDay } from './book.ts'
import type { Chapter, Prepared } from './prepare.ts'
import { array, call, join, str } from './typst-code.ts'
import { headingAt, TypstBlocks } from './typst-blocks.ts'
import { TEMPLATE } from './typst-template.ts'
import { bindSpaces, softenLongRuns } from './typography.ts'

const shown = (text: string): string => str(softenLongRuns(bindSpaces(text)))

/** A whole document in Typst's language; its pictures are files at its root, named by their key. */
export function writeTypst(book: Prepared): string {
  const { title, contributors, date, isBook } = book.input
  const at = new Date(date)
  const day = `year: ${at.getUTCFullYear()}, month: ${at.getUTCMonth() + 1}, day: ${at.getUTCDate()}`
  const time = `hour: ${at.getUTCHours()}, minute: ${at.getUTCMinutes()}, second: ${at.getUTCSeconds()}`
  const about = [`title: ${str(title)}`, `author: ${array(contributors.map(str))}`, `date: datetime(${day}, ${time})`]
  const body = isBook ? wholeBook(book) : book.chapters.map((chapter) => onePage(book, chapter)).join('\n')
  return `#set document(${about.join(', ')})\n${TEMPLATE}\n${body}\n`
}

function wholeBook(book: Prepared): string {
  const { title, space, date, contributors } = book.input
  const deepest = Math.max(1, ...book.contents.map(({ level }) => level))
  return [
    `#${call('cover', shown(space === title ? '' : space), shown(title), str(`Textes arrêtés au ${sayDay(date)}`))}`,
    `#set page(header: ${call('running', shown(title), 'none')}, footer: number-of-page)`,
    `#{ show footnote: none; ${call('outline', 'title: "Sommaire"', `depth: ${deepest}`, 'indent: 1.3em')} }`,
    ...book.chapters.map((chapter) => {
      const head = headingAt(chapter.place, shown(chapter.page.title))
      const start = chapter.place.level === 1 ? 'pagebreak(weak: true)' : ''
      return `#${join([start, chapter.place.level === 1 ? 'chapter-rule' : '', head, new TypstBlocks(book, chapter).blocks(chapter.doc)])}`
    }),
    ...(contributors.length === 0
      ? []
      : [
          `#${join(['pagebreak(weak: true)', 'chapter-rule', 'heading(level: 1, "Contributions")', people(contributors)])}`,
        ]),
  ].join('\n')
}

const people = (names: readonly string[]): string =>
  join([
    call('par', str('Ont écrit ces pages, par ordre alphabétique\u00a0:')),
    call('columns', '2', call('list', 'marker: none', ...names.map(shown))),
  ])

function onePage(book: Prepared, chapter: Chapter): string {
  const { space, date, contributors } = book.input
  const by = contributors.length > 0 ? ` · ${new Intl.ListFormat('fr').format(contributors)}` : ''
  return [
    `#set page(header: ${call('running', shown(chapter.page.title), shown(space))}, footer: number-of-page)`,
    `#${join([
      'chapter-rule',
      headingAt(chapter.place, shown(chapter.page.title)),
      call('byline', shown(`${space} · ${sayDay(date)}${by}`)),
      new TypstBlocks(book, chapter).blocks(chapter.doc),
    ])}`,
  ].join('\n')
}
