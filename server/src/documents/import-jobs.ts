import { pageFromHtml } from '@cenacle/document/foreign-html'
import { readHtml } from '@cenacle/document/html-read'
import { elementsIn, type HtmlElement } from '@cenacle/document/html-tree'
import { serializePage } from '@cenacle/document/page'

/** A file of another format as Markdown, with the images that it held. */
export interface Converted {
  text: string
  /** Those of the text are named by these paths. */
  images: { path: string; bytes: Uint8Array }[]
  /** Formulas were there, which no reader of such files gives us. */
  lostFormulas: boolean
}

/** Images that a browser can show, and so can be stored; Word also holds drawings of Windows. */
const EXTENSIONS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'image/tiff': 'tiff',
}

/**
 * Styles that mean something, by the names that Word and LibreOffice give them in French and English. Headings of Word are « heading 1 »
 * in its files whatever its language.
 */
const STYLES = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='Titre ${level}'] => h${level}:fresh`),
  ...['Title', 'Titre', 'Titre principal'].map((name) => `p[style-name='${name}'] => p.MsoTitle:fresh`),
  ...['Quote', 'Intense Quote', 'Citation', 'Citation intense', 'Quotations'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  ...['Preformatted Text', 'HTML Preformatted', 'Texte préformaté', 'Code'].map(
    (name) => `p[style-name='${name}'] => pre:separator('\\n')`,
  ),
  "r[style-name='Source Text'] => code",
  // A page has its own table of contents.
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [
    `p[style-name='toc ${level}'] => !`,
    `p[style-name='Contents ${level}'] => !`,
    `p[style-name='TM ${level}'] => !`,
  ]),
  ...['TOC Heading', 'Contents Heading', 'En-tête de table des matières'].map((name) => `p[style-name='${name}'] => !`),
]

/** The work of imports that is done in a thread of its own. */
export const importJobs = {
  /**
   * A Word document. It is a zip: it must have passed the bounds of an archive.
   * @param folder where the paths of its images begin
   * @throws Error with code `docx-unreadable`
   */
  async convertDocx({ bytes, folder }: { bytes: Uint8Array; folder: string }): Promise<Converted> {
    const { default: mammoth } = await import('mammoth')
    const images: Converted['images'] = []
    const convertImage = mammoth.images.imgElement(async (image) => {
      const extension = EXTENSIONS[image.contentType]
      if (extension === undefined) return { src: '' }
      const path = `${folder}/image-${images.length + 1}.${extension}`
      images.push({ path, bytes: await image.readAsBuffer() })
      return { src: addressOf(path) }
    })
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    try {
      const { value, messages } = await mammoth.convertToHtml({ buffer }, { styleMap: STYLES, convertImage })
      const lostFormulas = messages.some(({ message }) => /oMath/.test(message))
      return { text: markdownOf(readHtml(value)), images, lostFormulas }
    } catch (error) {
      throw Object.assign(new Error('not a Word document', { cause: error }), { code: 'docx-unreadable' })
    }
  },

  /**
   * A web page, or what was pasted as one. Images that it holds in itself are taken out.
   * @param folder where their paths begin
   */
  convertHtml({ html, folder }: { html: string; folder: string }): Converted {
    const root = readHtml(html)
    const images = imagesIn(root, folder)
    return { text: markdownOf(root), images, lostFormulas: false }
  },
}

const addressOf = (path: string): string => `/${path.split('/').map(encodeURIComponent).join('/')}`

function markdownOf(root: HtmlElement): string {
  const { title, doc } = pageFromHtml(root)
  return serializePage(title ?? '', doc)
}

function imagesIn(root: HtmlElement, folder: string): Converted['images'] {
  const images: Converted['images'] = []
  for (const element of elementsIn(root)) {
    const [, type = '', data = ''] = /^data:([\w/+.-]+);base64,(.+)$/s.exec(element.attrs['src'] ?? '') ?? []
    const extension = EXTENSIONS[type]
    if (element.name !== 'img' || extension === undefined) continue
    const path = `${folder}/image-${images.length + 1}.${extension}`
    images.push({ path, bytes: Buffer.from(data, 'base64') })
    element.attrs = { ...element.attrs, src: addressOf(path) }
  }
  return images
}
