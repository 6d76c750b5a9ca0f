import { z } from 'zod'
import { id, instant, optionalLine, password, personName, email as emailText } from './text.ts'
import { listOf } from './paging.ts'

/** Roles in the installation. `administrator` is somebody without a seat; a member may hold the administration too. */
export const siteRole = z.enum(['member', 'ambassador', 'guest', 'candidate', 'administrator'])
export type SiteRole = z.infer<typeof siteRole>

/** Parity college, self-declared; only its totals are shown to others. */
export const college = z.enum(['woman', 'man', 'undeclared'])
export type College = z.infer<typeof college>

export const language = z.enum(['fr', 'en'])
export type Language = z.infer<typeof language>
export const theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof theme>

/** A person as anybody who may see them sees them. */
export const personCard = z.object({
  id: z.string(),
  name: z.string(),
  role: siteRole,
  headline: z.string(),
  employer: z.string(),
  portraitUrl: z.string().nullable(),
})
export type PersonCard = z.infer<typeof personCard>

/** What stands beside a text: who wrote it. Null where the person is gone. */
export const author = z.object({ id: z.string(), name: z.string(), portraitUrl: z.string().nullable() })
export type Author = z.infer<typeof author>

/** One's own account. */
export const me = personCard.extend({
  email: z.string(),
  administrator: z.boolean(),
  college,
  language,
  theme,
  can: z.object({ administer: z.boolean(), createLoop: z.boolean(), createTeam: z.boolean(), vote: z.boolean() }),
})
export type Me = z.infer<typeof me>

export const profileBody = z
  .strictObject({
    name: personName(),
    headline: optionalLine(),
    employer: optionalLine(),
    college,
    language,
    theme,
  })
  .partial()
export type ProfileBody = z.infer<typeof profileBody>

export const passwordBody = z.strictObject({ current: z.string().max(1024), next: password() })

export const peopleQuery = z.strictObject({
  q: optionalLine(100).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
/** The last fields are for administrators alone. */
export const personAnswer = personCard.extend({
  email: z.string().optional(),
  administrator: z.boolean().optional(),
  suspended: z.boolean().optional(),
  can: z.object({ administer: z.boolean() }).optional(),
})
export type PersonAnswer = z.infer<typeof personAnswer>
export const peopleAnswer = listOf(personAnswer)

/** What an administrator may change of somebody else. */
export const administerBody = z
  .strictObject({ role: siteRole, administrator: z.boolean(), suspended: z.boolean() })
  .partial()

export const invitationBody = z.strictObject({
  email: emailText(),
  role: z.enum(['member', 'ambassador', 'guest']),
  spaceId: id().optional(),
  spaceRole: z.enum(['reader', 'commenter', 'writer', 'facilitator']).optional(),
  until: instant().nullable().optional(),
})
export const invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: siteRole,
  spaceId: z.string().nullable(),
  spaceName: z.string().nullable(),
  spaceRole: z.string().nullable(),
  invitedBy: z.string().nullable(),
  until: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
})
export type Invitation = z.infer<typeof invitation>
/** `outbox`: no mail server is configured, so that what is sent stays on the server until somebody hands it over. */
export const mailKind = z.enum(['smtp', 'outbox'])
export const invitationsAnswer = listOf(invitation).extend({ mail: mailKind })
export type InvitationsAnswer = z.infer<typeof invitationsAnswer>
export const tokenBody = z.strictObject({ token: z.string().min(20).max(200) })
export const invitationCheck = z.object({
  email: z.string(),
  spaceName: z.string().nullable(),
  invitedBy: z.string().nullable(),
})
export const acceptBody = z.strictObject({
  token: z.string().min(20).max(200),
  name: personName(),
  password: password(),
  college: college.default('undeclared'),
})
export const resetRequestBody = z.strictObject({ email: emailText() })
export const resetBody = z.strictObject({ token: z.string().min(20).max(200), password: password() })

export const setupAnswer = z.object({ needed: z.boolean() })
export const setupBody = z.strictObject({
  token: z.string().min(20).max(200),
  name: personName(),
  email: emailText(),
  password: password(),
  college: college.default('undeclared'),
  committeeName: optionalLine().optional(),
})
