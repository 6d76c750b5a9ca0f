import { sql, type RawBuilder } from 'kysely'
import type { PageState } from '@cenacle/contract/publication'

/**
 * SQL for the state of a page: what it reads now against what was published of it. A comment or a word that was typed and taken back
 * change the log, not the state.
 * @param table the alias of `page`
 */
export const stateOf = (table = 'page'): RawBuilder<PageState> => {
  const of = (column: string) => sql.ref(`${table}.${column}`)
  return sql<PageState>`case when ${of('published_seq')} is null then 'draft'
    when ${of('published_title')} = ${of('title')} and ${of('published_markdown')} = ${of('markdown')} then 'published' else 'changed' end`
}
