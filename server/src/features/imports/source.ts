import type { ImportFault, ImportFaultCode } from '@cenacle/contract/import'
import type { PersonContext } from '../../context.ts'
import type { FileOutline } from '../../documents/jobs.ts'
import { Problem } from '../../problem.ts'
import { type Planned, planPages } from './plan.ts'
import { keyOf, type Places, resolveAddress, type Target } from './resolve.ts'

/** Where the files of an import come from: a folder of the server, or what somebody sent. Paths have `/`, and no root. */
export interface Source {
  /** What the whole is called: the title of its first page, where that names none. */
  name: string
  /** Files that become pages, in the order in which they shall stand. */
  pages: readonly string[]
  images: readonly string[]
  /** A page's file as Markdown. @throws Fault */
  text(path: string): Promise<string>
}

/** Why one file does not come in; the others do. */
export class Fault extends Error {
  readonly code: ImportFaultCode
  constructor(code: ImportFaultCode, options?: ErrorOptions) {
    super(`the file does not come in: ${code}`, options)
    this.code = code
  }
}

/** A page to be, with its text. */
export interface Outlined {
  page: Planned
  id: string
  text: string
  outline: FileOutline
}

/** Where each address of a page leads. */
export type Targets = ReadonlyMap<string, Target>

/** Nobody waits at a browser, or they see how far it is: a text may take its time, ms. */
export const BUDGET_MS = 20_000

const nothing: FileOutline = { title: null, permalink: null, links: [], images: [] }

/** The fault that an error makes of a file. */
export function faultOf(error: unknown): ImportFaultCode {
  if (error instanceof Fault) return error.code
  const code = error instanceof Problem ? error.code : undefined
  if (code === 'too-large' || code === 'docx-unreadable') return code
  return code === 'text-too-costly' ? 'too-costly' : 'unreadable'
}

/**
 * Reads all pages of a source.
 * @param fault called for each file that is left out
 * @param step called after each file
 * @returns parents before their children
 */
export async function outlinePages(
  ctx: PersonContext,
  source: Source,
  fault: (path: string, code: ImportFaultCode, error: unknown) => void,
  step: () => void = () => {},
): Promise<Outlined[]> {
  const outlined: Outlined[] = []
  for (const page of planPages(source.pages, source.name)) {
    const id = ctx.newId()
    if (page.path === null) {
      outlined.push({ page, id, text: '', outline: nothing })
      continue
    }
    try {
      const text = await source.text(page.path)
      outlined.push({ page, id, text, outline: await ctx.documents.run('outline', { text }, BUDGET_MS) })
    } catch (error) {
      fault(page.path, faultOf(error), error)
    }
    step()
  }
  return outlined
}

/** What the addresses of a source may lead to. */
export function placesOf(outlined: readonly Outlined[], images: readonly string[]): Places {
  const pages = new Map<string, string>()
  for (const { page, outline } of outlined) {
    if (page.path === null) continue
    if (page.folder !== undefined) pages.set(keyOf(page.folder), page.path)
    if (outline.permalink !== null) pages.set(keyOf(outline.permalink), page.path)
  }
  // A file's own path wins over what another claims as its permalink.
  for (const { page } of outlined) if (page.path !== null) pages.set(keyOf(page.path), page.path)
  const tops = new Set(outlined.flatMap(({ page: { path } }) => (path === null ? [] : [path.split('/', 1)[0]])))
  const [top] = tops
  // One file alone is no folder.
  const root = tops.size === 1 && pages.get(top ?? '') !== top ? top : undefined
  return { pages, images: new Set(images.map((path) => path.normalize('NFC'))), root }
}

/** Where the addresses of one page lead. */
export function targetsOf({ page: { path }, outline }: Outlined, places: Places): Targets {
  const addresses = path === null ? [] : new Set([...outline.links, ...outline.images])
  return new Map([...addresses].map((address) => [address, resolveAddress(address, path ?? '', places)]))
}

/** The addresses that lead nowhere. */
export const brokenIn = (targets: Targets, path: string): ImportFault[] =>
  [...targets].flatMap(([detail, { kind }]) => (kind === 'broken' ? [{ path, code: 'link-broken', detail }] : []))

/** The nearest page above that is there: one that could not be made takes nobody with it. */
export function nearestAbove<T>(page: Planned, made: ReadonlyMap<Planned, T>): T | undefined {
  for (let { parent } = page; parent; { parent } = parent) {
    const found = made.get(parent)
    if (found !== undefined) return found
  }
  return undefined
}
