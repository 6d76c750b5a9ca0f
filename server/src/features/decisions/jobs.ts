import { problems } from '@cenacle/contract/problems'
import type { SignedIn, World } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Tx } from '../../database/types.ts'
import { enqueue, type Handler, type Handlers } from '../../jobs/jobs.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/vote.ts'
import { Problem } from '../../problem.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
import { notOpened } from './mails.ts'
import { OPEN_JOB, openHeld } from './opening.ts'
import { type DraftRow, lockDraft } from './rows.ts'

type InTx = Omit<World, 'db'> & { db: Tx }
type Author = { viewer: SignedIn; email: string }

/**
 * Opens a draft at its instant, in its author's name and with the rights that they have then. One that cannot be opened becomes
 * a plain draft again, and its author is told why.
 */
const openScheduled: Handler = async (world, { draftId }) => {
  const id = String(draftId)
  try {
    await inTx(world, async (ctx) => {
      const draft = await dueDraft(ctx, id)
      if (!draft) return
      const author = await findAuthor(ctx, draft)
      if (!author) throw new Problem('forbidden')
      const asAuthor = { ...ctx, viewer: author.viewer }
      const space = factsOf(await getSpace(asAuthor, draft.space_id))
      allow(policy.openDecision(author.viewer, space))
      await openHeld(asAuthor, draft, space)
    })
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    await giveBack(world, id, error)
  }
}

/** Locks a draft whose instant has come; waits for the instant when it was moved. */
async function dueDraft(ctx: InTx, id: string): Promise<DraftRow | undefined> {
  const draft = await lockDraft(ctx.db, id)
  if (!draft?.scheduled || !draft.opens_at) return undefined
  if (draft.opens_at <= ctx.now()) return draft
  await enqueue(ctx, OPEN_JOB, { draftId: id }, draft.opens_at)
  return undefined
}

const findAuthor = (ctx: InTx, { author_id }: DraftRow): Promise<Author | undefined> => findPerson(ctx, author_id)

async function findPerson({ db, now }: InTx, personId: string | null): Promise<Author | undefined> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'role', 'is_administrator', 'email'])
    .where('id', '=', personId)
    .where('suspended_at', 'is', null)
    .executeTakeFirst()
  if (!person) return undefined
  const { id, name, role, is_administrator: administrator, email } = person
  const viewer: SignedIn = { kind: 'person', id, name, role, administrator, sessionId: '', confirmedAt: now() }
  return { viewer, email }
}

const giveBack = (world: World, id: string, why: Problem): Promise<void> =>
  inTx(world, async (ctx) => {
    const draft = await lockDraft(ctx.db, id)
    if (!draft?.scheduled) return
    await ctx.db.updateTable('vote_draft').set({ scheduled: false, scheduled_by: null }).where('id', '=', id).execute()
    const link = `${ctx.baseUrl}/votes/preparation/${id}`
    // Whoever scheduled somebody else's question counts on it as well.
    for (const personId of new Set([draft.author_id, draft.scheduled_by])) {
      const person = await findPerson(ctx, personId)
      if (person)
        await queueMail(
          ctx,
          notOpened({ name: person.viewer.name, email: person.email }, draft.question, inWords(why), link),
        )
    }
  })

/** What stood in the way, in whole sentences, as its author may read it. */
function inWords({ code, details }: Problem): string {
  const [field] = details.errors ?? []
  if (!field) return details.detail ?? `${problems[code][1]}.`
  return `${placeOf(field.pointer)} : ${field.detail.charAt(0).toLowerCase()}${field.detail.slice(1)}`
}

/** Parts of a question by the names that the form gives them. */
const places: Readonly<Record<string, string>> = {
  question: 'La question',
  options: 'Les options',
  opensAt: 'Ouverture',
  closesAt: 'Clôture',
}

/** What a JSON pointer points at, as the form calls it. */
function placeOf(pointer: string): string {
  const [, part = '', index = ''] = pointer.split('/')
  if (part === 'options' && /^\d+$/.test(index)) return `Option ${Number(index) + 1}`
  return places[part] ?? 'Réglages du vote'
}

export const decisionJobs: Handlers = { [OPEN_JOB]: openScheduled }
