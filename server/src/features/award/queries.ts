import { sql } from 'kysely'
import type { CategoryAnswer, EditionAnswer, EntryAnswer } from '@cenacle/contract/award'
import type { Author } from '@cenacle/contract/person'
import type { SpaceRole } from '@cenacle/contract/space'
import type { PersonContext } from '../../context.ts'
import type { Db } from '../../database/types.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/award.ts'
import { hasSeat } from '../../policy/person.ts'
import { presentAuthor } from '../accounts/present.ts'
import { RECUSED } from '../votes/queries/recusals.ts'
import { databaseClock } from '../votes/queries/rows.ts'
import type { Step } from './advance.ts'
import { type Recused, recusalsOf } from './conflicts-found.ts'
import { presentDraw } from './draw/present.ts'
import { drawnTeams, stillJudge } from './draw/rows.ts'
import { conflictsOfViewer } from './deciding.ts'
import { phaseAt } from './phase.ts'
import {
  type CategoryRow,
  committeeRole,
  type EditionRow,
  type EntryRow,
  getEdition,
  type Held,
  listCategoryRows,
  listEditionRows,
} from './rows.ts'

/** Every edition that the committee knows of, the newest first. @throws Problem not-found */
export async function listEditions(ctx: PersonContext): Promise<{ items: EditionAnswer[]; can: { create: boolean } }> {
  allow(policy.read(ctx.viewer), 'not-found')
  const now = await databaseClock(ctx.db)
  const editions = await listEditionRows(ctx.db)
  const role = await committeeRole(ctx)
  const items: EditionAnswer[] = []
  for (const edition of editions) items.push(await present(ctx, { edition, phase: phaseAt(edition, now), now }, role))
  return { items, can: { create: policy.run(ctx.viewer, role) } }
}

/** @throws Problem not-found */
export async function readEdition(ctx: PersonContext, id: string): Promise<EditionAnswer> {
  return present(ctx, await getEdition(ctx, id), await committeeRole(ctx))
}

/** Where an edition goes next by the hand of whoever runs it. */
const NEXT: Partial<Record<EditionAnswer['phase'], Step>> = {
  prepared: 'call',
  eligibility: 'shortlist',
  shortlist: 'jury',
  published: 'archived',
}

async function present(ctx: PersonContext, held: Held, role: SpaceRole | null): Promise<EditionAnswer> {
  const { edition, phase } = held
  const { viewer } = ctx
  const recusals = await recusalsOf(ctx.db, edition, edition.jury_at !== null)
  const isRecused = [...recusals.values()].some((people) => people.has(viewer.id))
  const next = policy.run(viewer, role) ? NEXT[phase] : undefined
  const isPublic = phase === 'published' || phase === 'archived'
  return {
    ...presentEdition(edition),
    phase,
    categories: await presentCategories(ctx, held, { recusals, role }),
    can: {
      change: policy.change(viewer, { phase, role }),
      setRules: policy.setRules(viewer, { phase, role }),
      run: policy.run(viewer, role),
      judge: policy.judge(viewer, { phase, role }),
      shortlist: policy.shortlist(viewer, { phase, role }),
      recuse: policy.recuse(viewer, { phase, role }, isRecused),
      setEmbargo: policy.setEmbargo(viewer, { phase, role }),
      advance: next ? [next] : [],
      enter: policy.enter(viewer, { phase }),
      declare: policy.declare(viewer, { phase, role }),
      deliberate: phase === 'deliberation' && policy.deliberate(viewer, { role }, isRecused),
      readPalmares: isPublic,
    },
  }
}

function presentEdition(edition: EditionRow) {
  const { id, name, year, partner, text, html, scope } = edition
  return {
    id,
    name,
    year,
    partner,
    text,
    html,
    scope,
    callClosesAt: edition.call_closes_at?.toISOString() ?? null,
    // Its jury may have been given more time.
    juryClosesAt: (edition.jury_closes ?? edition.jury_closes_at)?.toISOString() ?? null,
    embargoAt: edition.embargo_at?.toISOString() ?? null,
    publishedAt: edition.published_at?.toISOString() ?? null,
    calledAt: edition.called_at?.toISOString() ?? null,
  }
}

async function presentCategories(
  ctx: PersonContext,
  { edition, phase }: Held,
  { recusals, role }: { recusals: Awaited<ReturnType<typeof recusalsOf>>; role: SpaceRole | null },
): Promise<CategoryAnswer[]> {
  const rows = await listCategoryRows(ctx.db, [edition.id])
  const teams = await teamsOf(ctx.db, rows)
  const counts = await countEntries(ctx.db, edition)
  const draws = await drawnTeams(ctx.db, rows)
  const judging = await stillJudge(ctx.db, [...teams.values()].flat())
  const readable = await readableVotes(ctx, rows, phase === 'published' || phase === 'archived')
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    question: row.question,
    method: row.method,
    criteria: row.criteria,
    mostPoints: row.most_points,
    medals: row.medals,
    leastJurors: row.least_jurors,
    byTeam: row.by_team,
    team: teams.get(row.id) ?? [],
    entries: counts.get(row.id) ?? 0,
    voteId: row.vote_id !== null && readable.has(row.vote_id) ? row.vote_id : null,
    recused: sayRecused(recusals.get(row.id)?.get(ctx.viewer.id)),
    ...presentDraw(draws.get(row.id), {
      gone: (teams.get(row.id) ?? []).filter(({ id }) => !judging.has(id) || recusals.get(row.id)?.has(id)).length,
      can: policy.drawTeam(ctx.viewer, { phase, role }, recusals.get(row.id)?.has(ctx.viewer.id) ?? false),
    }),
  }))
}

