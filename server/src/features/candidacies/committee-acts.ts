import type { CandidacyStatus } from '@cenacle/contract/candidacy'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/candidacy.ts'
import { Problem } from '../../problem.ts'
import { endCandidacy } from './end.ts'
import { holdCandidacy, tellChange } from './hold.ts'
import { getCandidacy } from './rows.ts'

/**
 * Becomes the sponsor of a candidacy that has none.
 * @throws Problem not-found, forbidden; conflict when it has ended
 */
export const sponsorCandidacy = (ctx: PersonContext, id: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const seen = await getCandidacy(ctx, id)
    allow(policy.sponsor(ctx.viewer, seen.sponsor_id, seen.own))
    const { candidacy } = await holdCandidacy(ctx.db, id)
    // Somebody else may have been faster.
    allow(policy.sponsor(ctx.viewer, candidacy.sponsor_id, seen.own))
    refuseEnded(candidacy)
    await ctx.db.updateTable('candidacy').set({ sponsor_id: ctx.viewer.id }).where('id', '=', id).execute()
    await tellChange(ctx, candidacy)
  })

/** What members vote on, or have voted on in a vote that will go on, stays what they read. */
export const isFrozen = (status: CandidacyStatus): boolean => FROZEN.has(status)
const FROZEN: ReadonlySet<CandidacyStatus> = new Set(['open', 'no_ballot', 'quorum_failed'])

/**
 * Writes what the sponsor says of the candidate; who writes it becomes the sponsor where there is none. Before the vote, or
 * before a second reading, which freezes it once more.
 * @throws Problem not-found, forbidden, text-frozen; conflict when it has ended
 */
export async function presentCandidate(ctx: PersonContext, id: string, text: string): Promise<void> {
  const html = await ctx.renderPost(text)
  await inTx(ctx, async (ctx) => {
    const seen = await getCandidacy(ctx, id)
    allow(policy.sponsor(ctx.viewer, seen.sponsor_id, seen.own))
    const { candidacy, status, now } = await holdCandidacy(ctx.db, id)
    allow(policy.sponsor(ctx.viewer, candidacy.sponsor_id, seen.own))
    refuseEnded(candidacy)
    if (isFrozen(status)) throw new Problem('text-frozen')
    await ctx.db
      .updateTable('candidacy')
      .set({ sponsor_id: ctx.viewer.id, presentation: text, presentation_html: html, presented_at: now })
      .where('id', '=', id)
      .execute()
    await tellChange(ctx, candidacy)
  })
}

/**
 * Finds a candidacy inadmissible, before it is put to the vote. The candidate reads the reason.
 * @throws Problem not-found, forbidden; conflict once it is open or has ended
 */
export const declareInadmissible = (ctx: PersonContext, id: string, reason: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { own } = await getCandidacy(ctx, id)
    allow(policy.run(ctx.viewer, own))
    const held = await holdCandidacy(ctx.db, id)
    if (held.status !== 'submitted')
      throw new Problem('conflict', { detail: 'Une candidature se déclare irrecevable avant le vote seulement.' })
    await endCandidacy(ctx, held, 'inadmissible', { actor: 'bureau', reason, by: ctx.viewer.id })
  })

/** @throws Problem conflict */
export function refuseEnded({ ended, admitted_at }: { ended: string | null; admitted_at: Date | null }): void {
  if (ended || admitted_at) throw new Problem('conflict', { detail: 'Cette candidature est close.' })
}
