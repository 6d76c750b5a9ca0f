import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { PersonContext } from '../../context.ts'
import type { Links } from '../../documents/jobs.ts'
import { storeImage } from '../../features/files/commands.ts'
import type { Planned } from '../../features/imports/plan.ts'
import {
  brokenIn,
  BUDGET_MS,
  nearestAbove,
  outlinePages,
  placesOf,
  type Source,
  type Targets,
  targetsOf,
} from '../../features/imports/source.ts'
import { decodeUtf8 } from '../../features/imports/uploads.ts'
import { insertPage } from '../../features/wiki/commands.ts'
import type { Progress } from '../progress.ts'
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
  const { pages, images, failures } = await scanFolder(root)
  const source: Source = { name: basename(root), pages, images, text: (path) => readText(join(root, path)) }
  const report: ImportReport = { pages: 0, images: 0, links: 0, broken: [], failures: [...failures] }
  const progress = start(pages.length * 2)
  const fail = (path: string, error: unknown): void => {
    const reason = error instanceof Error && 'status' in error ? error.message : reasonOf(error)
    report.failures.push({ path, reason })
    progress.say(`${path}: ${reason}`)
  }
  const outlined = await outlinePages(
    ctx,
    source,
    (path, _, error) => fail(path, error),
    () => progress.step(),
  )
  const store = imageStore(ctx, spaceId, root, report, fail)
  const ids = new Map(outlined.flatMap(({ page, id }) => (page.path === null ? [] : [[page.path, id] as const])))
  const places = placesOf(outlined, images)
  const made = new Map<Planned, string>()
  for (const one of outlined) {
    const { page, id, text, outline } = one
    try {
      const targets = targetsOf(one, places)
      const broken = brokenIn(targets, page.path ?? '')
      report.broken.push(...broken.map(({ path, detail = '' }) => ({ path, address: detail })))
      const links = await linksOf(targets, ids, store, report)
      const input = { title: outline.title ?? page.fallbackTitle, text, links }
      const seed = await ctx.documents.run('seedFile', input, BUDGET_MS)
      made.set(page, await insertPage(ctx, spaceId, { id, parentId: nearestAbove(page, made) ?? null, seed }))
      report.pages += 1
    } catch (error) {
      fail(page.path ?? page.folder ?? '', error)
    }
    if (page.path !== null) progress.step()
  }
  progress.end()
  return report
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path)
  if (bytes.length > FILE_MAX) throw new Error(`the file is too large (${bytes.length} bytes)`)
  return decodeUtf8(bytes)
}

/** What each address of a file becomes; images are stored on the way. */
async function linksOf(
  targets: Targets,
  ids: ReadonlyMap<string, string>,
  store: (path: string) => Promise<string | undefined>,
  report: ImportReport,
): Promise<Links> {
  const links: Links = {}
  for (const [address, target] of targets) {
    if (target.kind === 'page') {
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
function imageStore(
  ctx: PersonContext,
  spaceId: string,
  root: string,
  report: ImportReport,
  fail: (path: string, error: unknown) => void,
) {
  const stored = new Map<string, Promise<string | undefined>>()
  const put = async (path: string): Promise<string | undefined> => {
    try {
      const file = await storeImage(ctx, spaceId, basename(path), await readFile(join(root, path)), { imported: true })
      report.images += 1
      return file.url
    } catch (error) {
      fail(path, error)
      return undefined
    }
  }
  return (path: string): Promise<string | undefined> => {
    const known = stored.get(path) ?? put(path)
    stored.set(path, known)
    return known
  }
}
