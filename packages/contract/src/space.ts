import { z } from 'zod'
import { email, id, instant, lineText, optionalBody, optionalLine } from './text.ts'
import { listOf } from './paging.ts'
import { personCard } from './person.ts'

export const spaceKind = z.enum(['committee', 'team', 'loop', 'workshop', 'public'])
export type SpaceKind = z.infer<typeof spaceKind>
/** Roles in a space, each including those before it. */
export const spaceRole = z.enum(['reader', 'commenter', 'writer', 'facilitator'])
export type SpaceRole = z.infer<typeof spaceRole>

export const space = z.object({
  id: z.string(),
  slug: z.string(),
  kind: spaceKind,
  name: z.string(),
  purpose: z.string(),
  open: z.boolean(),
  role: spaceRole.nullable(),
  /** When the viewer's access ends, for guests. */
  until: z.string().nullable(),
  joined: z.boolean(),
  peopleCount: z.number().int(),
  closedAt: z.string().nullable(),
  can: z.object({
    talk: z.boolean(),
    write: z.boolean(),
    manage: z.boolean(),
    /** Closing it, and opening it again. */
    close: z.boolean(),
    join: z.boolean(),
    leave: z.boolean(),
  }),
})
export type Space = z.infer<typeof space>
export const spacesAnswer = listOf(space)
export const spaceAnswer = space.extend({
  pitch: z.string(),
  objective: z.string(),
  mission: z.string(),
  createdAt: z.string(),
})
export type SpaceAnswer = z.infer<typeof spaceAnswer>

/** Creating a private loop is this one screen; teams and workshops are made by administrators with the same body. */
export const createSpaceBody = z.strictObject({
  kind: z.enum(['team', 'loop', 'workshop']).default('loop'),
  name: lineText(80),
  purpose: optionalLine(300).default(''),
  open: z.boolean().default(false),
  people: z
    .array(z.strictObject({ personId: id(), role: spaceRole.default('writer') }))
    .max(200)
    .default([]),
  guests: z
    .array(
      z.strictObject({ email: email(), role: spaceRole.exclude(['facilitator']).default('writer'), until: instant() }),
    )
    .max(50)
    .default([]),
})
export type CreateSpaceBody = z.input<typeof createSpaceBody>
export const updateSpaceBody = z
  .strictObject({
    name: lineText(80),
    purpose: optionalLine(300),
    open: z.boolean(),
    pitch: optionalBody(),
    objective: optionalBody(),
    mission: optionalBody(),
    closed: z.boolean(),
  })
  .partial()

export const spacePersonBody = z.strictObject({ role: spaceRole, until: instant().nullable().optional() })
export const spacePerson = z.object({
  person: personCard,
  role: spaceRole,
  until: z.string().nullable(),
  explicit: z.boolean(),
  can: z.object({ change: z.boolean(), remove: z.boolean() }),
})
export type SpacePerson = z.infer<typeof spacePerson>
export const spacePeopleAnswer = listOf(spacePerson)
