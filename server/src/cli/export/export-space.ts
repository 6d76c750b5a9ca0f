import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, posix, resolve } from 'node:path'
import type { Rooms } from '@cenacle/collab/rooms'
import type { World } from '../../context.ts'
import type { Links } from '../../documents/jobs.ts'
import { freshTexts } from '../../features/wiki/fresh.ts'
import { type Failure, reasonOf } from '../import/scan.ts'
import type { Progress } from '../progress.ts'
import { fileSlug, namePages } from './names.ts'

export interface ExportReport {
  pages: number
  images: number
  failures: Failure[]
}

const BUDGET_MS = 20_000
const PAGE_LINK = /^\/pages\/([0-9a-f-]{36})(#.*)?$/
const FILE_LINK = /^\/api\/files\/([0-9a-f]{32,64})$/
const EXTENSIONS: Record<string, string> = { 'image/webp': 'webp', 'image/png': 'png', 'image/jpeg': 'jpg' }

interface Exported {
  id: string
  parentId: string | null
  title: string
  seq: number
  derived_seq: number
}

/**
 * Writes the pages of a space as a folder of Markdown, with their images and relative links. `importFolder` reads it back.
 * @param start called when it is known how many steps there are
 * @throws Error when the folder is not empty, or cannot be written
 */
export async function exportSpace(
  world: World,
  rooms: Rooms,
  spaceId: string,
  folder: string,
  start: (total: number) => Progress,
): Promise<ExportReport> {
  const root = resolve(folder)
  await mkdir(root, { recursive: true })
  if ((await readdir(root)).length > 0) throw new Error(`${root} is not empty`)
  const pages = await pagesOf(world, spaceId)
  const names = namePages(pages)
  const images = imageWriter(world, spaceId, root)
  const report: ExportReport = { pages: 0, images: 0, failures: [] }
  const progress = start(pages.length)
  for (const page of pages) {
    const path = names.get(page.id) ?? `${page.id}.md`
    try {
      await write(root, path, await fileOf(world, rooms, page, path, names, images.write))
      report.pages += 1
    } catch (error) {
      report.failures.push({ path, reason: reasonOf(error) })
      progress.say(`${path}: ${reasonOf(error)}`)
    }
    progress.step()
  }
  progress.end()
  return { ...report, images: images.count() }
}

const pagesOf = (world: World, spaceId: string): Promise<Exported[]> =>
  world.db
    .selectFrom('page')
    .innerJoin('page_head', 'page_head.page_id', 'page.id')
    .select(['page.id', 'page.parent_id as parentId', 'page.title', 'page_head.seq', 'page.derived_seq'])
    .where('page.space_id', '=', spaceId)
    .where('page.deleted_at', 'is', null)
    .orderBy('page.position')
    .orderBy('page.id')
    .execute()

/** One page as a file, its addresses made relative to where it is written. */
async function fileOf(
  world: World,
  rooms: Rooms,
  page: Exported,
  path: string,
  names: ReadonlyMap<string, string>,
  image: (key: string) => Promise<string | undefined>,
): Promise<string> {
  const { title, markdown } = await freshTexts(world, rooms, page)
  const { links: addresses, images } = await world.documents.run('outline', { text: markdown }, BUDGET_MS)
  const links: Links = {}
  for (const address of [...addresses, ...images]) {
    const [, pageId = '', hash = ''] = PAGE_LINK.exec(address) ?? []
    const [, key] = FILE_LINK.exec(address) ?? []
    const target = key === undefined ? names.get(pageId) : await image(key)
    if (target !== undefined) links[address] = relative(path, target) + hash
  }
  return world.documents.run('file', { title, markdown, links }, BUDGET_MS)
}

/** `./` in front, so that no name is taken for a scheme. */
function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

/** Writes each image once, under a name of our own making. Only those of this space: a page may point to what it may not show. */
function imageWriter(world: World, spaceId: string, root: string) {
  const written = new Map<string, Promise<string | undefined>>()
  let count = 0
  const put = async (key: string): Promise<string | undefined> => {
    const row = await world.db
      .selectFrom('file')
      .select(['name', 'type'])
      .where('key', '=', key)
      .where('space_id', '=', spaceId)
      .executeTakeFirst()
    const bytes = row && (await world.files.get(key))
    if (!row || !bytes) return undefined
    const name = fileSlug(row.name.replace(/\.\w{1,5}$/, ''), 'image')
    const path = `images/${name}-${key.slice(0, 8)}.${EXTENSIONS[row.type] ?? 'webp'}`
    await write(root, path, bytes)
    count += 1
    return path
  }
  const writeOnce = (key: string): Promise<string | undefined> => {
    const known = written.get(key) ?? put(key)
    written.set(key, known)
    return known
  }
  return { write: writeOnce, count: () => count }
}

async function write(root: string, path: string, content: string | Uint8Array): Promise<void> {
  const target = join(root, path)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, content, { flag: 'wx' })
}
