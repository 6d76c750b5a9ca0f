import { sql } from 'kysely'
import type { AuthorsAnswer, DiffAnswer, Moment, TimelineAnswer, VersionAnswer } from '@cenacle/contract/history'
import type { Author } from '@cenacle/contract/person'
import type { Context } from '../../context.ts'
import * as policy from '../../policy/page.ts'
import { Problem } from '../../problem.ts'
import { MINUTE_MS } from '../../time.ts'
import { presentAuthor } from '../accounts/present.ts'
import { once } from './history-cache.ts'
import { readLog, readPair, readStored } from './history-log.ts'
import { listNames } from './history-names.ts'
import { NOBODY } from './nobody.ts'
import { getPage } from './rows.ts'

/** Reading a version of a page that was never put together reads its whole log; nobody waits but who asked. Processor time, ms. */
export const HISTORY_BUDGET_MS = 10_000
/** More moments than a slider can tell apart. */
const MOST_MOMENTS = 5_000
/** A pause longer than this ends a stretch of work, and so does the hour: the same as compaction respects, or finer. */
const PAUSE_SECONDS = (5 * MINUTE_MS) / 1_000

/**
 * Every moment at which a page can be looked at, the oldest first: within each stretch of work, one for each person who wrote, at their last edit.
 * A version that has a name ends a stretch.
 * @throws Problem not-found, sign-in-required, forbidden
 */
export async function readTimeline(ctx: Context, pageId: string): Promise<TimelineAnswer> {
  const page = await getPage(ctx, pageId)
  const { rows } = await sql<{ seq: number; at: Date; person_id: string; edits: number }>`
    with row as (
      select seq, person_id, at, case when lag(seq) over ordered in (select seq from page_version where page_id = ${pageId})
        or at - lag(at) over ordered > make_interval(secs => ${PAUSE_SECONDS})
        or floor(extract(epoch from at) / 3600) <> floor(extract(epoch from lag(at) over ordered) / 3600) then 1 else 0 end as starts
      from page_update where page_id = ${pageId} and person_id <> ${NOBODY} window ordered as (order by seq)
    ), placed as (select seq, person_id, at, sum(starts) over (order by seq) as stretch from row)
    select max(seq) as seq, max(at) as at, person_id, count(*)::int as edits from placed group by stretch, person_id
    order by seq desc limit ${MOST_MOMENTS + 1}`.execute(ctx.db)
  const shown = rows.slice(0, MOST_MOMENTS).toReversed()
  const { people, placeOf } = await peopleOf(
    ctx,
    shown.map((row) => row.person_id),
  )
  const moments: Moment[] = shown.map(({ seq, at, person_id, edits }) => ({
    seq: Number(seq),
    at: at.toISOString(),
    by: placeOf(person_id),
    edits,
  }))
  const write = policy.write(page.facts)
  return {
    seq: page.seq,
    moments,
    more: rows.length > MOST_MOMENTS,
    people,
    names: await listNames(ctx, pageId),
    can: { name: write, restore: write },
  }
}

/** The people of a list of ids, each once, and where each stands; somebody who is gone stands nowhere. */
async function peopleOf(ctx: Context, ids: readonly string[]) {
  const distinct = [...new Set(ids)]
  const rows =
    distinct.length === 0
      ? []
      : await ctx.db.selectFrom('person').select(['id', 'name', 'portrait_key']).where('id', 'in', distinct).execute()
  const people: Author[] = rows.map(presentAuthor)
  const places = new Map(people.map(({ id }, place) => [id, place]))
  return {
    people,
    placeOf: (id: string | undefined): number | null => (id === undefined ? null : (places.get(id) ?? null)),
  }
}

/** The row that a version ends with. @throws Problem not-found where nothing of it is left, or it never was */
async function lastRow(ctx: Context, pageId: string, seq: number) {
  const row = await ctx.db
    .selectFrom('page_update')
    .select(['person_id', 'at'])
    .where('page_id', '=', pageId)
    .where('seq', '<=', seq)
    .where('person_id', '!=', NOBODY)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found')
  return row
}

/** A page as it was. @throws Problem not-found (page, or a version that never was), sign-in-required, forbidden, text-too-costly */
export async function readVersion(ctx: Context, pageId: string, seq: number): Promise<VersionAnswer> {
  const page = await getPage(ctx, pageId)
  if (seq > page.seq) throw new Problem('not-found')
  const row = await lastRow(ctx, pageId, seq)
  const { people } = await peopleOf(ctx, [row.person_id])
  const names = await listNames(ctx, pageId)
  const text = await once(`version ${pageId} ${seq}`, async () =>
    ctx.documents.run('version', await readStored(ctx.db, pageId, seq), HISTORY_BUDGET_MS),
  )
  const name = names.find((each) => each.seq === seq) ?? null
  return { seq, at: row.at.toISOString(), author: people[0] ?? null, name, ...text }
}

/**
 * What changed from one version of a page to a later one.
 * @param from 0 for the page before anything was written
 * @throws Problem not-found (page, or a version that never was), sign-in-required, forbidden, text-too-costly
 */
export async function readDiff(ctx: Context, pageId: string, from: number, to: number): Promise<DiffAnswer> {
  const page = await getPage(ctx, pageId)
  if (to > page.seq) throw new Problem('not-found')
  if (from > 0) await lastRow(ctx, pageId, from)
  const diff = await once(`diff ${pageId} ${from} ${to}`, async () =>
    ctx.documents.run('diff', await readPair(ctx.db, pageId, from, to), HISTORY_BUDGET_MS),
  )
  return { from, to, ...diff }
}

/** Who wrote each passage of a page as it is. @throws Problem not-found, sign-in-required, forbidden, text-too-costly */
export async function readAuthors(ctx: Context, pageId: string): Promise<AuthorsAnswer> {
  const { seq } = await getPage(ctx, pageId)
  const { html, runs, writers } = await once(`authors ${pageId} ${seq}`, async () => {
    const [page, log] = [await readStored(ctx.db, pageId, seq), await readLog(ctx.db, pageId, seq)]
    return { ...(await ctx.documents.run('authors', { page, log }, HISTORY_BUDGET_MS)), writers: log.people }
  })
  const { people, placeOf } = await peopleOf(
    ctx,
    runs.flatMap(({ author }) => (author ? (writers[author.person] ?? []) : [])),
  )
  return {
    seq,
    html,
    people,
    runs: runs.map(({ author, block, text }) => ({
      by: placeOf(author ? writers[author.person] : undefined),
      at: author?.at ?? null,
      transmitted: author?.transmitted ?? false,
      block,
      length: text.length,
      text,
    })),
  }
}
