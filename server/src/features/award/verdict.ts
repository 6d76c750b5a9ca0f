import type { z } from 'zod'
import type { verdictBody } from '@cenacle/contract/award'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db } from '../../database/types.ts'
import { queueMail } from '../../jobs/mail-job.ts'
import { invalidField, Problem } from '../../problem.ts'
import { findConflicts } from './conflicts-found.ts'
import { conflictsOfViewer } from './deciding.ts'
import { refuseStranger } from './entries.ts'
import { mails, type Told } from './mails.ts'
import {
  type ActingInTx,
  allowPhase,
  allowRunning,
  type EditionRow,
  type EntryRow,
  getCategory,
  getEntry,
  noteDone,
  runEdition,
} from './rows.ts'
import { silenceRecused } from './shortlist/silence.ts'

/**
 * Whether an entry may take part, and where: decided by somebody who has no conflict of interest about it, nor in a category that it
 * leaves or joins.
 * @returns its edition's id
 * @throws Problem edition-frozen, recused; invalid without a reason for what needs one
 */
export const judgeEntry = (
  ctx: PersonContext,
  entryId: string,
  { verdict, categoryId, reason }: z.output<typeof verdictBody>,
): Promise<string> =>
  inTx(ctx, async (ctx) => {
    await allowRunning(ctx)
    const { edition_id } = await getEntry(ctx.db, entryId)
    const held = await runEdition(ctx, edition_id)
    allowPhase(held, 'call', 'eligibility', 'shortlist')
    const entry = await getEntry(ctx.db, entryId)
    const moves = categoryId !== undefined && categoryId !== entry.category_id
    const hasConflict = await conflictsOfViewer(ctx, held.edition)
    if (hasConflict(entry, categoryId)) throw new Problem('recused')
    if ((moves || verdict === 'rejected') && reason === '') throw invalidField('/reason', 'required')
    if (moves) await refuseStranger(ctx, edition_id, categoryId)
    await ctx.db
      .updateTable('award_entry')
      .set({
        verdict,
        verdict_reason: reason || entry.verdict_reason,
        verdict_at: held.now,
        ...(moves && { category_id: categoryId, asked_category_id: entry.asked_category_id ?? entry.category_id }),
        ...((moves || verdict === 'rejected') && { shortlisted: false }),
      })
      .where('id', '=', entryId)
      .execute()
    await tellVerdict(ctx, held.edition, entry)
    await findConflicts(ctx, edition_id)
    await silenceRecused(ctx, held)
    await noteDone(ctx, held.edition, 'entry.judged', { entryId, verdict, moves })
    return edition_id
  })

/**
 * Writes to whoever filed an entry what was decided of it: once for each decision, nothing when it only says again what it said. The
 * edition is locked, so that two who decide at once tell of both in turn.
 * @param before as it was until now
 */
async function tellVerdict(ctx: ActingInTx, edition: EditionRow, before: EntryRow): Promise<void> {
  const entry = await getEntry(ctx.db, before.id)
  const moved = entry.category_id !== before.category_id
  const isNews =
    entry.verdict !== before.verdict ||
    (entry.verdict === 'rejected' ? entry.verdict_reason !== before.verdict_reason : moved)
  const to = isNews ? await filerOf(ctx.db, entry) : undefined
  if (!to) return
  const [category, from] = [await getCategory(ctx.db, entry.category_id), await getCategory(ctx.db, before.category_id)]
  const kind: Told['kind'] = entry.verdict === 'rejected' ? 'rejected' : moved ? 'moved' : 'eligible'
  const told = { kind, title: entry.title, edition: edition.name, category: category.name, before: from.name }
  await queueMail(ctx, mails.verdict(to, { ...told, reason: entry.verdict_reason ?? '' }))
}

/** Whom the form names; of an entry from inside the member who filed it, as long as they have an account to write to. */
export async function filerOf(db: Db, entry: EntryRow): Promise<{ name: string; email: string } | undefined> {
  if (entry.contact_email !== '') return { name: entry.contact_name, email: entry.contact_email }
  if (entry.submitted_by === null) return undefined
  return db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', entry.submitted_by)
    .where('suspended_at', 'is', null)
    .executeTakeFirst()
}