const sayRecused = (recused: Recused | undefined): CategoryAnswer['recused'] =>
  recused === undefined ? 'no' : recused.category ? 'category' : 'entries'

async function teamsOf(db: Db, categories: readonly CategoryRow[]): Promise<Map<string, Author[]>> {
  if (categories.length === 0) return new Map()
  const rows = await db
    .selectFrom('award_juror as j')
    .innerJoin('person as p', 'p.id', 'j.person_id')
    .select(['j.category_id', 'p.id', 'p.name', 'p.portrait_key'])
    .where(
      'j.category_id',
      'in',
      categories.map(({ id }) => id),
    )
    .orderBy('p.name')
    .execute()
  const teams = Map.groupBy(rows, ({ category_id }) => category_id)
  return new Map([...teams].map(([id, people]) => [id, people.map(presentAuthor)]))
}

/** How many entries a category has: before the jury all that were not rejected, then those that it judges. */
async function countEntries(db: Db, edition: EditionRow): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('award_entry')
    .select((eb) => ['category_id', eb.fn.countAll().as('count')])
    .where('edition_id', '=', edition.id)
    .where('verdict', '<>', 'rejected')
    .$if(edition.jury_at !== null, (query) => query.where('shortlisted', '=', true))
    .where('withdrawn_at', 'is', null)
    .groupBy('category_id')
    .execute()
  return new Map(rows.map(({ category_id, count }) => [category_id, Number(count)]))
}

/** The juries that the viewer may read: their own, and once they are public those of all with a seat. */
async function readableVotes(
  { db, viewer }: PersonContext,
  categories: readonly CategoryRow[],
  isPublic: boolean,
): Promise<Set<string>> {
  const ids = categories.flatMap(({ vote_id }) => vote_id ?? [])
  if (ids.length === 0) return new Set()
  if (viewer.administrator && !hasSeat(viewer)) return new Set(ids)
  if (isPublic) return new Set(hasSeat(viewer) || viewer.administrator ? ids : [])
  const own = await db
    .selectFrom('vote_roll as r')
    .select('r.vote_id')
    .where('r.vote_id', 'in', ids)
    .where('r.person_id', '=', viewer.id)
    .where(sql<boolean>`not ${RECUSED}`)
    .execute()
  return new Set(own.map(({ vote_id }) => vote_id))
}

/** The entries of an edition in the order in which they came; to those who run it with whom to write to. @throws Problem not-found */
export async function listEntries(ctx: PersonContext, editionId: string): Promise<{ items: EntryAnswer[] }> {
  const { edition, phase } = await getEdition(ctx, editionId)
  const role = await committeeRole(ctx)
  const runs = policy.run(ctx.viewer, role)
  const hasConflict = await conflictsOfViewer(ctx, edition)
  const rows = await ctx.db
    .selectFrom('award_entry')
    .selectAll()
    .where('edition_id', '=', editionId)
    .$if(!runs, (query) => query.where('verdict', '<>', 'rejected'))
    .orderBy('submitted_at')
    .orderBy('id')
    .execute()
  const items = rows.map((row) => ({
    ...presentEntry(row, runs),
    can: {
      judge: policy.judge(ctx.viewer, { phase, role }, hasConflict(row)),
      withdraw: isJudged(row) && policy.withdraw(ctx.viewer, { phase, role }) && !hasConflict(row),
    },
  }))
  return { items }
}

/** A jury has it before it. */
const isJudged = ({ option_id, withdrawn_at }: EntryRow): boolean => option_id !== null && withdrawn_at === null

const presentEntry = (row: EntryRow, runs: boolean): Omit<EntryAnswer, 'can'> => ({
  id: row.id,
  categoryId: row.category_id,
  title: row.title,
  organisation: row.organisation,
  html: row.html,
  link: row.link,
  submittedAt: row.submitted_at.toISOString(),
  verdict: row.verdict,
  verdictReason: row.verdict_reason,
  askedCategoryId: row.asked_category_id,
  shortlisted: row.shortlisted,
  optionId: row.option_id,
  withdrawn: row.withdrawn_at && { reason: row.withdrawn_reason ?? '', at: row.withdrawn_at.toISOString() },
  contact: runs && row.contact_email ? { name: row.contact_name, email: row.contact_email } : null,
})
