import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { PersonContext } from '../../context.ts'
import type { FileOutline, Links } from '../../documents/jobs.ts'
import { storeImage } from '../../features/files/commands.ts'
import { insertPage } from '../../features/wiki/commands.ts'
import type { Progress } from '../progress.ts'
import { type Planned, planPages } from './plan.ts'
import { keyOf, type Places, resolveAddress } from './resolve.ts'
import { type Failure, reasonOf, scanFolder } from './scan.ts'

/** What an import did. */
export interface ImportReport {
  pages: number
  images: number
  /** Addresses that lead to another imported page. */
  links: number
  /** Addresses that lead nowhere in the folder; they stay as they are. */
  broken: { path: string; address: string }[]
  failures: Failure[]
}

/** Longest file that is read, bytes: four for each character that a page may have. */
const FILE_MAX = 4 * 1024 * 1024
/** Nobody waits at a browser: a text may take its time, ms. */
const BUDGET_MS = 20_000

interface Source {
  page: Planned
  id: string
  text: string
  outline: FileOutline
}

/**
 * Brings a folder of Markdown into a space as a page tree, with its images and the links between its files. Always makes new pages. What
 * cannot be read is reported, and the rest goes on.
 * @param start called when it is known how many steps there are
 * @throws Error when the folder cannot be read, or nobody may write in the space
 */
export async function importFolder(
  ctx: PersonContext,
  spaceId: string,
  folder: string,
  start: (total: number) => Progress,
): Promise<ImportReport> {
  const root = resolve(folder)
  const scan = await scanFolder(root)
  const report: ImportReport = { pages: 0, images: 0, links: 0, broken: [], failures: [...scan.failures] }
  const sources: Source[] = []
  const progress = start(scan.pages.length * 2)
  const fail = (path: string, error: unknown): void => {
    const reason = error instanceof Error && 'status' in error ? error.message : reasonOf(error)
    report.failures.push({ path, reason })
    progress.say(`${path}: ${reason}`)
  }
  for (const page of planPages(scan.pages, basename(root))) {
    try {
      sources.push(await readSource(ctx, root, page))
    } catch (error) {
      fail(page.path ?? page.folder ?? '', error)
    }
    if (page.path !== null) progress.step()
  }
  const images = imageStore(ctx, spaceId, root, fail)
  const ids = new Map<string, string>(sources.flatMap(({ page, id }) => (page.path === null ? [] : [[page.path, id]])))
  const places = placesOf(sources, scan.images)
  const made = new Map<Planned, string>()
  for (const source of sources) {
    try {
      const links = await linksOf(source, places, ids, images.store, report)
      made.set(source.page, await createFrom(ctx, spaceId, source, links, made))
      report.pages += 1
    } catch (error) {
      fail(source.page.path ?? source.page.folder ?? '', error)
    }
    if (source.page.path !== null) progress.step()
  }
  report.images = images.count()
  progress.end()
  return report
}

const nothing: FileOutline = { title: null, permalink: null, links: [], images: [] }

async function readSource(ctx: PersonContext, root: string, page: Planned): Promise<Source> {
  const id = ctx.newId()
  if (page.path === null) return { page, id, text: '', outline: nothing }
  const bytes = await readFile(join(root, page.path))
  if (bytes.length > FILE_MAX) throw new Error(`the file is too large (${bytes.length} bytes)`)
  const text = decode(bytes)
  return { page, id, text, outline: await ctx.documents.run('outline', { text }, BUDGET_MS) }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error('the file is not UTF-8')
  }
}

function placesOf(sources: readonly Source[], images: readonly string[]): Places {
  const pages = new Map<string, string>()
  for (const { page, outline } of sources) {
    if (page.path === null) continue
    if (page.folder !== undefined) pages.set(keyOf(page.folder), page.path)
    if (outline.permalink !== null) pages.set(keyOf(outline.permalink), page.path)
  }
  // A file's own path wins over what another claims as its permalink.
  for (const { page } of sources) if (page.path !== null) pages.set(keyOf(page.path), page.path)
  return { pages, images: new Set(images.map((path) => path.normalize('NFC'))) }
}

/** What each address of a file becomes; images are stored on the way. */
async function linksOf(
  { page, outline }: Source,
  places: Places,
  ids: ReadonlyMap<string, string>,
  store: (path: string) => Promise<string | undefined>,
  report: ImportReport,
): Promise<Links> {
  const links: Links = {}
  if (page.path === null) return links
  for (const address of new Set([...outline.links, ...outline.images])) {
    const target = resolveAddress(address, page.path, places)
    if (target.kind === 'broken') report.broken.push({ path: page.path, address })
    else if (target.kind === 'page') {
      const id = ids.get(target.path)
      if (id === undefined) continue
      links[address] = `/pages/${id}${target.hash}`
      report.links += 1
    } else if (target.kind === 'image') {
      const url = await store(target.path)
      if (url !== undefined) links[address] = url
    }
  }
  return links
}

/** Stores each image once, however many pages show it; one that cannot be read is reported once. */
function imageStore(ctx: PersonContext, spaceId: string, root: string, fail: (path: string, error: unknown) => void) {
  const stored = new Map<string, Promise<string | undefined>>()
  let count = 0
  const put = async (path: string): Promise<string | undefined> => {
    try {
      const file = await storeImage(ctx, spaceId, basename(path), await readFile(join(root, path)), { imported: true })
      count += 1
      return file.url
    } catch (error) {
      fail(path, error)
      return undefined
    }
  }
  const store = (path: string): Promise<string | undefined> => {
    const known = stored.get(path) ?? put(path)
    stored.set(path, known)
    return known
  }
  return { store, count: () => count }
}

async function createFrom(
  ctx: PersonContext,
  spaceId: string,
  { page, id, text, outline }: Source,
  links: Links,
  made: ReadonlyMap<Planned, string>,
): Promise<string> {
  const title = outline.title ?? page.fallbackTitle
  const seed = await ctx.documents.run('seedFile', { title, text, links }, BUDGET_MS)
  return insertPage(ctx, spaceId, { id, parentId: parentOf(page, made), seed })
}

/** The page of the nearest folder above that has one: a page that could not be made takes nobody with it. */
function parentOf(page: Planned, made: ReadonlyMap<Planned, string>): string | null {
  for (let { parent } = page; parent; { parent } = parent) {
    const id = made.get(parent)
    if (id !== undefined) return id
  }
  return null
}
