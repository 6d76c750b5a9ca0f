import type { CandidacyStatus } from '@cenacle/contract/candidacy'
import { record } from '../../events/record.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { createAccount, passwordLink } from '../accounts/commands.ts'
import { findPersonByEmail } from '../accounts/queries.ts'
import { DAY_MS } from '../../time.ts'
import { logStep, tellChange } from './hold.ts'
import type { CandidacyRow, InTx } from './rows.ts'
import { welcome } from './mails.ts'
import { readSeats } from './seats.ts'

const LINK_MS = 7 * DAY_MS

/**
 * Gives a seat, whose lock the caller holds: the account, the admission, the log, the mail of welcome. The database refuses it
 * against a veto, without a seat in the college, without an offer to who has waited, or after an end.
 */
export async function seat(ctx: InTx, candidacy: CandidacyRow, from: CandidacyStatus): Promise<void> {
  const before = await readSeats(ctx.db)
  const { id: personId, hasPassword } = await takeSeat(ctx, candidacy)
  await ctx.db
    .updateTable('candidacy')
    .set({ person_id: personId, admitted_at: ctx.now(), accepted_at: from === 'offered' ? ctx.now() : null })
    .where('id', '=', candidacy.id)
    .execute()
  const after = await readSeats(ctx.db)
  const more = { before: { ...before.seats }, after: { ...after.seats } }
  await logStep(ctx, candidacy, { type: 'candidacy.admitted', actor: 'system', from, to: 'admitted', more })
  const entrance = hasPassword
    ? { link: ctx.baseUrl, again: undefined }
    : { link: await passwordLink(ctx, personId, LINK_MS), again: `${ctx.baseUrl}/mot-de-passe-oublie` }
  await queueMail(ctx, welcome(candidacy, { ...entrance, firstPage: `${ctx.baseUrl}/bienvenue` }))
  await tellChange(ctx, candidacy)
  await record(ctx, { type: 'access.changed', personId })
}

/** The candidate's account becomes a member's, or is made, without a password until the candidate chooses one. */
async function takeSeat(
  ctx: InTx,
  { name, email, college, employer, person_id }: CandidacyRow,
): Promise<{ id: string; hasPassword: boolean }> {
  const known = person_id
    ? await ctx.db.selectFrom('person').selectAll().where('id', '=', person_id).executeTakeFirst()
    : await findPersonByEmail(ctx.db, email)
  if (!known) {
    const person = await createAccount(ctx, { name, email, college, role: 'member', passwordHash: null })
    await ctx.db.updateTable('person').set({ employer }).where('id', '=', person.id).execute()
    return { id: person.id, hasPassword: false }
  }
  await ctx.db.updateTable('person').set({ role: 'member', college }).where('id', '=', known.id).execute()
  return { id: known.id, hasPassword: known.password_hash !== null }
}
