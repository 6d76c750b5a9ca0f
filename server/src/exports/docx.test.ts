import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EVERYTHING, sampleBook, samplePage } from '../../test/export-sample.ts'
import { convert, without } from '../../test/office.ts'
import { pdfText } from '../../test/pdf-tools.ts'
import { partsOf } from './docx-fixed.ts'
import { exportJobs } from './jobs.ts'

const read = async (bytes: Uint8Array): Promise<Map<string, string>> =>
  new Map((await partsOf(bytes)).map(({ name, bytes: part }) => [name, part.toString('utf8')]))

/** Every tag is closed, in its order; every attribute is quoted. @returns what is wrong, or nothing */
function faultOf(xml: string): string | undefined {
  const open: string[] = []
  const rest = xml
    .replace(/<\?xml[^>]*\?>/, '')
    .replace(
      /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
      (_, close: string, name: string, __, empty: string) => {
        if (close && open.pop() !== name) open.push(`unexpected ${name}`)
        if (!close && !empty) open.push(name)
        return ''
      },
    )
  return open.length > 0 ? open.join(' ') : /[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.exec(rest)?.[0]
}

test('a book is a Word document with its own styles, lists, notes, tables and places', async () => {
  const parts = await read(await exportJobs.exportDocx(await sampleBook()))
  for (const name of [
    '[Content_Types].xml',
    '_rels/.rels',
    'word/document.xml',
    'word/styles.xml',
    'word/numbering.xml',
    'word/footnotes.xml',
  ])
    assert.ok(parts.has(name), name)
  for (const [name, xml] of parts) if (/\.(?:xml|rels)$/.test(name)) assert.equal(faultOf(xml), undefined, name)
  const document = parts.get('word/document.xml') ?? ''
  for (const part of [
    'w:pStyle w:val="Heading1"',
    'w:pStyle w:val="Heading2"',
    '<w:tblHeader/>',
    '<w:numPr>',
    '<m:oMath>',
    'descr="Un carré"',
    'TOC \\h',
  ])
    assert.ok(document.includes(part), part)
  assert.equal((document.match(/<w:footnoteReference /g) ?? []).length, 2)
  assert.match(parts.get('word/footnotes.xml') ?? '', /Le texte de la note\.[\s\S]*Autre note\./)
  assert.match(parts.get('word/styles.xml') ?? '', /<w:lang [^>]*w:val="fr-FR"/)
  assert.match(parts.get('docProps/core.xml') ?? '', /created[^>]*>2026-11-21T10:00:00Z</)
  const bookmarks = new Set([...document.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name))
  const inside = [...document.matchAll(/<w:hyperlink [^>]*>/g)].filter(([tag]) => !tag.includes('r:id='))
  const anchors = inside.map(([tag]) => /w:anchor="([^"]+)"/.exec(tag)?.[1])
  assert.ok(anchors.length > 6)
  assert.deepEqual(
    anchors.filter((name) => !bookmarks.has(name ?? '')),
    [],
  )
  assert.match(parts.get('word/_rels/document.xml.rels') ?? '', /https:\/\/cenacle\.example\/pages\//)
})

test('a list counts from its own start, whatever stands before it', async () => {
  const parts = await read(await exportJobs.exportDocx(await samplePage('1. a\n2. b\n\nx\n\n7. c\n\n- d\n  1. e')))
  const starts = [...(parts.get('word/numbering.xml') ?? '').matchAll(/<w:abstractNum .*?<\/w:abstractNum>/gs)]
    .filter(([xml]) => xml.includes('w:val="decimal"'))
    .map(([xml]) => /<w:start w:val="(\d+)"/.exec(xml)?.[1])
  assert.deepEqual(starts, ['1', '7', '1'])
})

test('the same texts are the same bytes; what somebody typed is nobody’s id', async () => {
  const typed = `${EVERYTHING}\n\nw:anchor="_Toc7" r:id="rIdq1iwm09cwshs-4q8w3rtu" PAGEREF _Toc9`
  const one = await exportJobs.exportDocx(await sampleBook(typed))
  const two = await exportJobs.exportDocx(await sampleBook(typed))
  assert.ok(Buffer.from(one).equals(Buffer.from(two)))
  const document = (await read(one)).get('word/document.xml') ?? ''
  assert.match(document, /_Toc7.*rIdq1iwm09cwshs-4q8w3rtu.*PAGEREF _Toc9/)
})

test('LibreOffice opens it and finds every word', { skip: without('soffice', 'pdftotext') }, async () => {
  const bytes = await exportJobs.exportDocx(await sampleBook())
  const text = (await pdfText(await convert({ name: 'livre.docx', bytes }, 'pdf'))).replace(/\s+/gu, ' ')
  const words = [
    'La méthode',
    'Sommaire',
    'Premier chapitre',
    'Un titre « long » : lequel ?',
    'sous deux',
    '5. cinq',
    'déjà fait',
    'Une citation.',
  ]
  for (const word of [
    ...words,
    '#read(1)',
    'Droite',
    'Prenez garde',
    'Conseil',
    'Le texte de la note.',
    'Autre note.',
    'Inès Aubry',
  ])
    assert.ok(text.includes(word), `${word} in ${text}`)
})
