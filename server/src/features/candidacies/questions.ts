import type { Selectable } from 'kysely'
import type { QuestionAnswer } from '@cenacle/contract/candidacy'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db, Schema, Tx } from '../../database/types.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/candidacy.ts'
import { hasSeat } from '../../policy/person.ts'
import { Problem } from '../../problem.ts'
import { presentAuthor } from '../accounts/present.ts'
import { refuseEnded } from './committee-acts.ts'
import { holdCandidacy, tellChange } from './hold.ts'
import { type CandidacyRow, getCandidacy, type InTx } from './rows.ts'
import { followLink } from './links.ts'
import * as mails from './mails.ts'

export type QuestionRow = Selectable<Schema['candidacy_question']>
const MOST = 200

/** Questions of a candidacy, oldest first. */
export const questionsOf = (db: Db, candidacyId: string): Promise<QuestionRow[]> =>
  db
    .selectFrom('candidacy_question')
    .selectAll()
    .where('candidacy_id', '=', candidacyId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

/** The exchange with the candidate, for the committee. @throws Problem not-found, also for the candidate, who has another page */
export async function listQuestions(ctx: PersonContext, id: string): Promise<QuestionAnswer[]> {
  const candidacy = await getCandidacy(ctx, id)
  allow(policy.see(ctx.viewer, candidacy.own), 'not-found')
  const rows = await ctx.db
    .selectFrom('candidacy_question as q')
    .leftJoin('person as p', 'p.id', 'q.author_id')
    .selectAll('q')
    .select(['p.name', 'p.portrait_key'])
    .where('q.candidacy_id', '=', id)
    .orderBy('q.asked_at')
    .orderBy('q.id')
    .execute()
  const acts =
    policy.relay(ctx.viewer, candidacy.sponsor_id, candidacy.own) && !candidacy.ended && !candidacy.admitted_at
  return rows.map((row) => ({
    id: row.id,
    fromCandidate: row.from_candidate,
    author:
      row.author_id && row.name !== null
        ? presentAuthor({ id: row.author_id, name: row.name, portrait_key: row.portrait_key })
        : null,
    body: row.body,
    askedAt: row.asked_at.toISOString(),
    passedAt: row.passed_at?.toISOString() ?? null,
    answer: row.answer,
    answeredAt: row.answered_at?.toISOString() ?? null,
    can: {
      pass: acts && !row.from_candidate && row.passed_at === null,
      answer: acts && row.from_candidate && row.answer === null,
    },
  }))
}

/** Asks the candidate something; the sponsor passes it on. @throws Problem not-found, forbidden, conflict */
export const askCandidate = (ctx: PersonContext, id: string, body: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const { own } = await getCandidacy(ctx, id)
    allow(policy.ask(ctx.viewer, own))
    const { candidacy, now } = await holdCandidacy(ctx.db, id)
    refuseEnded(candidacy)
    await insertQuestion(ctx, { candidacy, body, now, authorId: ctx.viewer.id })
    if (candidacy.sponsor_id !== ctx.viewer.id) await tellSponsor(ctx, candidacy, 'asked')
    await tellChange(ctx, candidacy)
  })

/** @throws Problem conflict when there are too many already */
export async function insertQuestion(
  ctx: InTx,
  question: { candidacy: CandidacyRow; body: string; now: Date; authorId: string | null },
): Promise<void> {
  const { candidacy, body, now, authorId } = question
  const { count } = await ctx.db
    .selectFrom('candidacy_question')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('candidacy_id', '=', candidacy.id)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST) throw new Problem('conflict', { detail: 'Il y a déjà trop de questions ici.' })
  const row = {
    candidacy_id: candidacy.id,
    from_candidate: authorId === null,
    author_id: authorId,
    body,
    asked_at: now,
  }
  await ctx.db
    .insertInto('candidacy_question')
    .values({ id: ctx.newId(), ...row })
    .execute()
}

