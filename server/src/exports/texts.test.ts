import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMarkdown } from '@cenacle/document/markdown-parse'
import { EVERYTHING, PICTURE, sampleBook, samplePage } from '../../test/export-sample.ts'
import { exportJobs } from './jobs.ts'
import { bindSpaces, softenLongRuns } from './typography.ts'

test('an HTML file needs no other: no script, nothing from outside, pictures within', async () => {
  for (const input of [await sampleBook(), await samplePage(`<script>alert(1)</script>\n\n${EVERYTHING}`)]) {
    const html = exportJobs.exportHtml(input)
    assert.match(html, /^<!doctype html>\n<html lang="fr">/)
    assert.doesNotMatch(html, /<script|<link|<iframe|javascript:| on\w+=|@import|url\(/i)
    const sources = [...html.matchAll(/ src="([^"]{0,30})/g)].map(([, src]) => src)
    assert.ok(
      sources.length === 2 && sources.every((src) => src?.startsWith('data:image/jpeg;base64,')),
      String(sources),
    )
    assert.match(html, /Content-Security-Policy" content="default-src &#39;none&#39;/)
  }
})

test('in a book every place is named once, and every link inside leads to one', async () => {
  const html = exportJobs.exportHtml(await sampleBook())
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  const inside = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  assert.ok(inside.length > 12)
  assert.deepEqual(
    inside.filter((id) => !ids.includes(id)),
    [],
  )
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
  assert.ok(
    levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1),
    String(levels),
  )
  assert.match(html, /href="https:\/\/cenacle\.example\/pages\//)
})

test('a book is one Markdown text: links lead inside, notes are numbered through, pictures stand at its end', async () => {
  const input = await sampleBook()
  const markdown = exportJobs.exportMarkdown(input)
  const anchors = [...markdown.matchAll(/^<a id="([^"]+)"><\/a>$/gm)].map(([, id]) => id)
  const links = [...markdown.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id)
  assert.ok(links.length >= 5)
  assert.deepEqual(
    links.filter((id) => !anchors.includes(id)),
    [],
  )
  assert.match(markdown, /\n\[\^2\]: Autre note\.\n/)
  assert.match(markdown, /!\[Un carré\]\[image-1\]/)
  assert.match(
    markdown,
    /\n\[image-1\]: data:image\/jpeg;base64,[\w+/=]+ "légende"\n\[image-2\]: data:image\/jpeg;base64,[\w+/=]+ "décorative"\n$/,
  )
  assert.equal(exportJobs.exportMarkdown(await sampleBook()), markdown)
  assert.equal(exportJobs.exportHtml(await sampleBook()), exportJobs.exportHtml(input))
  assert.doesNotThrow(() => parseMarkdown(markdown))
})

test('a text that holds our own signs is left as it was', async () => {
  assert.doesNotMatch(exportJobs.exportMarkdown(await sampleBook()), /x[0-9a-f]{32}x/)
  const html = exportJobs.exportHtml(await samplePage(`Le code \`/api/files/${PICTURE}\` et &lt;img src="x"&gt;`))
  assert.match(html, new RegExp(`<code>/api/files/${PICTURE}</code> et &lt;img src=&quot;x&quot;&gt;`))
})

test('pictures that nobody has described are counted, those that decorate are not', () => {
  const texts = [`![](/a.webp) ![b](/b.webp) ![](/c.webp "décorative")`, 'rien']
  assert.deepEqual(exportJobs.undescribed({ texts }), [['/a.webp'], []])
})

test('French spaces do not break; letters stay as they are', () => {
  assert.equal(
    bindSpaces('« Quoi ? » : 12 h, 80 000 €'),
    '«\u00a0Quoi\u202f?\u00a0»\u00a0: 12\u00a0h, 80\u202f000\u00a0€',
  )
  assert.equal(bindSpaces('a:b ?c'), 'a:b ?c')
  const address = `https://exemple.fr/${'long/'.repeat(30)}`
  assert.equal(softenLongRuns(address).replaceAll('\u200b', ''), address)
  assert.ok(softenLongRuns(address).includes('\u200b'))
  assert.equal(softenLongRuns('un mot court'), 'un mot court')
})
