import type { z } from 'zod'
import type { cancelShortlistVoteBody, OpenShortlistVoteBody } from '@cenacle/contract/award-score'
import type { PersonContext } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import { invalidField, Problem } from '../../../problem.ts'
import { after, DAY_MS, instantOf } from '../../../time.ts'
import { cancelHeld } from '../../votes/commands/manage.ts'
import { openVote } from '../../votes/commands/open.ts'
import { juryRules } from '../../votes/queries/rules.ts'
import { judgedInstant, lockVote } from '../../votes/queries/rows.ts'
import { findConflicts, recusalsOf } from '../conflicts-found.ts'
import { jurorsOf } from '../jurors.ts'
import {
  type ActingInTx,
  allowPhase,
  allowRunning,
  type CategoryRow,
  getCategory,
  type Held,
  noteDone,
  runEdition,
} from '../rows.ts'
import { refuseRecused } from './rankings.ts'
import { leavesWhole, silenceRecused } from './silence.ts'
import { findShortlistVote, isVoting } from './vote-rows.ts'

/** So many entries can be told apart in one vote; more are for a score. */
const MOST_ENTRIES = 300

/**
 * Asks the jurors of a category which of its eligible entries they want to judge: a vote of the engine, by approval or by points, on
 * whose roll nobody is who has a conflict of interest. Its result is under the palmarès' embargo, since it would tell the jury what to
 * think; those who run the award take the shortlist from it.
 * @returns the edition's id
 * @throws Problem not-found, forbidden, edition-frozen, recused, shortlist-voting where one is open; invalid for a close in less than a day, or
 * more approvals than entries; conflict without two entries, or without a juror
 */
export const openShortlistVote = (
  ctx: PersonContext,
  categoryId: string,
  body: OpenShortlistVoteBody,
): Promise<string> =>
  inTx(ctx, async (ctx) => {
    await allowRunning(ctx)
    const held = await runEdition(ctx, (await getCategory(ctx.db, categoryId)).edition_id)
    allowPhase(held, 'shortlist')
    const category = await getCategory(ctx.db, categoryId)
    const closesAt = instantOf(body.closesAt)
    if (closesAt < after(held.now, DAY_MS)) throw invalidField('/closesAt', 'date-too-soon')
    const before = await findShortlistVote(ctx.db, category)
    if (await isVoting(ctx.db, before ? [before] : [])) throw new Problem('shortlist-voting')
    await findConflicts(ctx, held.edition.id)
    // What is found now may concern the vote of another category.
    await silenceRecused(ctx, held)
    await refuseRecused(ctx, held, categoryId)
    const voteId = await open(ctx, held, category, { ...body, closesAt })
    await noteDone(ctx, held.edition, 'shortlist.vote.opened', { categoryId, voteId, method: body.method })
    return held.edition.id
  })

async function open(
  ctx: ActingInTx,
  { edition, now }: Held,
  category: CategoryRow,
  { method, most, closesAt }: { method: 'approval' | 'score'; most: number; closesAt: Date },
): Promise<string> {
  const entries = await ctx.db
    .selectFrom('award_entry')
    .select(['id', 'title', 'organisation'])
    .where('category_id', '=', category.id)
    .where('verdict', '=', 'eligible')
    .orderBy('submitted_at')
    .orderBy('id')
    .execute()
  if (entries.length < 2)
    throw new Problem('conflict', { detail: 'Il faut au moins deux dossiers recevables pour en choisir.' })
  if (entries.length > MOST_ENTRIES)
    throw new Problem('conflict', { detail: 'Il y a trop de dossiers pour un vote : présélectionnez par un score.' })
  if (method === 'approval' && most > entries.length)
    throw invalidField('/most', 'out-of-range', { min: 1, max: entries.length })
  const recusals = await recusalsOf(ctx.db, edition, false)
  const recused = new Map(
    [...(recusals.get(category.id) ?? [])].map(([id, one]) => [id, { ...one, category: leavesWhole(method, one) }]),
  )
  const optionOf = new Map(entries.map(({ id }, index) => [id, `o${index + 1}`]))
  const { roll, excused } = await jurorsOf(ctx.db, category, recused, optionOf)
  const rules = method === 'approval' ? { approvals: { min: 1, max: most } } : { points: { max: most } }
  const voteId = await openVote(ctx, {
    kind: 'award',
    spaceId: edition.space_id,
    question: `Présélection, ${category.name} : quels dossiers le jury doit-il juger ?`,
    method,
    options: entries.map(({ title, organisation }) => `${title} (${organisation})`),
    rules: juryRules(rules),
    opensAt: await judgedInstant(ctx),
    closesAt,
    roll,
    embargo: true,
    excused,
  })
  const options = JSON.stringify(Object.fromEntries([...optionOf].map(([id, option]) => [option, id])))
  await ctx.db
    .insertInto('award_shortlist_vote')
    .values({ vote_id: voteId, category_id: category.id, options, opened_at: now })
    .execute()
  return voteId
}

/**
 * Takes a vote on a shortlist back while it is open, with a reason that its roll is told: nobody reads its ballots.
 * @returns the edition's id
 * @throws Problem not-found, forbidden, edition-frozen, recused, vote-closed
 */
export const cancelShortlistVote = (
  ctx: PersonContext,
  categoryId: string,
  { reason }: z.output<typeof cancelShortlistVoteBody>,
): Promise<string> =>
  inTx(ctx, async (ctx) => {
    await allowRunning(ctx)
    const held = await runEdition(ctx, (await getCategory(ctx.db, categoryId)).edition_id)
    allowPhase(held, 'shortlist')
    await refuseRecused(ctx, held, categoryId)
    const found = await findShortlistVote(ctx.db, { id: categoryId, edition_id: held.edition.id })
    if (!found) throw new Problem('not-found')
    const { vote, now } = await lockVote(ctx.db, found.vote_id)
    if (vote.closes_at <= now) throw new Problem('vote-closed')
    await cancelHeld(ctx, { vote, now, actor: 'bureau' }, reason)
    await noteDone(ctx, held.edition, 'shortlist.vote.cancelled', { categoryId, voteId: vote.id, reason })
    return held.edition.id
  })
