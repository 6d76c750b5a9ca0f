import { promisify } from 'node:util'
import { fromBuffer } from 'yauzl'
import { zipOf } from './zip.ts'

/** What the library makes up anew at each run: ids of relations to addresses. */
const RANDOM_ID = /Id="(rId[a-z0-9_-]{21})"/g
/** Where it counts on from one document to the next: in these tags alone, since `<` never stands in a text. */
const COUNTED = /<w:(?:hyperlink|bookmarkStart|bookmarkEnd)\b[^>]*>|<w:instrText[^>]*>PAGEREF _Toc\d+/g
/** A reader that looks at the first part alone sees what the file is. */
const FIRST = ['[Content_Types].xml', '_rels/.rels']

/**
 * A Word file whose bytes depend on its content alone: ids are counted from one, times are those of the texts.
 * @param date of the texts (ISO 8601)
 */
export async function fixedDocx(bytes: Uint8Array, date: string): Promise<Uint8Array> {
  const parts = await partsOf(bytes)
  const texts = parts.map(({ name, bytes: part }) => (/\.(?:xml|rels)$/.test(name) ? part.toString('utf8') : undefined))
  const links = texts.flatMap((text) => [...(text ?? '').matchAll(RANDOM_ID)].map(([, id = '']) => id))
  const counted = countedFrom(new Map(links.map((id, i) => [id, `rIdLink${i + 1}`])))
  const second = `${new Date(date).toISOString().slice(0, 19)}Z`
  const fixed = parts.map(({ name, bytes: part }, i) => {
    const text = texts[i]
    if (text === undefined) return { name, bytes: part }
    const times = text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${second}`)
    return { name, bytes: Buffer.from(counted(times)) }
  })
  return zipOf(
    fixed.toSorted((a, b) => rankOf(a.name) - rankOf(b.name)),
    date,
  )
}

const rankOf = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)

/** @param links relations, by the id that was made up */
function countedFrom(links: ReadonlyMap<string, string>): (xml: string) => string {
  const bookmarks = new Map<string, number>()
  const contents = new Map<string, number>()
  const nth = (numbers: Map<string, number>, id: string): number => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return number
  }
  const isLink = /"(rId[a-z0-9_-]{21})"/g
  return (xml) =>
    xml
      .replace(COUNTED, (found) =>
        found
          .replace(/_Toc(\d+)/, (_, id: string) => `_Toc${nth(contents, id)}`)
          .replace(/w:id="(\d+)"/, (_, id: string) => `w:id="${nth(bookmarks, id)}"`),
      )
      .replace(isLink, (whole, id: string) => (links.has(id) ? `"${links.get(id)}"` : whole))
}

interface Part {
  name: string
  bytes: Buffer
}

/** The parts of a Word file, in their order. */
export async function partsOf(bytes: Uint8Array): Promise<Part[]> {
  const zip = await promisify<Buffer, { lazyEntries: true }, import('yauzl').ZipFile>(fromBuffer)(Buffer.from(bytes), {
    lazyEntries: true,
  })
  const open = promisify(zip.openReadStream.bind(zip)) as (
    entry: import('yauzl').Entry,
  ) => Promise<NodeJS.ReadableStream>
  const parts: Part[] = []
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(parts))
    zip.on('entry', (entry: import('yauzl').Entry) => {
      if (entry.fileName.endsWith('/')) return zip.readEntry()
      open(entry)
        .then(async (stream) => {
          const chunks: Buffer[] = []
          for await (const chunk of stream) chunks.push(Buffer.from(chunk))
          parts.push({ name: entry.fileName, bytes: Buffer.concat(chunks) })
          zip.readEntry()
        })
        .catch(reject)
    })
    zip.readEntry()
  })
}
