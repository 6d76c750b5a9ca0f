import type { ApplicationStatus, FollowAnswer } from '@cenacle/contract/application'
import type { CandidacyStatus } from '@cenacle/contract/candidacy'
import { seatFor } from '@cenacle/tally/seats'
import type { Context } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { Problem } from '../../problem.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { ADMIT_JOB } from '../votes/commands/open.ts'
import { judgedInstant } from '../votes/queries/rows.ts'
import { votesWithStatus } from '../votes/queries/standing.ts'
import { after, daysOf, latest } from '../../time.ts'
import { agreeTo, presentCharter, presentPrivacy } from './charter.ts'
import { refuseEnded } from './committee-acts.ts'
import { endCandidacy } from './end.ts'
import { type Held, holdCandidacy, logStep, tellChange } from './hold.ts'
import { type CandidacyRow, hasSuspendedAccount, type InTx, isSuspended } from './rows.ts'
import { candidacyOfLink } from './links.ts'
import { getQuestion, insertQuestion, questionsOf, tellSponsor } from './questions.ts'
import { readSeats } from './seats.ts'
import { readSituation } from './situation.ts'
import { seat } from './seat.ts'
import { candidacyStatus } from './status.ts'
import { planEndOfWaiting, waitingRanks } from './waiting.ts'

/** What a candidate is told: whether the committee looked, never what anybody said; a veto reads like any other refusal. */
const told: Record<Exclude<CandidacyStatus, 'expired'>, ApplicationStatus> = {
  submitted: 'received',
  open: 'examined',
  vetoed: 'pending',
  quorum_failed: 'pending',
  no_ballot: 'pending',
  not_adopted: 'declined',
  refused: 'declined',
  admissible: 'accepted',
  waiting_parity: 'waiting',
  waiting_seats: 'waiting',
  offered: 'offered',
  lapsed: 'lapsed',
  admitted: 'admitted',
  withdrawn: 'withdrawn',
  inadmissible: 'inadmissible',
}

/** The follow-up page, for who has its link. @throws Problem link-used */
export async function readFollowed(ctx: Context, token: string): Promise<FollowAnswer> {
  const id = await candidacyOfLink(ctx.db, token)
  const candidacy = await ctx.db
    .selectFrom('candidacy')
    .selectAll()
    .select(isSuspended.as('suspended'))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!candidacy) throw new Problem('link-used')
  const now = await judgedInstant(ctx)
  const votes = await votesWithStatus(ctx.db, candidacy.vote_id ? [candidacy.vote_id] : [], now)
  const vote = votes.get(candidacy.vote_id ?? '')
  const situation = await readSituation(ctx.db, now)
  const status = candidacyStatus(candidacy, vote, situation, now)
  const asks = !candidacy.ended && status !== 'admitted' && status !== 'lapsed' && status !== 'expired'
  const isOffered = status === 'offered' && !candidacy.suspended
  const agrees = asks && !isOffered && candidacy.charter_hash === null
  return {
    ...(await about(ctx, candidacy)),
    status: toldOf(candidacy, status),
    lacksCollege: status === 'waiting_parity' && candidacy.college === 'undeclared',
    keptDays: daysOf(situation.delays.kept),
    closesAt: status === 'open' ? (vote?.closesAt.toISOString() ?? null) : null,
    rank: (await waitingRanks(ctx.db, now)).get(id) ?? null,
    offerUntil: isOffered ? (candidacy.offer_until?.toISOString() ?? null) : null,
    waitingUntil: status.startsWith('waiting') ? (candidacy.waiting_until?.toISOString() ?? null) : null,
    reason: status === 'inadmissible' ? candidacy.end_reason : null,
    charter: isOffered || agrees ? await presentCharter(ctx) : null,
    questions: (await questionsOf(ctx.db, id))
      .filter(({ from_candidate, passed_at }) => from_candidate || passed_at !== null)
      .map(({ id, from_candidate, body, asked_at, passed_at, answer }) => ({
        id,
        fromCandidate: from_candidate,
        body,
        answer,
        at: (passed_at ?? asked_at).toISOString(),
      })),
    can: {
      withdraw: asks,
      ask: asks,
      answer: asks,
      accept: isOffered,
      agree: agrees,
      declare: asks && candidacy.college === 'undeclared',
      stay: status.startsWith('waiting') && candidacy.asked_to_stay_at !== null,
    },
  }
}

/** What the candidate reads: of an end by the clock why it came, and that a suspended account holds the seat up. */
function toldOf(candidacy: CandidacyRow & { suspended: boolean }, status: CandidacyStatus): ApplicationStatus {
  if (status === 'expired') {
    if (candidacy.waiting_since) return 'expired'
    return candidacy.vote_id ? 'unheard' : 'unopened'
  }
  return candidacy.suspended && (status === 'admissible' || status === 'offered') ? 'held' : told[status]
}

async function about(ctx: Context, candidacy: CandidacyRow) {
  const sponsor = candidacy.sponsor_id
    ? await ctx.db.selectFrom('person').select('name').where('id', '=', candidacy.sponsor_id).executeTakeFirst()
    : undefined
  const space = await ctx.db.selectFrom('space').select('name').where('kind', '=', 'committee').executeTakeFirst()
  const { name, email, html, college, submitted_at } = candidacy
  return {
    name,
    email,
    html,
    college,
    privacy: await presentPrivacy(ctx),
    committee: space?.name ?? '',
    submittedAt: submitted_at.toISOString(),
    sponsor: sponsor?.name ?? null,
  }
}

/** What the candidate does by the link. @throws Problem link-used, and those of the work */
const follow = (ctx: Context, token: string, work: (ctx: InTx, held: Held) => Promise<void>): Promise<void> =>
  inTx(ctx, async (ctx) => work(ctx, await holdCandidacy(ctx.db, await candidacyOfLink(ctx.db, token))))

