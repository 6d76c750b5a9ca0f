import { sql } from 'kysely'
import { dropEntry } from '../../database/search-entry.ts'
import { tellChange } from './hold.ts'
import type { CandidacyRow, InTx } from './rows.ts'

/**
 * Forgets the file of somebody who got no seat, with the reasons that were written about them. The vote stays without a name,
 * and its log with hashes alone: the chain can be verified, and tells nothing of anybody.
 */
export async function forgetCandidacy(ctx: InTx, candidacy: CandidacyRow): Promise<void> {
  const { db } = ctx
  await dropEntry(ctx, 'candidacy', candidacy.id)
  await db.deleteFrom('candidacy').where('id', '=', candidacy.id).execute()
  if (candidacy.vote_id) {
    await db.deleteFrom('vote_event_body').where('vote_id', '=', candidacy.vote_id).execute()
    await db
      .updateTable('ballot')
      .set({ reason: null })
      .where('vote_id', '=', candidacy.vote_id)
      .where('choice', '<>', 'veto')
      .execute()
    await db
      .updateTable('ballot')
      .set({ reason: '' })
      .where('vote_id', '=', candidacy.vote_id)
      .where('choice', '=', 'veto')
      .execute()
    await db
      .updateTable('vote')
      .set({ question: FORGOTTEN, text: null, html: null, extensions: WITHOUT_REASONS })
      .where('id', '=', candidacy.vote_id)
      .execute()
  }
  await tellChange(ctx, candidacy)
}

/** How often a vote was extended stays, since what may still be extended follows from it. */
const WITHOUT_REASONS = sql<string>`(select coalesce(jsonb_agg(one || '{"reason": ""}' order by place), '[]')
  from jsonb_array_elements(extensions) with ordinality as each (one, place))`

const FORGOTTEN = 'Admettre cette personne au comité\u202f?'
