import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { emailKey } from '@cenacle/contract/text'
import type { CandidacyStatus, createCandidacyBody } from '@cenacle/contract/candidacy'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { indexEntry } from '../../database/search-entry.ts'
import type { Db, Tx } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/candidacy.ts'
import { findPersonByEmail } from '../accounts/queries.ts'
import { hasSeat } from '../../policy/person.ts'
import { invalidField, Problem } from '../../problem.ts'
import { ADMIT_JOB, committeeRoll, openVote } from '../votes/commands/open.ts'
import { castProposal } from '../votes/commands/propose.ts'
import { judgedInstant } from '../votes/queries/rows.ts'
import { auditFiling } from './audit.ts'
import { committeeId, holdCandidacy } from './hold.ts'
import { type Filing, getCandidacy, type InTx } from './rows.ts'
import { followLink } from './links.ts'
import * as mails from './mails.ts'
import { readAdmissionRules } from './rules.ts'
import { planEndOfSubmission } from './waiting.ts'
import { after, DAY_MS, daysOf, instantOf } from '../../time.ts'

export { askWaiting, forgetAsking } from './renewal.ts'

/** Seven days counted by the caller's clock, and sent over a slow line, are seven days. */
const SLACK_MS = 5 * 60_000

/** Files a candidacy: it can be read by the committee from here on. @returns its id */
export async function fileCandidacy(ctx: InTx, filing: Filing): Promise<string> {
  const id = ctx.newId()
  const { name, email, college, employer, motivation, html } = filing
  const submitted_at = ctx.now()
  const salt = randomBytes(16).toString('hex')
  const account = await findPersonByEmail(ctx.db, email)
  await ctx.db
    .insertInto('candidacy')
    .values({
      id,
      name,
      email,
      email_key: emailKey(email),
      // Whatever address it has later, this account is the candidate's.
      person_id: account?.id ?? null,
      college,
      employer,
      motivation,
      html,
      sponsor_named: filing.sponsorNamed ?? '',
      sponsor_id: filing.sponsorId,
      submitted_by: filing.submittedBy,
      submitted_at,
      consented_at: filing.consent?.at ?? null,
      charter_hash: filing.consent?.charterHash ?? null,
      filing_salt: salt,
    })
    .execute()
  await auditFiling(ctx, id, salt, filing)
  const spaceId = await committeeId(ctx.db)
  await planEndOfSubmission(ctx, { id, submitted_at }, (await readAdmissionRules(ctx.db)).delays)
  // Found by those who see admissions alone: the search asks the policy of candidacies, as every surface does.
  await indexEntry(ctx, { kind: 'candidacy', id, spaceId, title: name, body: `${employer}\n${motivation}` })
  await record(ctx, { type: 'candidacy.changed', spaceId, ids: { candidacyId: id }, audience: 'seated' })
  return id
}

/**
 * Files a candidacy for somebody: as a member who proposes and so becomes the sponsor, or as the administration. A duplicate is
 * refused when somebody opens the vote.
 * @param tells whether the person is told by mail, with the link to follow it and to withdraw by
 * @returns its id
 * @throws Problem forbidden; invalid when the sponsor has no seat
 */
export async function createCandidacy(
  ctx: PersonContext,
  body: z.output<typeof createCandidacyBody>,
  tells = true,
): Promise<string> {
  allow(policy.create(ctx.viewer))
  const html = await ctx.renderPost(body.motivation)
  return inTx(ctx, async (ctx) => {
    const sponsorId = body.sponsorId ?? (hasSeat(ctx.viewer) ? ctx.viewer.id : null)
    if (sponsorId !== null && !(await isSeated(ctx.db, sponsorId))) throw invalidField('/sponsorId', 'not-found')
    const id = await fileCandidacy(ctx, { ...body, html, sponsorId, submittedBy: ctx.viewer.id, consent: null })
    const proposer = hasSeat(ctx.viewer) ? ctx.viewer.name : null
    const { delays } = await readAdmissionRules(ctx.db)
    if (tells) await queueMail(ctx, mails.proposed(body, proposer, daysOf(delays.kept), await followLink(ctx, id)))
    return id
  })
}

