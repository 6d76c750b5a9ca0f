import { sql } from 'kysely'
import type { Db, Tx } from './types.ts'

export interface SearchEntry {
  kind: 'topic' | 'post' | 'page' | 'candidacy' | 'decision'
  id: string
  spaceId: string
  /** Counts more than the body. Empty for what has no title of its own. */
  title: string
  /** Plain text. */
  body: string
}

/** A tsvector holds 1 MB at most: of longer bodies the beginning is found, and all of it stays readable. */
const INDEXED_CHARACTERS = 250_000
/** They mark hits in excerpts, so that no text may bring its own. */
const MARKERS = /[\ue000\ue001]/g

/**
 * Text as PostgreSQL's parser reads it in linear time. After each `<` it looks for the end of a tag, and from each letter of a
 * run for an address or a path: 20 kB of `a_a_` took 20 s of the whole process, 120 kB of `<!--` a minute.
 */
export const tame = (text: string): string =>
  text
    .replace(MARKERS, '')
    .replaceAll('<', '‹')
    .replace(/\S{80}(?=\S)/gu, '$& ')

/** Puts a content into the search, or changes it there. To be called in the transaction that writes the content. */
export async function indexEntry(ctx: { db: Tx; now(): Date }, entry: SearchEntry): Promise<void> {
  const title = tame(entry.title)
  const body = tame(entry.body)
  await sql`insert into search_entry (kind, id, space_id, title, body, at, tsv)
    values (${entry.kind}, ${entry.id}::uuid, ${entry.spaceId}::uuid, ${title}, ${body}, ${ctx.now()}::timestamptz,
      setweight(to_tsvector('cenacle_fr', ${title}), 'A') ||
      setweight(to_tsvector('cenacle_fr', left(${body}, ${sql.lit(INDEXED_CHARACTERS)})), 'B'))
    on conflict (kind, id) do update
      set space_id = excluded.space_id, title = excluded.title, body = excluded.body, tsv = excluded.tsv`.execute(
    ctx.db,
  )
}

/** Takes a content out of the search. */
export async function dropEntry(ctx: { db: Db }, kind: SearchEntry['kind'], id: string): Promise<void> {
  await ctx.db.deleteFrom('search_entry').where('kind', '=', kind).where('id', '=', id).execute()
}

/** The same for many at once. */
export async function dropEntries(ctx: { db: Db }, kind: SearchEntry['kind'], ids: readonly string[]): Promise<void> {
  await sql`delete from search_entry where kind = ${kind} and id = any(${ids}::uuid[])`.execute(ctx.db)
}
