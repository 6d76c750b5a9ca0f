import { z } from 'zod'
import { listOf, pageQuery } from './paging.ts'
import { author } from './person.ts'
import { id } from './text.ts'

/** What goes with a page into the trash: all that is below it, or nothing, and then that moves up to its place. */
export const trashQuery = z.strictObject({ with: z.enum(['subtree', 'nothing']).default('subtree') })
export type TrashWith = z.infer<typeof trashQuery>['with']

/** What was put into the trash at once: a page, named here, with what was below it. */
export const trashItem = z.object({
  id: z.string(),
  title: z.string(),
  /** How many pages in all. */
  pages: z.number().int(),
  at: z.string(),
  by: author.nullable(),
  /** When it is deleted for good. */
  until: z.string(),
  can: z.object({ restore: z.boolean(), purge: z.boolean() }),
})
export type TrashItem = z.infer<typeof trashItem>
export const trashAnswer = listOf(trashItem)

/** Where a page stands again after its return. */
export const restoredAnswer = z.object({
  id: z.string(),
  title: z.string(),
  parentId: z.string().nullable(),
  pages: z.number().int(),
})
export type RestoredAnswer = z.infer<typeof restoredAnswer>

/** A page in a list from several spaces. */
export const pageLine = z.object({
  id: z.string(),
  title: z.string(),
  spaceName: z.string(),
  spaceSlug: z.string(),
  /** When it was changed; in a list of what one marked or saw, when that was. */
  at: z.string(),
})
export type PageLine = z.infer<typeof pageLine>
export const pageLinesAnswer = listOf(pageLine)
export const pageMark = z.object({ favourite: z.boolean() })
export type PageMark = z.infer<typeof pageMark>
export const pageLinesQuery = pageQuery
export const pageParams = z.strictObject({ pageId: id() })