/**
 * Brings a candidacy before the committee: freezes what is read of it, rules, roll and close, and casts its sponsor's yes.
 * @param closesAt at least seven days from now; ten when not said, or as the setting has it
 * @throws Problem not-found, forbidden, already-open, already-member, sponsor-required; invalid when the close is too near
 */
export async function openCandidacy(ctx: PersonContext, id: string, closesAt?: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const { own } = await getCandidacy(ctx, id)
    allow(policy.open(ctx.viewer, own))
    const { candidacy, status } = await holdCandidacy(ctx.db, id)
    if (candidacy.ended || status === 'expired')
      throw new Problem('conflict', { detail: 'Cette candidature est close.' })
    if (status !== 'submitted') throw new Problem('already-open')
    await refuseDuplicate(ctx.db, candidacy)
    const { rules, minDays, maxDays, days, sponsorRequired } = await readAdmissionRules(ctx.db)
    // Under the seats' lock, which who changes the setting takes too.
    if (sponsorRequired && candidacy.sponsor_id === null) throw new Problem('sponsor-required')
    const now = ctx.now()
    const close = closesAt ? instantOf(closesAt) : after(now, days * DAY_MS)
    if (close.getTime() < now.getTime() + minDays * DAY_MS - SLACK_MS) throw invalidField('/closesAt', 'date-too-soon')
    if (close > after(now, maxDays * DAY_MS + SLACK_MS)) throw invalidField('/closesAt', 'out-of-range')
    const voteId = await openVote(ctx, {
      kind: 'candidacy',
      spaceId: await committeeId(ctx.db),
      question: `Admettre ${candidacy.name} au comité\u202f?`,
      rules,
      opensAt: await judgedInstant(ctx),
      closesAt: close,
      roll: await committeeRoll(ctx.db, candidacy.email_key),
      file: { motivation: candidacy.motivation, presentation: candidacy.presentation },
    })
    if (candidacy.sponsor_id) await castProposal(ctx.db, voteId, candidacy.sponsor_id)
    await ctx.db.updateTable('candidacy').set({ vote_id: voteId }).where('id', '=', id).execute()
    await enqueue(ctx, ADMIT_JOB, { voteId }, close)
    await record(ctx, {
      type: 'candidacy.changed',
      spaceId: await committeeId(ctx.db),
      ids: { candidacyId: id, voteId },
      audience: 'seated',
    })
  })
}

/** One candidacy of a person at a time, from the opening until it ends, with a seat or without; and none for a closed door. */
export async function refuseDuplicate(db: Tx, candidacy: { id: string; email_key: string }): Promise<void> {
  const known = await db
    .selectFrom('person')
    .select(['role', 'suspended_at'])
    .where('email_key', '=', candidacy.email_key)
    .executeTakeFirst()
  if (known?.role === 'member') throw new Problem('already-member', { detail: 'Cette personne a déjà un siège.' })
  if (known?.suspended_at)
    throw new Problem('conflict', { detail: 'Le compte de cette personne est suspendu : rétablissez-le d’abord.' })
  const others = await db
    .selectFrom('candidacy')
    .select('id')
    .where('email_key', '=', candidacy.email_key)
    .where('id', '<>', candidacy.id)
    .where('admitted_at', 'is', null)
    .where('ended', 'is', null)
    .where('vote_id', 'is not', null)
    .execute()
  for (const { id } of others) {
    const { status } = await holdCandidacy(db, id)
    if (!OVER.has(status))
      throw new Problem('already-open', { detail: 'Une candidature de cette personne est déjà devant le comité.' })
  }
}

/** Over by their times, whether a job has written that down or not; or not before the committee yet. */
const OVER: ReadonlySet<CandidacyStatus> = new Set(['submitted', 'not_adopted', 'refused', 'expired', 'lapsed'])

async function isSeated(db: Db, personId: string): Promise<boolean> {
  const person = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('role', '=', 'member')
    .where('suspended_at', 'is', null)
    .executeTakeFirst()
  return person !== undefined
}
