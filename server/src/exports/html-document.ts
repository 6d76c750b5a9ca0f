import { escapeHtml } from '@cenacle/document/escape-html'
import { calloutKind } from '@cenacle/document/nodes'
import { sayDay } from './book.ts'
import { CALLOUTS } from './callouts.ts'
import { levelOf, pageHtml } from './html-page.ts'
import { STYLE } from './html-style.ts'
import type { Chapter, Place, Prepared } from './prepare.ts'
import { bindSpaces } from './typography.ts'

/** Nothing is loaded and nothing runs, whoever opens the file wherever. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

const shown = (text: string): string => escapeHtml(bindSpaces(text))

/** Pages as one HTML file that needs no other. */
export function writeHtml(book: Prepared): string {
  const { title, contributors, date } = book.input
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<meta name="author" content="${escapeHtml(contributors.join(', '))}">
<meta name="date" content="${escapeHtml(date)}">
<style>
${STYLE}
</style>
</head>
<body>
<a class="skip" href="#texte">Aller au texte</a>
<div class="sheet">
${head(book)}
${contents(book)}
<main id="texte">
${book.chapters.map((chapter) => article(book, chapter)).join('\n')}
</main>
${people(book)}
</div>
</body>
</html>
`
}

function head({ input, chapters }: Prepared): string {
  const { title, space, date, contributors, isBook } = input
  const names = new Intl.ListFormat('fr').format(contributors)
  const about = [
    ...(space === title ? [] : [space]),
    `${isBook ? 'Textes arrêtés au ' : ''}${sayDay(date)}`,
    ...(isBook || names === '' ? [] : [names]),
  ]
  const anchor = isBook ? 'haut' : (chapters[0]?.place.anchor ?? 'haut')
  const name = `<h1 class="title" id="${escapeHtml(anchor)}">${shown(title)}</h1>`
  return `<header class="head">${name}<p>${about.map(shown).join(' · ')}</p></header>`
}

function contents({ contents: places, input }: Prepared): string {
  const listed = input.isBook ? places : places.slice(1)
  if (listed.length < (input.isBook ? 1 : 2)) return ''
  return `<nav aria-labelledby="sommaire"><h2 id="sommaire">Sommaire</h2>${listOf(listed)}</nav>`
}

/** Titles as nested lists, by their level. */
function listOf(places: readonly Place[]): string {
  const top = Math.min(...places.map(({ level }) => level))
  let html = ''
  for (let i = 0; i < places.length; ) {
    let end = i
    // Deeper ones without one of this level before them.
    while (end < places.length && (end === i || (places[end]?.level ?? 0) > top)) end++
    const first = places[i] as Place
    const below = places.slice(i + 1, end)
    html += `<li><a href="#${escapeHtml(first.anchor)}">${shown(first.text)}</a>${below.length > 0 ? listOf(below) : ''}</li>`
    i = end
  }
  return `<ol>${html}</ol>`
}

function article(book: Prepared, chapter: Chapter): string {
  const html = titled(scrolling(pageHtml(book, chapter)))
  if (!book.input.isBook) return `<article>${html}</article>`
  const level = levelOf(book, chapter.place)
  const title = `<h${level} id="${escapeHtml(chapter.place.anchor)}">${shown(chapter.page.title)}</h${level}>`
  return `<article${chapter.place.level === 1 ? ' class="chapter"' : ''}>${title}\n${html}</article>`
}

/** A wide table moves by itself, also by keyboard. */
const scrolling = (html: string): string =>
  html
    .replaceAll('<table>', '<div class="wide" role="group" aria-label="Tableau" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')

/** A callout without a title gets the name of its kind: colour alone says it to nobody who does not see it. */
const titled = (html: string): string =>
  html.replace(
    /<aside ([^>]*data-callout="(\w+)"[^>]*)><div class="callout-body">/g,
    (_, attrs: string, kind: string) => {
      const title = CALLOUTS[calloutKind(kind)]
      return `<aside ${attrs}><p class="callout-title">${title}</p><div class="callout-body">`
    },
  )

function people({ input: { contributors, isBook } }: Prepared): string {
  if (!isBook || contributors.length === 0) return ''
  const names = contributors.map((name) => `<li>${shown(name)}</li>`).join('')
  return `<section class="chapter" aria-labelledby="contributions"><h2 id="contributions">Contributions</h2><ul class="people">${names}</ul></section>`
}
