import { posix } from 'node:path'
import type { ImportFault } from '@cenacle/contract/import'
import { importLimits } from '@cenacle/contract/import-limits'
import type { PersonContext } from '../../context.ts'
import type { Converted } from '../../documents/import-jobs.ts'
import { Problem } from '../../problem.ts'
import { type ArchiveEntry, type ArchiveLimits, openArchive } from './archive.ts'
import { BUDGET_MS, Fault, faultOf, type Source } from './source.ts'

/** A file as it was sent. */
export interface Upload {
  name: string
  bytes: Buffer
}

/** What was sent, taken apart. */
export interface Unpacked extends Source {
  faults: ImportFault[]
  /** An image's bytes, by a path of `images`. @throws Fault */
  image(path: string): Promise<Uint8Array>
}

const MB = 1024 * 1024
const ZIP: ArchiveLimits = { entries: 5_000, total: 100 * MB, entry: 25 * MB }
/** Word keeps each picture of a document in it, and a text of a thousand pages takes a few MB. `total` is for all documents together. */
const DOCX: ArchiveLimits = { entries: 5_000, total: 200 * MB, entry: 25 * MB }
/** Longest file of text that is read, bytes: four for each character that a page may have. */
const TEXT_MAX = 4 * MB
/** HTML with its images in it. */
const HTML_MAX = 25 * MB
const DEPTH_MAX = 30

const MARKDOWN = /\.(?:md|markdown)$/i
const HTML = /\.html?$/i
const PAGE = /\.(?:md|markdown|html?|docx)$/i
const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg|tiff?|heic|heif)$/i
const ARCHIVE = /\.zip$/i
/** Folders of tools, not of texts. What VuePress serves at the root lies in `.vuepress/public`. */
const SKIPPED = /(?:^|\/)(?:\.(?!vuepress\/)[^/]*|node_modules)\//
const order = new Intl.Collator('fr', { numeric: true })

type File = Pick<ArchiveEntry, 'path' | 'size' | 'isLink' | 'read'>

/**
 * Takes apart what was sent: Markdown, web pages, Word documents, and zips of these. Word documents and web pages are made Markdown at once,
 * since only then their images are known.
 * @throws Problem archive-… for a zip that is refused as a whole, docx-unreadable for a Word document that came alone, import-empty, import-too-many
 */
export async function unpack(ctx: PersonContext, uploads: readonly Upload[]): Promise<Unpacked> {
  const files = (await Promise.all(uploads.map((upload) => filesOf(upload, uploads.length === 1)))).flat()
  const faults: ImportFault[] = []
  const kept = new Map<string, File>()
  for (const file of files.sort(byFolder)) {
    const code = refusal(file, kept)
    if (code === undefined) kept.set(file.path, file)
    else if (code !== null) faults.push({ path: file.path, code })
  }
  const pages = [...kept.keys()].filter((path) => PAGE.test(path))
  if (pages.length > importLimits.pages) throw new Problem('import-too-many')
  const unpacked = new Bundle(ctx, kept, nameOf(uploads), faults)
  await unpacked.convert(pages)
  if (unpacked.pages.length === 0) throw emptied(files, faults)
  return unpacked
}

/** Nothing is left: of one document alone, the reason is that of the whole. */
function emptied(files: readonly File[], faults: readonly ImportFault[]): Problem {
  const [only] = faults
  if (files.length === 1 && only?.code === 'docx-unreadable') return new Problem('docx-unreadable')
  if (files.length === 1 && only?.code === 'too-large') return new Problem('too-large')
  return new Problem('import-empty')
}

async function filesOf({ name, bytes }: Upload, isAlone: boolean): Promise<File[]> {
  if (!ARCHIVE.test(name))
    return [{ path: name, size: bytes.length, isLink: false, read: () => Promise.resolve(bytes) }]
  const entries = await openArchive(bytes, ZIP)
  // Several zips keep to themselves.
  return isAlone ? entries : entries.map((entry) => ({ ...entry, path: `${name.replace(ARCHIVE, '')}/${entry.path}` }))
}

/** Folder by folder, in the order of their names. */
const byFolder = (a: File, b: File): number => {
  const [one, other] = [a.path.split('/'), b.path.split('/')]
  const at = one.findIndex((part, i) => part !== other[i])
  return at === -1 ? 0 : order.compare(one[at] ?? '', other[at] ?? '')
}

