import { Problem } from '../../problem.ts'

/** An image as we store it: written anew, so that nothing of the file that came survives but its picture. */
export interface StoredImage {
  bytes: Uint8Array
  type: 'image/webp'
  width: number
  height: number
}

/** All frames together. An import may bring long recordings of a screen: nobody else waits for it. */
const PIXELS_MAX = 100_000_000
const IMPORT_PIXELS_MAX = 300_000_000
const WIDTH_MAX = 2_400
const HEIGHT_MAX = 16_000
/** Images of an SVG that states no size, dots per inch. */
const SVG_DENSITY = 144
const RASTER = ['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'tiff']
/** Screenshots keep their letters sharp; photographs need fewer bytes. */
const QUALITY = { jpeg: 82, other: 90 }
/** Of 6: nearly as small as the default, in 60 % of the time (measured on 49 screenshots and photographs). */
const EFFORT = 2

/**
 * Reads an image by its content, whatever its name, and writes it as WebP without metadata (a photograph says where it was taken), at most
 * 2,400 pixels wide; a moving picture keeps moving.
 * @param options.imported draws an SVG instead of refusing it, and takes longer animations
 * @throws Problem unsupported-image
 */
export async function reencodeImage(bytes: Uint8Array, options: { imported?: boolean } = {}): Promise<StoredImage> {
  const { default: sharp } = await import('sharp')
  try {
    const read = { limitInputPixels: options.imported ? IMPORT_PIXELS_MAX : PIXELS_MAX, failOn: 'error' } as const
    const { format, pages = 1 } = await sharp(bytes, read).metadata()
    const isSvg = format === 'svg' && options.imported === true
    if (!isSvg && !RASTER.includes(format)) throw new Problem('unsupported-image')
    const image = sharp(bytes, { ...read, animated: pages > 1, ...(isSvg && { density: SVG_DENSITY }) })
    const { data, info } = await image
      .autoOrient()
      .resize({ width: WIDTH_MAX, ...(pages === 1 && { height: HEIGHT_MAX }), fit: 'inside', withoutEnlargement: true })
      .webp({ quality: format === 'jpeg' ? QUALITY.jpeg : QUALITY.other, effort: EFFORT })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, type: 'image/webp', width: info.width, height: info.pageHeight ?? info.height }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('unsupported-image', { cause: error })
  }
}
