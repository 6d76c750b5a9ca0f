import type { VersionName } from '@cenacle/contract/history'
import type { Context, PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db } from '../../database/types.ts'
import { record } from '../../events/record.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/page.ts'
import { Problem } from '../../problem.ts'
import { presentAuthor } from '../accounts/present.ts'
import { getPage } from './rows.ts'

/** More names than a page needs; each keeps a place in the log from being put together with its neighbours. */
const MOST_NAMES = 500

/** The versions of a page that have a name, the oldest first. */
export async function listNames(ctx: Context, pageId: string): Promise<VersionName[]> {
  const rows = await ctx.db
    .selectFrom('page_version')
    .leftJoin('person', 'person.id', 'page_version.person_id')
    .select(['page_version.seq', 'page_version.name', 'page_version.named_at'])
    .select(['person.id', 'person.name as person_name', 'person.portrait_key'])
    .where('page_version.page_id', '=', pageId)
    .orderBy('page_version.seq')
    .execute()
  return rows.map(({ seq, name, named_at, id, person_name, portrait_key }) => ({
    seq,
    name,
    by: id !== null && person_name !== null ? presentAuthor({ id, name: person_name, portrait_key }) : null,
    at: named_at.toISOString(),
  }))
}

/** Seqs of a page that must stay exact when old rows are put together: what has a name, and what is published. */
export async function exactSeqs(db: Db, pageId: string): Promise<number[]> {
  const named = await db.selectFrom('page_version').select('seq').where('page_id', '=', pageId).execute()
  const page = await db.selectFrom('page').select('published_seq').where('id', '=', pageId).executeTakeFirst()
  const published = page?.published_seq ?? null
  return [...named.map(({ seq }) => seq), ...(published === null ? [] : [published])]
}

/**
 * Gives a version a name, or another one. It then stays exact for ever. The page's row is locked as compaction locks it, so that a version is
 * named while it is there or not at all.
 * @throws Problem not-found (page, or no version ends there), forbidden, conflict (more names than a page may have)
 */
export async function nameVersion(ctx: PersonContext, pageId: string, seq: number, name: string): Promise<void> {
  await inTx(ctx, async (ctx) => {
    await ctx.db.selectFrom('page_head').select('seq').where('page_id', '=', pageId).forUpdate().execute()
    const page = await getPage(ctx, pageId)
    allow(policy.write(page.facts))
    const row = ctx.db.selectFrom('page_update').select('seq').where('page_id', '=', pageId).where('seq', '=', seq)
    if (!(await row.executeTakeFirst())) throw new Problem('not-found')
    const names = await listNames(ctx, pageId)
    if (names.length >= MOST_NAMES && !names.some((each) => each.seq === seq)) throw new Problem('conflict')
    const named = { name, person_id: ctx.viewer.id, named_at: ctx.now() }
    await ctx.db
      .insertInto('page_version')
      .values({ page_id: pageId, seq, ...named })
      .onConflict((conflict) => conflict.columns(['page_id', 'seq']).doUpdateSet(named))
      .execute()
    await record(ctx, { type: 'page.changed', spaceId: page.space_id, ids: { pageId, spaceId: page.space_id } })
  })
}

/** Takes the name of a version away; the version stays. @throws Problem not-found, forbidden */
export async function unnameVersion(ctx: PersonContext, pageId: string, seq: number): Promise<void> {
  await inTx(ctx, async (ctx) => {
    const page = await getPage(ctx, pageId)
    allow(policy.write(page.facts))
    const gone = await ctx.db
      .deleteFrom('page_version')
      .where('page_id', '=', pageId)
      .where('seq', '=', seq)
      .returning('seq')
      .executeTakeFirst()
    if (!gone) throw new Problem('not-found')
    await record(ctx, { type: 'page.changed', spaceId: page.space_id, ids: { pageId, spaceId: page.space_id } })
  })
}
