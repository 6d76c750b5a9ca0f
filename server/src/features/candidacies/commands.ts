import type { z } from 'zod'
import { emailKey } from '@cenacle/contract/text'
import type { createCandidacyBody } from '@cenacle/contract/vote'
import type { Context, PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { indexEntry } from '../../database/search-entry.ts'
import type { Db, Tx } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import { enqueue } from '../../jobs/jobs.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/candidacy.ts'
import { hasSeat } from '../../policy/person.ts'
import { invalidField, Problem } from '../../problem.ts'
import { committeeRoll, openVote } from '../votes/commands/open.ts'
import { openingInstant } from '../votes/queries/rows.ts'
import { votesWithStatus } from '../votes/queries/standing.ts'
import { ADMIT_JOB } from './admit.ts'
import { getCandidacy } from './rows.ts'
import { readAdmissionRules } from './rules.ts'
import { lockSeats } from './seats.ts'
import { after, DAY_MS, instantOf } from '../../time.ts'

/** Seven days counted by the caller's clock, and sent over a slow line, are seven days. */
const SLACK_MS = 5 * 60_000

/**
 * Files a candidacy: by the public form, or as a member who proposes somebody and so becomes the sponsor. The answer never
 * depends on whether the address is known; a duplicate is refused when somebody opens the vote.
 * @returns its id
 * @throws Problem forbidden; invalid when the sponsor has no seat
 */
export async function createCandidacy(ctx: Context, body: z.output<typeof createCandidacyBody>): Promise<string> {
  allow(policy.create(ctx.viewer))
  const html = await ctx.renderPost(body.motivation)
  return inTx(ctx, async (ctx) => {
    const viewerId = ctx.viewer.kind === 'person' ? ctx.viewer.id : null
    const sponsor_id = body.sponsorId ?? (hasSeat(ctx.viewer) ? viewerId : null)
    if (sponsor_id !== null && !(await isSeated(ctx.db, sponsor_id))) throw invalidField('/sponsorId', 'not-found')
    const id = ctx.newId()
    await ctx.db
      .insertInto('candidacy')
      .values({
        id,
        name: body.name,
        email: body.email,
        email_key: emailKey(body.email),
        college: body.college,
        employer: body.employer,
        motivation: body.motivation,
        html,
        sponsor_id,
        submitted_by: viewerId,
        submitted_at: ctx.now(),
      })
      .execute()
    const spaceId = await committeeId(ctx.db)
    // Found by those who see admissions alone: the search asks the policy of candidacies, as every surface does.
    await indexEntry(ctx, {
      kind: 'candidacy',
      id,
      spaceId,
      title: body.name,
      body: `${body.employer}\n${body.motivation}`,
    })
    await record(ctx, { type: 'candidacy.changed', spaceId, ids: { candidacyId: id } })
    return id
  })
}

/**
 * Brings a candidacy before the committee: freezes rules, roll and close.
 * @param closesAt at least seven days from now; ten when not said, or as the setting has it
 * @throws Problem not-found, forbidden, already-open, already-member; invalid when the close is too near
 */
export async function openCandidacy(ctx: PersonContext, id: string, closesAt?: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    await getCandidacy(ctx, id)
    allow(policy.open(ctx.viewer))
    await lockSeats(ctx.db)
    const candidacy = await ctx.db
      .selectFrom('candidacy')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (candidacy.vote_id) throw new Problem('already-open')
    await refuseDuplicate(ctx.db, candidacy.email_key)
    const { rules, minDays, days } = await readAdmissionRules(ctx.db)
    const now = ctx.now()
    const close = closesAt ? instantOf(closesAt) : after(now, days * DAY_MS)
    if (close.getTime() < now.getTime() + minDays * DAY_MS - SLACK_MS) throw invalidField('/closesAt', 'date-too-soon')
    const voteId = await openVote(ctx, {
      kind: 'candidacy',
      spaceId: await committeeId(ctx.db),
      question: `Admettre ${candidacy.name} au comité\u202f?`,
      rules,
      opensAt: await openingInstant(ctx),
      closesAt: close,
      roll: await committeeRoll(ctx.db, candidacy.email_key),
    })
    await ctx.db.updateTable('candidacy').set({ vote_id: voteId }).where('id', '=', id).execute()
    await enqueue(ctx, ADMIT_JOB, { voteId }, close)
    await record(ctx, {
      type: 'candidacy.changed',
      spaceId: await committeeId(ctx.db),
      ids: { candidacyId: id, voteId },
    })
  })
}

/** One candidacy of a person at a time, from the opening until it is refused or ends in a seat. */
async function refuseDuplicate(db: Tx, emailKey: string): Promise<void> {
  const seated = await db
    .selectFrom('person')
    .select('id')
    .where('email_key', '=', emailKey)
    .where('role', '=', 'member')
    .executeTakeFirst()
  if (seated) throw new Problem('already-member', { detail: 'Cette personne a déjà un siège.' })
  const others = await db
    .selectFrom('candidacy')
    .select('vote_id')
    .where('email_key', '=', emailKey)
    .where('admitted_at', 'is', null)
    .execute()
  const votes = await votesWithStatus(
    db,
    others.flatMap(({ vote_id }) => vote_id ?? []),
  )
  const isPending = [...votes.values()].some(
    ({ evaluation }) => evaluation === null || evaluation.outcome === 'adopted',
  )
  if (isPending)
    throw new Problem('already-open', { detail: 'Une candidature de cette personne est déjà devant le comité.' })
}

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

/** The one space in which admissions are voted. */
async function committeeId(db: Db): Promise<string> {
  const { id } = await db.selectFrom('space').select('id').where('kind', '=', 'committee').executeTakeFirstOrThrow()
  return id
}