/** Why a file stays outside; null when that is not worth a word, undefined when it comes in. */
function refusal(
  { path, size, isLink }: File,
  kept: ReadonlyMap<string, File>,
): ImportFault['code'] | null | undefined {
  if (SKIPPED.test(path)) return null
  if (isLink) return PAGE.test(path) || IMAGE.test(path) ? 'symlink' : null
  if (path.split('/').length > DEPTH_MAX) return 'too-deep'
  if (ARCHIVE.test(path)) return 'archive-inside'
  if (!PAGE.test(path) && !IMAGE.test(path)) return 'unsupported'
  if (kept.has(path)) return 'unreadable'
  if (MARKDOWN.test(path) && size > TEXT_MAX) return 'too-large'
  return size > HTML_MAX ? 'too-large' : undefined
}

const nameOf = (uploads: readonly Upload[]): string => {
  const [first] = uploads
  return first && uploads.length === 1 ? first.name.replace(/\.\w+$/, '') : 'Import'
}

class Bundle implements Unpacked {
  readonly name: string
  readonly faults: ImportFault[]
  pages: string[] = []
  images: string[]
  readonly #ctx: PersonContext
  readonly #files: ReadonlyMap<string, File>
  readonly #converted = new Map<string, string>()
  readonly #held = new Map<string, Uint8Array>()
  #budget = DOCX.total

  constructor(ctx: PersonContext, files: ReadonlyMap<string, File>, name: string, faults: ImportFault[]) {
    this.#ctx = ctx
    this.#files = files
    this.name = name
    this.faults = faults
    this.images = [...files.keys()].filter((path) => IMAGE.test(path))
  }

  /** Reads every page once. What is wrong with one is a fault of its own; an archive that bursts is refused whole. */
  async convert(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      try {
        this.#converted.set(path, await this.#read(path))
        this.pages.push(path)
      } catch (error) {
        if (error instanceof Problem && error.code === 'archive-bomb') throw error
        this.faults.push({ path, code: faultOf(error) })
      }
    }
    this.images.push(...this.#held.keys())
  }

  async #read(path: string): Promise<string> {
    const bytes = (await this.#files.get(path)?.read()) ?? Buffer.alloc(0)
    if (MARKDOWN.test(path)) return decodeUtf8(bytes)
    const folder = freeFolder(path, this.#files)
    if (HTML.test(path)) {
      const input = { html: decodeHtml(bytes), folder }
      return this.#take(path, await this.#ctx.documents.run('convertHtml', input, BUDGET_MS))
    }
    this.#budget -= await inflatedSize(bytes, { ...DOCX, total: this.#budget })
    return this.#take(path, await this.#ctx.documents.run('convertDocx', { bytes, folder }, BUDGET_MS))
  }

  #take(path: string, { text, images, lostFormulas }: Converted): string {
    for (const image of images) this.#held.set(image.path, image.bytes)
    if (lostFormulas) this.faults.push({ path, code: 'formulas-lost' })
    return text
  }

  text(path: string): Promise<string> {
    return Promise.resolve(this.#converted.get(path) ?? '')
  }

  async image(path: string): Promise<Uint8Array> {
    const bytes = this.#held.get(path) ?? (await this.#files.get(path)?.read())
    if (!bytes) throw new Fault('image-unreadable')
    return bytes
  }
}

/** Where the images of a document stand: no folder is called as a file beside it is. */
const freeFolder = (path: string, files: ReadonlyMap<string, File>): string =>
  [...files.keys()].some((other) => other.startsWith(`${path}/`)) ? posix.join('-', path) : path

/**
 * A Word document is a zip, and gets the same treatment: every part is inflated under the bounds before its reader sees it.
 * @returns bytes
 */
async function inflatedSize(bytes: Buffer, limits: ArchiveLimits): Promise<number> {
  let size = 0
  try {
    for (const part of await openArchive(bytes, limits)) size += (await part.read()).length
    return size
  } catch (error) {
    if (error instanceof Problem && error.code === 'archive-bomb') throw error
    throw new Fault('docx-unreadable', { cause: error })
  }
}

/** @throws Fault not-utf8 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Fault('not-utf8')
  }
}

/** As a browser would: by its mark or its own word, else UTF-8 where that fits, else as Windows writes. */
function decodeHtml(bytes: Buffer): string {
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.subarray(0, 2048).toString('latin1'))?.[1]
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined
  for (const encoding of [marked, 'utf-8', named]) {
    try {
      if (encoding !== undefined) return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}