/** Hands a member's question to the candidate. The member who does so becomes the sponsor where there is none. */
export const passQuestion = (ctx: PersonContext, id: string, questionId: string): Promise<void> =>
  act(ctx, id, questionId, async (ctx, candidacy, question, now) => {
    if (question.from_candidate || question.passed_at)
      throw new Problem('conflict', { detail: 'Cette question est déjà transmise.' })
    await ctx.db.updateTable('candidacy_question').set({ passed_at: now }).where('id', '=', questionId).execute()
    await queueMail(ctx, mails.question(candidacy, question.body, await followLink(ctx, candidacy.id)))
  })

/** Answers what the candidate asks. The member who does so becomes the sponsor where there is none. */
export const answerCandidate = (ctx: PersonContext, id: string, questionId: string, answer: string): Promise<void> =>
  act(ctx, id, questionId, async (ctx, candidacy, question, now) => {
    if (!question.from_candidate || question.answer !== null)
      throw new Problem('conflict', { detail: 'Cette question a déjà sa réponse.' })
    await ctx.db
      .updateTable('candidacy_question')
      .set({ answer, answered_at: now, answered_by: ctx.viewer.id })
      .where('id', '=', questionId)
      .execute()
    await queueMail(ctx, mails.answered(candidacy, answer, await followLink(ctx, candidacy.id)))
  })

type Acting = Omit<PersonContext, 'db'> & { db: Tx }

/** What the sponsor does about a question, or where there is none who runs the committee. @throws Problem not-found, forbidden, conflict */
const act = (
  ctx: PersonContext,
  id: string,
  questionId: string,
  work: (ctx: Acting, candidacy: CandidacyRow, question: QuestionRow, now: Date) => Promise<void>,
): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const seen = await getCandidacy(ctx, id)
    allow(policy.relay(ctx.viewer, seen.sponsor_id, seen.own))
    const { candidacy, now } = await holdCandidacy(ctx.db, id)
    allow(policy.relay(ctx.viewer, candidacy.sponsor_id, seen.own))
    refuseEnded(candidacy)
    await work(ctx, candidacy, await getQuestion(ctx.db, id, questionId), now)
    // The administration passes on what waits, and sponsors nobody.
    if (hasSeat(ctx.viewer))
      await ctx.db.updateTable('candidacy').set({ sponsor_id: ctx.viewer.id }).where('id', '=', id).execute()
    await tellChange(ctx, candidacy)
  })

/** @throws Problem not-found */
export async function getQuestion(db: Db, candidacyId: string, questionId: string): Promise<QuestionRow> {
  const question = await db
    .selectFrom('candidacy_question')
    .selectAll()
    .where('id', '=', questionId)
    .where('candidacy_id', '=', candidacyId)
    .executeTakeFirst()
  if (!question) throw new Problem('not-found')
  return question
}

/** Tells the sponsor; where there is none who sits, those who run the committee, that nobody waits without anybody knowing. */
export async function tellSponsor(
  ctx: InTx,
  candidacy: CandidacyRow,
  what: 'asked' | 'answered' | 'asks',
): Promise<void> {
  const link = `${ctx.baseUrl}/candidatures/${candidacy.id}`
  const sponsor = candidacy.sponsor_id
    ? await ctx.db
        .selectFrom('person')
        .select(['name', 'email'])
        .where('id', '=', candidacy.sponsor_id)
        .where('role', '=', 'member')
        .where('suspended_at', 'is', null)
        .executeTakeFirst()
    : undefined
  if (sponsor) return queueMail(ctx, mails.toSponsor(sponsor, candidacy.name, what, link))
  const running = await ctx.db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('is_administrator', '=', true)
    .where('suspended_at', 'is', null)
    // Never the candidate, who may hold that office.
    .where('email_key', '<>', candidacy.email_key)
    .$if(candidacy.person_id !== null, (query) => query.where('id', '<>', candidacy.person_id ?? ''))
    .orderBy('id')
    .execute()
  for (const to of running) await queueMail(ctx, mails.toRunning(to, candidacy.name, what, link))
}
