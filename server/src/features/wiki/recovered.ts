import { type Loss, lossWithout } from '@cenacle/collab/losses'
import type { List } from '@cenacle/contract/paging'
import type { RecoveredItem } from '@cenacle/contract/recovered'
import type { Context, PersonContext, World } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { record } from '../../events/record.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/page.ts'
import { Problem } from '../../problem.ts'
import { presentAuthor } from '../accounts/present.ts'
import { getPage, type TxContext } from './rows.ts'

/** More than this is not offered at once: it is read in turn, the oldest first. */
const MOST = 100

/**
 * Keeps text that a merge took away. What is kept already is left out, so that every process may say all it found, and again after a crash.
 */
export async function keepRecovered(
  world: Pick<World, 'db' | 'now'>,
  pageId: string,
  losses: readonly Loss[],
): Promise<void> {
  await inTx(world, async (ctx) => {
    const page = await ctx.db
      .selectFrom('page')
      .innerJoin('page_head', 'page_head.page_id', 'page.id')
      .select('space_id')
      .where('id', '=', pageId)
      .forUpdate('page_head')
      .executeTakeFirst()
    if (!page) return
    const known = await knownRanges(ctx, pageId, losses)
    const fresh = losses.flatMap((loss) => lossWithout(loss, known.get(loss.client) ?? []))
    if (fresh.length === 0) return
    const owners = await ownersOf(ctx, pageId, fresh)
    for (const { client, from, to, text, before, after, heading } of fresh) {
      await ctx.db
        .insertInto('page_recovered')
        .values({
          page_id: pageId,
          client_id: client,
          clock: from,
          length: to - from,
          person_id: owners.get(client) ?? null,
          text,
          before,
          after,
          heading,
          at: ctx.now(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await tell(ctx, pageId, page.space_id)
  })
}

const tell = (ctx: Pick<TxContext, 'db' | 'now'>, pageId: string, spaceId: string): Promise<void> =>
  record(ctx, { type: 'page.recovered', spaceId, ids: { pageId, spaceId } })

async function knownRanges({ db }: Pick<TxContext, 'db'>, pageId: string, losses: readonly Loss[]) {
  const rows = await db
    .selectFrom('page_recovered')
    .select(['client_id', 'clock', 'length'])
    .where('page_id', '=', pageId)
    .where(
      'client_id',
      'in',
      losses.map(({ client }) => client),
    )
    .orderBy('clock')
    .execute()
  const ranges = rows.map(({ client_id, clock, length }) => ({ client_id, clock, len: length }))
  return Map.groupBy(ranges, ({ client_id }) => client_id)
}

async function ownersOf({ db }: Pick<TxContext, 'db'>, pageId: string, losses: readonly Loss[]) {
  const clients = losses.map(({ client }) => client)
  const rows = await db
    .selectFrom('page_client')
    .innerJoin('person', 'person.id', 'page_client.person_id')
    .select(['client_id', 'person.id'])
    .where('page_id', '=', pageId)
    .where('client_id', 'in', clients)
    .execute()
  return new Map(rows.map(({ client_id, id }) => [client_id, id]))
}

/**
 * What was taken away and is not in the page, the oldest first; what was typed in one go is one piece.
 * @throws Problem not-found, forbidden
 */
export async function listRecovered(ctx: Context, pageId: string): Promise<List<RecoveredItem>> {
  const page = await getPage(ctx, pageId)
  allow(policy.write(page.facts))
  const rows = await ctx.db
    .selectFrom('page_recovered')
    .leftJoin('person', 'person.id', 'page_recovered.person_id')
    .select(['client_id', 'clock', 'length', 'text', 'before', 'after', 'heading', 'at'])
    .select(['person.id', 'person.name', 'person.portrait_key'])
    .where('page_id', '=', pageId)
    .where('taken_at', 'is', null)
    .orderBy('client_id')
    .orderBy('clock')
    .execute()
  if (rows.length === 0) return { items: [], next: null }
  const { text } = await ctx.db.selectFrom('page').select('text').where('id', '=', pageId).executeTakeFirstOrThrow()
  const items = joined(rows)
    .filter((row) => !isThere(text, row))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, MOST)
    .map(({ client_id, clock, length, id, name, portrait_key, at, ...rest }) => ({
      ...rest,
      key: `${client_id}-${clock}-${clock + length}`,
      author: id && name !== null ? presentAuthor({ id, name, portrait_key }) : null,
      at: at.toISOString(),
    }))
  return { items, next: null }
}

interface Piece {
  client_id: number
  clock: number
  length: number
  text: string
  before: string
  after: string
}

/** Pieces that follow each other as one. @param rows by client and clock */
function joined<Row extends Piece>(rows: readonly Row[]): Row[] {
  const all: Row[] = []
  for (const row of rows) {
    const last = all.at(-1)
    const follows = last && last.client_id === row.client_id && last.clock + last.length === row.clock
    if (!last || !follows || (row.before !== '' && !(last.before + last.text).endsWith(row.before)))
      all.push({ ...row })
    else {
      last.length += row.length
      last.text += row.text
      last.after = row.after
    }
  }
  return all
}

/** Letters before and after that a short word needs to be told from another one. */
const BESIDE = 12

/**
 * Whether the page still says it: it went along with its block, or somebody typed it again. A short word counts only together with what stood
 * beside it.
 */
function isThere(pageText: string, { text, before, after }: Piece): boolean {
  const words = text.trim()
  if (words === '') return true
  if (words.length >= BESIDE) return pageText.includes(words)
  const [left, right] = [before.slice(-BESIDE), after.slice(0, BESIDE)]
  return (left !== '' && pageText.includes(left + text)) || (right !== '' && pageText.includes(text + right))
}

/**
 * Lets a piece go: it was put back, or is not wanted.
 * @throws Problem not-found, forbidden
 */
export async function dismissRecovered(ctx: PersonContext, pageId: string, key: string): Promise<void> {
  const [client = 0, from = 0, to = 0] = key.split('-').map(Number)
  await inTx(ctx, async (ctx) => {
    const page = await getPage(ctx, pageId)
    allow(policy.write(page.facts))
    const taken = await ctx.db
      .updateTable('page_recovered')
      .set({ taken_at: ctx.now(), taken_by: ctx.viewer.id })
      .where('page_id', '=', pageId)
      .where('client_id', '=', client)
      .where('clock', '>=', from)
      .where('clock', '<', to)
      .where('taken_at', 'is', null)
      .returning('clock')
      .execute()
    if (taken.length === 0) throw new Problem('not-found')
    await tell(ctx, pageId, page.space_id)
  })
}
