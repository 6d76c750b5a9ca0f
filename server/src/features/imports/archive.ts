import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { Problem } from '../../problem.ts'

/** How much an archive may become. Each bound is held against what it declares before anything is inflated, then against what comes out. */
export interface ArchiveLimits {
  entries: number
  /** All entries together, inflated, bytes. */
  total: number
  /** One entry, inflated, bytes. */
  entry: number
}

/** A file in an archive. */
export interface ArchiveEntry {
  /** With `/`, NFC, without anything that leads out of its folder. */
  path: string
  /** Inflated, bytes, as declared. */
  size: number
  isLink: boolean
  /** @throws Problem archive-bomb, archive-unreadable */
  read(): Promise<Buffer>
}

/** An honest text shrinks to a hundredth at most; what shrinks more, and is not small, is made to burst. */
const RATIO = 200
const RATIO_FROM = 1024 * 1024
const NAME_MAX = 500
const SYMLINK = 0o120000
const FILE_TYPE = 0o170000

/**
 * Opens a zip of which nothing is trusted.
 * @returns its files, without folders and what macOS adds
 * @throws Problem archive-unreadable, archive-unsafe, archive-duplicate, archive-encrypted, archive-bomb, import-too-many
 */
export async function openArchive(bytes: Buffer, limits: ArchiveLimits): Promise<ArchiveEntry[]> {
  const zip = await unreadable(fromBufferPromise(bytes, { decodeStrings: false, lazyEntries: true }))
  // The count stands at the end of the file: hundreds of thousands of entries are refused without reading one.
  if (zip.entryCount > limits.entries) throw new Problem('import-too-many')
  const budget = { left: limits.total }
  const found = new Map<string, ArchiveEntry>()
  let declared = 0
  for await (const entry of entriesOf(zip)) {
    const path = safePath(nameOf(entry))
    if (path.endsWith('/') || isOfMac(path)) continue
    if (entry.isEncrypted()) throw new Problem('archive-encrypted')
    declared += entry.uncompressedSize
    if (declared > limits.total || isBomb(entry)) throw new Problem('archive-bomb')
    if (found.has(path)) throw new Problem('archive-duplicate')
    found.set(path, {
      path,
      size: entry.uncompressedSize,
      isLink: ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK,
      read: () => inflate(zip, entry, Math.min(limits.entry, entry.uncompressedSize), budget),
    })
  }
  return [...found.values()]
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry()
  for (;;) {
    const { value, done } = await unreadable(entries.next())
    if (done) return
    yield value
  }
}

async function unreadable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new Problem('archive-unreadable', { cause: error })
  }
}

const isBomb = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > RATIO_FROM && uncompressedSize > compressedSize * RATIO

const isOfMac = (path: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._)/.test(path)

const UTF8_FLAG = 1 << 11

/** The name as it was meant: old tools for macOS and Linux write UTF-8 without saying so, those for Windows CP437. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    if (entry.generalPurposeBitFlag & UTF8_FLAG) throw new Problem('archive-unreadable')
    return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)
  }
}

/** A name that stays inside of its folder, with `/` between folders, as old tools of Windows do not write it. */
function safePath(name: string): string {
  const path = name.replaceAll('\\', '/').normalize('NFC')
  const parts = path.replace(/\/$/, '').split('/')
  const isSafe =
    path.length <= NAME_MAX &&
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    !/^\/|^[a-z]:|[\u0000-\u001f\u007f]/i.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  if (!isSafe) throw new Problem('archive-unsafe')
  return path
}

async function inflate(zip: ZipFile, entry: Entry, most: number, budget: { left: number }): Promise<Buffer> {
  if (entry.uncompressedSize > most) throw new Problem('archive-bomb')
  const chunks: Buffer[] = []
  let size = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      budget.left -= chunk.length
      // Leaving the loop ends the stream, and the inflating with it.
      if (size > most || budget.left < 0) throw new Problem('archive-bomb')
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    // yauzl's words for more bytes than declared.
    throw new Problem(/too many bytes/.test(String(error)) ? 'archive-bomb' : 'archive-unreadable', { cause: error })
  }
  return Buffer.concat(chunks, size)
}
