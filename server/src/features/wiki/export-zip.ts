import { Readable } from 'node:stream'
import type { Rooms } from '@cenacle/collab/rooms'
import { ZipFile } from 'yazl'
import type { Context } from '../../context.ts'
import { fileSlug, namePages } from '../../exports/names.ts'
import { optionsOf } from '../../exports/zip.ts'
import { Problem } from '../../problem.ts'
import { fileOf, filePath } from './export-files.ts'
import { keysIn, type PageFile, readableFiles } from './export-images.ts'
import { dateOf, findSomething, type Leaving, type Scope, textOf } from './export-pages.ts'

/**
 * Pages as an archive of Markdown files with their images and files, which `cenacle import` reads. It is made while it is sent; a right that is
 * lost meanwhile breaks it off, and a broken archive opens nowhere.
 * @throws Problem not-found, forbidden, export-too-large, nothing-to-export
 */
export async function exportZip(ctx: Context, rooms: Rooms, scope: Scope): Promise<{ name: string; stream: Readable }> {
  const { title, pages } = await findSomething(ctx, scope)
  const zip = new ZipFile()
  const stream = Readable.from(zip.outputStream)
  fill(ctx, rooms, zip, pages).catch((error: unknown) => {
    ctx.log.warn({ error }, 'an archive was broken off')
    stream.destroy(error instanceof Error ? error : undefined)
  })
  return { name: `${fileSlug(title)}.zip`, stream }
}

async function fill(ctx: Context, rooms: Rooms, zip: ZipFile, pages: readonly Leaving[]): Promise<void> {
  const names = namePages(pages)
  const date = dateOf(pages)
  const taken = new Map<string, PageFile>()
  for (const page of pages) {
    const path = names.get(page.id) ?? `${page.id}.md`
    const text = await textOf(ctx, rooms, page)
    const files = await readableFiles(ctx, keysIn([text.markdown]))
    const content = await fileOf(ctx, text, path, names, async (key) => {
      const file = files.get(key)
      if (!file) return undefined
      taken.set(key, file)
      return filePath(file)
    })
    zip.addBuffer(Buffer.from(content), path, optionsOf(page.at.toISOString(), path))
  }
  for (const file of taken.values()) {
    const path = filePath(file)
    zip.addReadStreamLazy(path, optionsOf(date, path), (give) => {
      bytesOf(ctx, file.key).then(
        (bytes) => give(null, Readable.from([Buffer.from(bytes)])),
        (error: unknown) => give(error, Readable.from([])),
      )
    })
  }
  zip.end()
}

/** Read when its turn comes, with the rights of that moment. */
async function bytesOf(ctx: Context, key: string): Promise<Uint8Array> {
  const files = await readableFiles(ctx, [key])
  const bytes = files.has(key) ? await ctx.files.get(key) : undefined
  if (!bytes) throw new Problem('not-found')
  return bytes
}
