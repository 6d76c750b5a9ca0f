import { z } from 'zod'
import { me, siteRole, college } from './person.ts'

/** Deliberately loose: a wrong address is a wrong credential, not a field error that tells accounts apart. */
export const signInBody = z.strictObject({ email: z.string().max(1024), password: z.string().max(1024) })
export const sessionAnswer = z.object({ person: me })
export type SessionAnswer = z.infer<typeof sessionAnswer>

/** One device that is signed in. */
export const sessionItem = z.object({
  id: z.string(),
  device: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
  current: z.boolean(),
})
export type SessionItem = z.infer<typeof sessionItem>
export const sessionsAnswer = z.object({ items: z.array(sessionItem), next: z.null() })

export const demoAnswer = z.object({
  password: z.string(),
  people: z.array(
    z.object({
      id: z.string(),
      email: z.string(),
      name: z.string(),
      role: siteRole,
      college,
      headline: z.string(),
      spaces: z.array(z.object({ id: z.string(), slug: z.string(), kind: z.string(), role: z.string() })),
    }),
  ),
})
export type DemoAnswer = z.infer<typeof demoAnswer>
export const healthAnswer = z.object({ status: z.enum(['ok', 'degraded']), database: z.string(), version: z.string() })
