import { z } from 'zod'
import { listOf } from './paging.ts'
import { id } from './text.ts'

/** What became of a file that did not come in as it is, or of something in it. */
export const IMPORT_FAULTS = [
  'not-utf8',
  'too-large',
  'too-costly',
  'unsupported',
  'symlink',
  'archive-inside',
  'too-deep',
  'unreadable',
  'docx-unreadable',
  'image-unreadable',
  'link-broken',
  'formulas-lost',
] as const
export const importFault = z.object({
  /** Path of the file, as it was sent. */
  path: z.string(),
  code: z.enum(IMPORT_FAULTS),
  /** The address that leads nowhere. */
  detail: z.string().optional(),
})
export type ImportFault = z.infer<typeof importFault>
export type ImportFaultCode = ImportFault['code']

export const importStates = ['preview', 'running', 'done', 'failed'] as const
export const importState = z.enum(importStates)

/** A page to be, and, once the import is done, the page. */
export const importPage = z.object({
  id: z.string(),
  title: z.string(),
  /** The file that it is made of; null for a folder without a page of its own. */
  path: z.string().nullable(),
  /** Another page of the import. */
  parentId: z.string().nullable(),
})
export type ImportPage = z.infer<typeof importPage>

/** An import as its owner sees it. Nothing is in the space before it is `done`; then all of it is. */
export const importItem = z.object({
  id: z.string(),
  spaceId: z.string(),
  name: z.string(),
  state: importState,
  createdAt: z.string(),
  /** When it is forgotten; pages that came in stay. */
  expiresAt: z.string(),
  pageCount: z.number().int(),
  imageCount: z.number().int(),
  /** Steps, while it runs. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
})
export type ImportItem = z.infer<typeof importItem>
export const importsAnswer = listOf(importItem)

export const importAnswer = importItem.extend({
  /** The page under which it goes; null at the top of the space. */
  parentId: z.string().nullable(),
  pages: z.array(importPage),
  faults: z.array(importFault),
  /** Why it failed as a whole, as the code of a problem. */
  failure: z.string().nullable(),
})
export type ImportAnswer = z.infer<typeof importAnswer>

export const startImportBody = z.strictObject({ parentId: id().nullable().default(null) })
