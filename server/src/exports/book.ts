/** What a writer is given: pages with their texts and pictures, ready to leave. Nobody's rights are looked at from here on. */
export interface ExportInput {
  title: string
  /** Name of the space. */
  space: string
  /** When the newest of its texts was written (ISO 8601): what is made from the same versions is the same to the byte. */
  date: string
  contributors: string[]
  /** Origin of the site, for links that lead out of the export. */
  origin: string
  /** A book has a title page, a table of contents and its contributors; a page by itself has a head. */
  isBook: boolean
  /** Parents before their children. */
  pages: ExportPage[]
  /** By file key. What is not here was not to be shown, and leaves its description. */
  images: Record<string, ExportImage>
}

export interface ExportPage {
  id: string
  title: string
  /** 0 is a chapter. */
  depth: number
  markdown: string
}

export interface ExportImage {
  bytes: Uint8Array
  type: 'image/webp' | 'image/png' | 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
}

const FILE = /^\/api\/files\/([0-9a-f]{32,64})$/
const PAGE = /^\/pages\/([0-9a-f-]{36})(?:#(.*))?$/

/** The key of a file of ours, from its address. */
export const fileKeyOf = (address: string): string | undefined => FILE.exec(address)?.[1]

/** The page, and the heading in it, that an address of ours means. */
export function pageOf(address: string): { id: string; heading: string | undefined } | undefined {
  const [, id, heading] = PAGE.exec(address) ?? []
  return id === undefined ? undefined : { id, heading: heading || undefined }
}

/** « 21 novembre 2026 », at the meridian of who reads it. */
export function sayDay(iso: string): string {
  const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date(iso))
  return day.replace(/^1 /, '1er ').replace(/(\d\S*) /, '$1\u00a0')
}
