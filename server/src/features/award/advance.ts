import { MENTIONS } from '@cenacle/contract/vote'
import type { Json } from '@cenacle/tally/canonical'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db } from '../../database/types.ts'
import { invalidField, Problem } from '../../problem.ts'
import { after, DAY_MS } from '../../time.ts'
import { asJson } from '../votes/commands/freeze.ts'
import { openVote } from '../votes/commands/open.ts'
import { juryRules } from '../votes/queries/rules.ts'
import { judgedInstant } from '../votes/queries/rows.ts'
import { promiseDraws } from './draw/rows.ts'
import { findConflicts, type Recused, recusalsOf } from './conflicts-found.ts'
import { frozenRules, sealEntries } from './freeze.ts'
import { jurorsOf } from './jurors.ts'
import {
  type ActingInTx,
  allowPhase,
  type CategoryRow,
  type EntryRow,
  type Held,
  type InTx,
  listCategoryRows,
  noteDone,
  runEdition,
} from './rows.ts'
import { readAwardSettings } from './settings.ts'
import { isVoting, listShortlistVotes } from './shortlist/vote-rows.ts'

/** Who opens a jury is named in its log. */
type Acting = InTx & { viewer: { id: string } }
export type Step = 'call' | 'shortlist' | 'jury' | 'archived'

/** What a step writes down besides where it leads from. */
type Noted = Record<string, Json>
const steps: Record<Step, (ctx: ActingInTx, held: Held) => Promise<Noted | void>> = {
  call: openCall,
  shortlist: closeEligibility,
  jury: openJury,
  archived: archive,
}

/**
 * Takes an edition to its next phase.
 * @throws Problem not-found, forbidden, edition-frozen; invalid where a date of the calendar is missing or past; conflict where
 * something is still to be done, which the detail says
 */
export const advanceEdition = (ctx: PersonContext, id: string, to: Step): Promise<void> =>
  inTx(ctx, async (ctx) => {
    const held = await runEdition(ctx, id)
    const noted = await steps[to](ctx, held)
    await noteDone(ctx, held.edition, `edition.${to}`, { from: held.phase, ...noted })
  })

/** The public form opens, until the call closes by the clock; by what entries will be judged is frozen, and its hash written down. */
async function openCall(ctx: ActingInTx, held: Held): Promise<Noted> {
  allowPhase(held, 'prepared')
  const { id, call_closes_at, jury_closes_at, embargo_at } = held.edition
  if (!call_closes_at) throw invalidField('/callClosesAt', 'required')
  if (call_closes_at <= held.now) throw invalidField('/callClosesAt', 'date-past')
  const categories = await listCategoryRows(ctx.db, [id])
  if (categories.length === 0) throw new Problem('conflict', { detail: 'Cette édition n’a pas encore de catégorie.' })
  // Whoever files an entry agrees to this; a longer one is for the next call.
  const { keptMonths } = await readAwardSettings(ctx.db)
  const called = { called_at: held.now, kept_months: keptMonths }
  await ctx.db.updateTable('award_edition').set(called).where('id', '=', id).execute()
  const calendar = { callClosesAt: call_closes_at, juryClosesAt: jury_closes_at, embargoAt: embargo_at }
  const draws = await promiseDraws(ctx.db, categories)
  return { ...frozenRules(held.edition, categories), draws, calendar: asJson(calendar) }
}

/** Eligibility is decided of every entry: the shortlists can be made. What came in with the call is written down by its hash. */
async function closeEligibility(ctx: ActingInTx, held: Held): Promise<Noted> {
  allowPhase(held, 'eligibility')
  const { id } = held.edition
  const entries = await ctx.db
    .selectFrom('award_entry')
    .selectAll()
    .where('edition_id', '=', id)
    .orderBy('submitted_at')
    .orderBy('id')
    .execute()
  if (entries.some(({ verdict }) => verdict === 'pending'))
    throw new Problem('conflict', { detail: 'Il reste des dossiers dont la recevabilité n’est pas décidée.' })
  await ctx.db.updateTable('award_edition').set({ eligible_at: held.now }).where('id', '=', id).execute()
  return sealEntries(entries)
}

/**
 * Each category with nominees becomes a vote of the engine, on whose roll nobody is who has a conflict of interest.
 * @param quiet nobody is written to: an edition of a demonstration
 */
export async function openJury(ctx: Acting, held: Held, quiet = false): Promise<void> {
  allowPhase(held, 'shortlist')
  const { edition, now } = held
  const closesAt = edition.jury_closes_at
  if (!closesAt) throw invalidField('/juryClosesAt', 'required')
  if (closesAt < after(now, DAY_MS)) throw invalidField('/juryClosesAt', 'date-too-soon')
  if (await isVoting(ctx.db, await listShortlistVotes(ctx.db, edition.id))) throw new Problem('shortlist-voting')
  await findConflicts(ctx, edition.id)
  const recusals = await recusalsOf(ctx.db, edition, true)
  const nominees = Map.groupBy(await listNominees(ctx.db, edition.id), ({ category_id }) => category_id)
  if (nominees.size === 0) throw new Problem('conflict', { detail: 'Aucun dossier n’est retenu pour le jury.' })
  for (const category of await listCategoryRows(ctx.db, [edition.id])) {
    const entries = nominees.get(category.id)
    if (!entries) continue
    await openCategory(ctx, held, { category, entries, recused: recusals.get(category.id) ?? new Map(), quiet })
  }
  await ctx.db.updateTable('award_edition').set({ jury_at: now }).where('id', '=', edition.id).execute()
}

const listNominees = (db: Db, editionId: string): Promise<EntryRow[]> =>
  db
    .selectFrom('award_entry')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('shortlisted', '=', true)
    .orderBy('submitted_at')
    .orderBy('id')
    .execute()

interface Opening {
  category: CategoryRow
  entries: EntryRow[]
  recused: ReadonlyMap<string, Recused>
  quiet: boolean
}

async function openCategory(
  ctx: Acting,
  { edition }: Held,
  { category, entries, recused, quiet }: Opening,
): Promise<void> {
  const optionOf = new Map(entries.map(({ id }, index) => [id, `o${index + 1}`]))
  const { roll, excused } = await jurorsOf(ctx.db, category, recused, optionOf)
  const voteId = await openVote(ctx, {
    kind: 'award',
    spaceId: edition.space_id,
    question: `${category.name} : ${category.question}`,
    method: category.method,
    options: entries.map(({ title, organisation }) => `${title} (${organisation})`),
    rules: rulesOf(category),
    opensAt: await judgedInstant(ctx),
    closesAt: edition.jury_closes_at ?? ctx.now(),
    roll,
    embargo: true,
    excused,
    quiet,
  })
  await ctx.db.updateTable('award_category').set({ vote_id: voteId }).where('id', '=', category.id).execute()
  for (const [id, option_id] of optionOf)
    await ctx.db.updateTable('award_entry').set({ option_id }).where('id', '=', id).execute()
}

const rulesOf = ({ method, criteria, most_points, least_jurors: leastJudges }: CategoryRow) =>
  method === 'grid'
    ? juryRules({ criteria, points: { max: most_points }, leastJudges })
    : juryRules({ grades: [...MENTIONS], leastJudges })

async function archive(ctx: ActingInTx, held: Held): Promise<void> {
  allowPhase(held, 'published')
  await ctx.db.updateTable('award_edition').set({ archived_at: held.now }).where('id', '=', held.edition.id).execute()
}
