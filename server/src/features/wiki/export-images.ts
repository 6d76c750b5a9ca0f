import type { Context } from '../../context.ts'
import type { ExportImage } from '../../exports/book.ts'
import { visibleTo } from '../../policy/visible.ts'
import { Problem } from '../../problem.ts'

const FILES_MAX = 2_000
const BYTES_MAX = 64 * 1024 * 1024
/** Paper shows no more, pixels. */
const PRINT_WIDTH = 1_600
const QUALITY = 88
/** How many are written anew at once: libvips has its own threads. */
const AT_ONCE = 4

/** A file that pages show or hand out. */
export interface PageFile {
  key: string
  name: string
  type: string
  size: number
}

/** Keys of files in texts, in the order in which they come up. */
export const keysIn = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) => [...text.matchAll(/\/api\/files\/([0-9a-f]{32,64})/g)].map(([, key = '']) => key)),
  ),
]

/** Those files that the viewer may read: a page may point to what it may not show. */
export async function readableFiles(ctx: Context, keys: readonly string[]): Promise<Map<string, PageFile>> {
  if (keys.length === 0) return new Map()
  if (keys.length > FILES_MAX) throw tooMany()
  const rows = await ctx.db
    .selectFrom('file')
    .select(['key', 'name', 'type', 'size'])
    .where('key', 'in', keys)
    .where(visibleTo(ctx.viewer, ctx.now(), 'file.space_id'))
    .execute()
  return new Map(rows.map((row) => [row.key, row]))
}

/**
 * The pictures of pages.
 * @param forPrint as JPEG or PNG, no wider than paper shows: neither Word nor every printer reads WebP; else as they are stored
 * @throws Problem export-too-large
 */
export async function loadImages(
  ctx: Context,
  texts: readonly string[],
  forPrint: boolean,
): Promise<Record<string, ExportImage>> {
  const files = await readableFiles(ctx, keysIn(texts))
  const pictures = [...files.values()].filter(({ type }) => type.startsWith('image/'))
  if (pictures.reduce((sum, { size }) => sum + size, 0) > BYTES_MAX) throw tooMany()
  const images: Record<string, ExportImage> = {}
  let bytes = 0
  for (let i = 0; i < pictures.length; i += AT_ONCE) {
    const some = pictures.slice(i, i + AT_ONCE)
    const loaded = await Promise.all(some.map(({ key }) => loadImage(ctx, key, forPrint)))
    for (const [j, image] of loaded.entries()) {
      const key = some[j]?.key
      if (!image || key === undefined) continue
      images[key] = image
      bytes += image.bytes.length
    }
    if (bytes > BYTES_MAX) throw tooMany()
  }
  return images
}

const tooMany = (): Problem =>
  new Problem('export-too-large', {
    detail: `Les images de ces pages pèsent plus de ${BYTES_MAX / 1024 / 1024} Mo. Exportez une partie de l’arbre à la fois, ou l’archive zip.`,
  })

/** A picture that cannot be read is left out, as on the screen. */
async function loadImage(ctx: Context, key: string, forPrint: boolean): Promise<ExportImage | undefined> {
  const bytes = await ctx.files.get(key)
  if (!bytes) return undefined
  const { default: sharp } = await import('sharp')
  try {
    const { width, height, pageHeight, hasAlpha } = await sharp(bytes).metadata()
    if (!forPrint) return { bytes, type: 'image/webp', width, height: pageHeight ?? height }
    const print = sharp(bytes).resize({
      width: PRINT_WIDTH,
      height: PRINT_WIDTH * 2,
      fit: 'inside',
      withoutEnlargement: true,
    })
    const isClear = hasAlpha && !(await sharp(bytes).stats()).isOpaque
    const format = isClear
      ? print.png({ compressionLevel: 9 })
      : print.removeAlpha().jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    const { data, info } = await format.toBuffer({ resolveWithObject: true })
    return { bytes: data, type: isClear ? 'image/png' : 'image/jpeg', width: info.width, height: info.height }
  } catch (error) {
    ctx.log.warn({ key, error }, 'an image could not be read for an export')
    return undefined
  }
}
