import { isLocalImage } from './urls.ts'

/** What a mention names. */
export const MENTION_KINDS = ['person', 'page'] as const
export type MentionKind = (typeof MENTION_KINDS)[number]

const FOLDERS: Record<MentionKind, string> = { person: '/personnes/', page: '/pages/' }
const ID = /^[0-9A-Za-z-]{1,64}$/
const ADDRESS = /^\/(personnes|pages)\/([0-9A-Za-z-]{1,64})$/
const FILE_TITLE = /^fichier, (\d{1,15}) octets$/

/** What a mention points to: kind and id. */
export interface Target {
  kind: MentionKind
  id: string
}

/** The target of a mention, or null when a peer wrote something else. */
export function mentionTarget(kind: unknown, id: unknown): Target | null {
  const known = MENTION_KINDS.find((name) => name === kind)
  return known !== undefined && typeof id === 'string' && ID.test(id) ? { kind: known, id } : null
}

/** The address of what is mentioned. */
export function mentionHref({ kind, id }: Target): string {
  return FOLDERS[kind] + id
}

/** What an address names, when it is exactly that of a person or a page. */
export function targetOf(href: string): Target | null {
  const match = ADDRESS.exec(href)
  return match && { kind: match[1] === 'pages' ? 'page' : 'person', id: match[2] as string }
}

/** What a mention is called in a text: `@Prénom Nom`, or the title of the page. */
export function mentionText(kind: unknown, label: string): string {
  return kind === 'person' ? `@${label}` : label
}

/** The title by which Markdown tells a file from a link. @param size bytes */
export function fileTitle(size: number): string {
  return `fichier, ${size} octets`
}

/** The size in a file's title; null for any other title or a foreign address. */
export function fileSizeOf(href: string, title: string | null): number | null {
  const match = title === null || !isLocalImage(href) ? null : FILE_TITLE.exec(title)
  return match && Number(match[1])
}

/** A size in bytes; 0 for what is none. */
export function fileSize(value: unknown): number {
  const size = typeof value === 'string' ? Number(value) : value
  return typeof size === 'number' && Number.isInteger(size) && size >= 0 && size < 1e15 ? size : 0
}

const number = new Intl.NumberFormat('fr', { maximumSignificantDigits: 2 })

/** A size for people: « 12 ko ». Empty when it is not known. */
export function sizeText(size: number): string {
  if (size <= 0) return ''
  const units = ['octets', 'ko', 'Mo', 'Go']
  const step = Math.min(3, Math.floor(Math.log10(size) / 3))
  return `${number.format(step === 0 ? size : size / 1000 ** step)}\u00a0${units[step]}`
}

/** The title by which Markdown tells a decorative image from one that nobody has described yet. */
export const DECORATIVE = 'décorative'