/** Withdraws, at any time before the admission. An open vote is cancelled. @throws Problem link-used, conflict */
export const withdraw = (ctx: Context, token: string): Promise<void> =>
  follow(ctx, token, async (ctx, held) => {
    refuseEnded(held.candidacy)
    await endCandidacy(ctx, held, 'withdrawn', { actor: 'candidate' })
  })

/** Asks the committee something; the sponsor answers. @throws Problem link-used, conflict */
export const askCommittee = (ctx: Context, token: string, body: string): Promise<void> =>
  follow(ctx, token, async (ctx, { candidacy, now }) => {
    refuseEnded(candidacy)
    await insertQuestion(ctx, { candidacy, body, now, authorId: null })
    await tellSponsor(ctx, candidacy, 'asks')
    await tellChange(ctx, candidacy)
  })

/** Answers a question that was passed on; it appears to the committee. @throws Problem link-used, not-found, conflict */
export const answerCommittee = (ctx: Context, token: string, questionId: string, answer: string): Promise<void> =>
  follow(ctx, token, async (ctx, { candidacy, now }) => {
    refuseEnded(candidacy)
    const question = await getQuestion(ctx.db, candidacy.id, questionId)
    if (question.from_candidate || !question.passed_at) throw new Problem('not-found')
    if (question.answer !== null) throw new Problem('conflict', { detail: 'Cette question a déjà sa réponse.' })
    await ctx.db
      .updateTable('candidacy_question')
      .set({ answer, answered_at: now })
      .where('id', '=', questionId)
      .execute()
    await tellSponsor(ctx, candidacy, 'answered')
    await tellChange(ctx, candidacy)
  })

/**
 * Takes the seat that is offered. Where it is gone meanwhile (fewer seats, a seat given by hand), the candidate goes back to
 * the place in the list, and the page says so.
 * @param charter hash of the charter that was read and agreed to
 * @throws Problem link-used, conflict when there is no offer, or no longer, or when the charter has changed
 */
export const acceptSeat = (ctx: Context, token: string, charter: string): Promise<void> =>
  follow(ctx, token, async (ctx, { candidacy, status }) => {
    if (status !== 'offered') throw new Problem('conflict', { detail: 'Aucun siège ne vous est proposé en ce moment.' })
    await agreeTo(ctx.db, charter)
    await ctx.db.updateTable('candidacy').set({ charter_hash: charter }).where('id', '=', candidacy.id).execute()
    // Another run gives the seat when the account is restored: by then nobody could come in.
    if (await hasSuspendedAccount(ctx.db, candidacy.id))
      throw new Problem('conflict', { detail: 'Votre compte est suspendu : écrivez au comité.' })
    const { seats, parity } = await readSeats(ctx.db)
    const now = seatFor(seats, candidacy.college, parity)
    if (now === 'admitted') return seat(ctx, candidacy, status)
    await ctx.db
      .updateTable('candidacy')
      .set({ offered_at: null, offer_until: null })
      .where('id', '=', candidacy.id)
      .execute()
    await logStep(ctx, candidacy, { type: 'candidacy.waiting', actor: 'system', from: 'offered', to: now })
    await tellChange(ctx, candidacy)
  })

/** Keeps the place in the list for twelve months more. @throws Problem link-used, conflict when nobody asked */
export const stayOnList = (ctx: Context, token: string): Promise<void> =>
  follow(ctx, token, async (ctx, { candidacy, status, now, delays }) => {
    if (!status.startsWith('waiting') || !candidacy.asked_to_stay_at || !candidacy.waiting_until)
      throw new Problem('conflict', { detail: 'Votre place est gardée.' })
    // Asked by the yearly round, months before their time, one waits twelve months from the answer on.
    const { waiting_before: before } = candidacy
    const until = before ? latest(before, after(now, delays.waiting)) : after(candidacy.waiting_until, delays.waiting)
    await ctx.db
      .updateTable('candidacy')
      .set({ waiting_until: until, waiting_before: null, asked_to_stay_at: null })
      .where('id', '=', candidacy.id)
      .execute()
    await logStep(ctx, candidacy, {
      type: 'candidacy.waiting',
      actor: 'candidate',
      from: status,
      to: status,
      more: { until: until.toISOString(), said: now.toISOString() },
    })
    await planEndOfWaiting(ctx, candidacy.id, until, delays)
    await tellChange(ctx, candidacy)
  })

/** Agrees to the charter before any seat, for somebody whom a member proposed. @throws Problem link-used, conflict when it has changed */
export const agreeToCharter = (ctx: Context, token: string, charter: string): Promise<void> =>
  follow(ctx, token, async (ctx, { candidacy }) => {
    refuseEnded(candidacy)
    await agreeTo(ctx.db, charter)
    await ctx.db.updateTable('candidacy').set({ charter_hash: charter }).where('id', '=', candidacy.id).execute()
  })

/**
 * Says which kind of seat it is, where nobody had; a seat that is free for it is then given with the next run.
 * @throws Problem link-used, conflict when it was said before
 */
export const declareCollege = (ctx: Context, token: string, college: 'woman' | 'man'): Promise<void> =>
  follow(ctx, token, async (ctx, { candidacy }) => {
    refuseEnded(candidacy)
    if (candidacy.college !== 'undeclared') throw new Problem('conflict', { detail: 'Votre réponse est déjà notée.' })
    await ctx.db.updateTable('candidacy').set({ college }).where('id', '=', candidacy.id).execute()
    await enqueue(ctx, ADMIT_JOB, {})
    await tellChange(ctx, candidacy)
  })
