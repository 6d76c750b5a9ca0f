import type { Selectable } from 'kysely'
import type { PageQuery } from '@cenacle/contract/paging'
import type { Invitation, InvitationsAnswer } from '@cenacle/contract/person'
import type { PersonContext } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import type { InvitationTable } from '../../database/schema.gen.ts'
import { inTx } from '../../database/transaction.ts'
import { allow, hidden } from '../../policy/allow.ts'
import * as people from '../../policy/person.ts'
import * as policy from '../../policy/space.ts'
import { visibleTo } from '../../policy/visible.ts'
import { factsOf, findSpace, getSpace } from './queries.ts'

type InvitationRow = Omit<Selectable<InvitationTable>, 'token_hash' | 'email_key'> & {
  space_name: string | null
  by_name: string | null
}

export const presentInvitation = (row: InvitationRow): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  spaceId: row.space_id,
  spaceName: row.space_name,
  spaceRole: row.space_role,
  invitedBy: row.by_name,
  until: row.until?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  usedAt: row.used_at?.toISOString() ?? null,
})

/** Invitations that nobody used or withdrew, newest first; those that ran out too, until they are withdrawn. */
function pending(ctx: PersonContext, query: PageQuery) {
  const rows = ctx.db
    .selectFrom('invitation')
    .leftJoin('space', 'space.id', 'invitation.space_id')
    .leftJoin('person', 'person.id', 'invitation.invited_by')
    .selectAll('invitation')
    .select(['space.name as space_name', 'person.name as by_name'])
    .where('invitation.used_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .orderBy('invitation.id', 'desc')
    .limit(query.limit + 1)
  return query.cursor ? rows.where('invitation.id', '<', decodeCursor(query.cursor, ['id'])[0]) : rows
}

const answer = (ctx: PersonContext, rows: InvitationRow[], limit: number): InvitationsAnswer => ({
  ...cut(rows, limit, presentInvitation, (row) => [row.id]),
  mail: ctx.mail.kept ? 'outbox' : 'smtp',
})

/** What waits on the whole site, for administrators; of a loop that they do not see, not even its invitations. */
export async function listInvitations(ctx: PersonContext, query: PageQuery): Promise<InvitationsAnswer> {
  allow(people.administer(ctx.viewer))
  const rows = await pending(ctx, query)
    .where((eb) =>
      eb.or([eb('invitation.space_id', 'is', null), visibleTo(ctx.viewer, ctx.now(), 'invitation.space_id')]),
    )
    .execute()
  return answer(ctx, rows, query.limit)
}

/** What waits in one space, for those who run it. @throws Problem not-found, forbidden */
export async function listSpaceInvitations(
  ctx: PersonContext,
  idOrSlug: string,
  query: PageQuery,
): Promise<InvitationsAnswer> {
  const space = await getSpace(ctx, idOrSlug)
  allow(policy.manage(factsOf(space)))
  const rows = await pending(ctx, query).where('invitation.space_id', '=', space.id).execute()
  return answer(ctx, rows, query.limit)
}

/**
 * Withdraws an invitation that nobody used: of the site or of a space that they see by an administrator, of a space by who runs it.
 * @throws Problem not-found, also where the viewer may not know of it
 */
export async function revokeInvitation(ctx: PersonContext, id: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const row = await ctx.db
      .selectFrom('invitation')
      .select(['space_id', 'used_at', 'revoked_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.used_at || row.revoked_at || !(await runs(ctx, row.space_id))) throw hidden(ctx.viewer)
    await ctx.db.updateTable('invitation').set({ revoked_at: ctx.now() }).where('id', '=', id).execute()
  })
}

async function runs(ctx: PersonContext, spaceId: string | null): Promise<boolean> {
  if (!spaceId) return people.administer(ctx.viewer)
  const space = await findSpace(ctx, spaceId)
  return space !== undefined && (policy.manage(factsOf(space)) || people.administer(ctx.viewer))
}
