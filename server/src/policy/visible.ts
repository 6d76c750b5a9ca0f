import { sql, type RawBuilder } from 'kysely'
import { spaceKind } from '@cenacle/contract/space'
import type { Viewer } from '../context.ts'
import { implicitRole, rankOf, roleOrder } from './roles.ts'

/**
 * SQL for the rank of a viewer's role in the space aliased `s`, with the row of `space_person` aliased `sp` joined by
 * `joinOwnRow`. 0 is no role at all. Built from the same table as the pure policy.
 */
export function roleRank(viewer: Viewer): RawBuilder<number> {
  const explicit = sql.join(
    roleOrder.map((role) => sql`when ${sql.lit(role)} then ${sql.lit(rankOf(role))}`),
    sql` `,
  )
  const implicit = spaceKind.options.flatMap((kind) =>
    [true, false].map(
      (open) =>
        sql`when s.kind = ${sql.lit(kind)} and s.open = ${sql.lit(open)} then ${sql.lit(rankOf(implicitRole(viewer, { kind, open })))}`,
    ),
  )
  return sql<number>`greatest(case sp.role ${explicit} else 0 end, case ${sql.join(implicit, sql` `)} else 0 end)`
}

/** `left join` of the viewer's own, still running row in a space aliased `s`. */
export function joinOwnRow(viewer: Viewer, now: Date): RawBuilder<unknown> {
  const id = viewer.kind === 'person' ? viewer.id : null
  return sql`left join space_person sp on sp.space_id = s.id and sp.person_id = ${id}::uuid and (sp.until is null or sp.until > ${now}::timestamptz)`
}

/**
 * The fragment that every list, search, count, feed and notification goes through: true when the viewer may read what
 * belongs to the space in `column`.
 * @param column reference to a `space_id`, such as `topic.space_id`
 */
export function visibleTo(viewer: Viewer, now: Date, column: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} in (${visibleSpaces(viewer, now)})`
}

/** The same for pages as they are being written, drafts included: `follow` of the policy. */
export const followedBy = (viewer: Viewer, now: Date, column: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} in (${visibleSpaces(viewer, now)}
    and ${roleRank(viewer)} >= case when s.kind = 'public' then ${sql.lit(rankOf('commenter'))} else ${sql.lit(rankOf('reader'))} end)`

/** The same for revisions, which are for those who write there: `draft` of the policy. */
export const draftedBy = (viewer: Viewer, now: Date, column: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} in (${visibleSpaces(viewer, now)} and ${roleRank(viewer)} >= ${sql.lit(rankOf('writer'))})`

/** Ids of all spaces that the viewer may read. */
export const visibleSpaces = (viewer: Viewer, now: Date): RawBuilder<string> =>
  sql<string>`select s.id from space s ${joinOwnRow(viewer, now)} where ${roleRank(viewer)} > 0`
