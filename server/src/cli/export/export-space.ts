import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Rooms } from '@cenacle/collab/rooms'
import type { World } from '../../context.ts'
import { namePages } from '../../exports/names.ts'
import { fileOf, filePath } from '../../features/wiki/export-files.ts'
import { freshTexts } from '../../features/wiki/fresh.ts'
import { type Failure, reasonOf } from '../import/scan.ts'
import type { Progress } from '../progress.ts'

export interface ExportReport {
  pages: number
  images: number
  failures: Failure[]
}

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
      const text = await freshTexts(world, rooms, page)
      await write(root, path, await fileOf(world, text, path, names, images.write))
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
    .where('page.revision_of', 'is', null)
    .where('page.deleted_at', 'is', null)
    .orderBy('page.position')
    .orderBy('page.id')
    .execute()

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
    const path = filePath({ key, ...row })
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
