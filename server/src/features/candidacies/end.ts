import type { LogType } from '@cenacle/contract/log-type'
import { cancelHeld } from '../votes/commands/manage.ts'
import { lockVote } from '../votes/queries/rows.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { after, daysOf } from '../../time.ts'
import { type Held, logStep, tellChange } from './hold.ts'
import type { InTx } from './rows.ts'
import { ADMIT_JOB } from '../votes/commands/open.ts'
import { TEND_JOB } from './job-names.ts'
import { followLink } from './links.ts'
import { type Ending, endMails } from './mails.ts'

/**
 * Ends a candidacy: what was open is cancelled, a seat that was offered goes to the next in line, the candidate is told, and
 * the file is forgotten when the setting says so.
 */
export async function endCandidacy(
  ctx: InTx,
  { candidacy, status, vote, now, delays }: Held,
  ending: Ending,
  { actor, reason, by }: { actor: number | 'system' | 'bureau' | 'candidate'; reason?: string; by?: string },
): Promise<void> {
  await logStep(ctx, candidacy, {
    type: `candidacy.${ending}` satisfies LogType,
    actor,
    from: status,
    to: ending,
    reason,
    by,
  })
  if (candidacy.vote_id && status === 'open') {
    // Nothing that anybody said in an open vote stays readable: hashes remain.
    const held = await lockVote(ctx.db, candidacy.vote_id)
    await cancelHeld(ctx, { ...held, actor: 'system' }, CANCELLED)
  }
  await ctx.db
    .updateTable('candidacy')
    .set({ ended: ending, ended_at: now, end_reason: reason ?? null })
    .where('id', '=', candidacy.id)
    .execute()
  if (candidacy.offer_until) await enqueue(ctx, ADMIT_JOB, {})
  const due = after(now, delays.kept)
  await enqueue(ctx, TEND_JOB, { candidacyId: candidacy.id, due: due.toISOString() }, due)
  const mail = endMails[ending](candidacy, await followLink(ctx, candidacy.id), {
    reason: reason ?? '',
    heard: vote !== undefined,
    accepted: vote?.evaluation?.outcome === 'adopted',
    keptDays: daysOf(delays.kept),
  })
  await queueMail(ctx, mail)
  await tellChange(ctx, candidacy)
}

const CANCELLED = 'La personne candidate s’est retirée.'
