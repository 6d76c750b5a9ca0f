import { inTx } from '../../database/transaction.ts'
import { enqueue, type Handler } from '../../jobs/jobs.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { after, daysOf, instantOf, latest, SECOND_MS } from '../../time.ts'
import { endCandidacy } from './end.ts'
import { forgetCandidacy } from './forget.ts'
import { findHeld, type Held } from './hold.ts'
import type { InTx } from './rows.ts'
import { TEND_JOB } from './job-names.ts'
import { followLink } from './links.ts'
import * as mails from './mails.ts'
import { prolong } from './reopen.ts'
import { planEndOfSubmission } from './waiting.ts'

/**
 * Looks at what time has brought a candidacy and does what follows: prolongs once a vote that too few took part in, writes an
 * end down, asks who has waited for long, forgets what was refused. It bears running twice, or late.
 */
export const tendCandidacy: Handler = (world, { candidacyId, due }) =>
  inTx(world, async (ctx) => {
    const held = await findHeld(ctx.db, String(candidacyId))
    if (!held) return
    // The clock that judges may be a little behind the one that woke us.
    if (typeof due === 'string' && held.now < instantOf(due)) {
      const again = latest(instantOf(due), after(ctx.now(), SECOND_MS))
      return enqueue(ctx, TEND_JOB, { candidacyId, due }, again)
    }
    await tend(ctx, held)
  })

async function tend(ctx: InTx, held: Held): Promise<void> {
  const { candidacy, status, now, delays } = held
  if (candidacy.ended) {
    if (candidacy.ended_at && after(candidacy.ended_at, delays.kept) <= now) await forgetCandidacy(ctx, candidacy)
    return
  }
  switch (status) {
    case 'submitted':
      return waitForOpening(ctx, held)
    case 'no_ballot':
    case 'quorum_failed':
      return prolong(ctx, held)
    case 'vetoed':
      return waitForSecondReading(ctx, held)
    case 'not_adopted':
    case 'refused':
    case 'expired':
    case 'lapsed':
      return endCandidacy(ctx, held, status, { actor: 'system' })
    case 'waiting_parity':
    case 'waiting_seats':
      return askToStay(ctx, held)
    default:
  }
}

/** What nobody opens ends: whoever asked is not left without an answer for ever. */
async function waitForOpening(ctx: InTx, { candidacy, vote, delays }: Held): Promise<void> {
  if (!vote) await planEndOfSubmission(ctx, candidacy, delays)
}

/** A veto that nobody takes back within thirty days ends the candidacy. */
async function waitForSecondReading(ctx: InTx, { candidacy, vote, delays }: Held): Promise<void> {
  if (!vote) return
  const due = after(vote.closesAt, delays.secondReadingWithin)
  await enqueue(ctx, TEND_JOB, { candidacyId: candidacy.id, due: due.toISOString() }, due)
}

/** Asks once who has waited for nearly as long as one waits. */
async function askToStay(ctx: InTx, { candidacy, now, delays }: Held): Promise<void> {
  const { waiting_until: until, asked_to_stay_at: asked } = candidacy
  if (!until || asked || after(until, -delays.askBefore) > now) return
  await ctx.db.updateTable('candidacy').set({ asked_to_stay_at: now }).where('id', '=', candidacy.id).execute()
  await queueMail(ctx, mails.stillThere(candidacy, until, daysOf(delays.waiting), await followLink(ctx, candidacy.id)))
}
