import { z } from 'zod'
import { id, lineText, limits, optionalBody } from './text.ts'
import { listOf, pageQuery } from './paging.ts'
import { author } from './person.ts'
import { spaceKind } from './space.ts'
import { freezing, pageState, publication } from './publication.ts'

export const createPageBody = z.strictObject({
  title: lineText(),
  parentId: id().nullable().default(null),
  markdown: optionalBody(limits.pageBytes).default(''),
  /** Whose text the page begins with, in the place of `markdown`. */
  templateId: id().nullable().optional(),
})
export const markdownBody = z.strictObject({ markdown: optionalBody(limits.pageBytes), title: lineText().optional() })

/** What changes of a page besides its text; `position` is its place among its siblings, from 0. */
export const updatePageBody = z
  .strictObject({ title: lineText(), parentId: id().nullable(), position: z.number().int().min(0).max(10_000) })
  .partial()
/** A page tree is read whole. */
export const pagesQuery = pageQuery.extend({ limit: z.coerce.number().int().min(1).max(500).default(500) })

export const pageItem = z.object({
  id: z.string(),
  spaceId: z.string(),
  parentId: z.string().nullable(),
  title: z.string(),
  position: z.number(),
  updatedAt: z.string(),
  /** How many people are in the page right now. */
  writing: z.number().int(),
  state: pageState,
  frozen: z.boolean(),
  can: z.object({ manage: z.boolean() }),
})
export type PageItem = z.infer<typeof pageItem>
export const pagesAnswer = listOf(pageItem)

export const pageAnswer = z.object({
  id: z.string(),
  spaceId: z.string(),
  spaceSlug: z.string(),
  spaceName: z.string(),
  spaceKind,
  parentId: z.string().nullable(),
  /** The page whose next text this one proposes. */
  revisionOf: z.string().nullable(),
  title: z.string(),
  markdown: z.string(),
  html: z.string(),
  headings: z.array(z.object({ id: z.string(), level: z.number().int(), text: z.string() })),
  seq: z.number().int(),
  authors: z.array(author),
  createdAt: z.string(),
  updatedAt: z.string(),
  words: z.number().int(),
  state: pageState,
  published: publication.nullable(),
  frozen: freezing.nullable(),
  can: z.object({
    write: z.boolean(),
    comment: z.boolean(),
    manage: z.boolean(),
    /** Reading what is being written, and its history; others read the published version. */
    follow: z.boolean(),
    publish: z.boolean(),
    /** Beginning a revision of it. */
    propose: z.boolean(),
  }),
})
export type PageAnswer = z.infer<typeof pageAnswer>
export const versionItem = z.object({
  seq: z.number().int(),
  at: z.string(),
  author: author.nullable(),
  edits: z.number().int(),
  /** Where somebody named it. */
  name: z.string().nullable(),
})
export type VersionItem = z.infer<typeof versionItem>
export const versionsAnswer = listOf(versionItem)
export const pagePerson = z.object({ id: z.string(), name: z.string(), colour: z.number().int() })
export type PagePerson = z.infer<typeof pagePerson>
export const pagePeopleAnswer = listOf(pagePerson)
