import { sql, type RawBuilder } from 'kysely'
import { siteRole } from '@cenacle/contract/person'
import type { SpaceKind } from '@cenacle/contract/space'
import { implicitRoles } from './roles.ts'

/**
 * `visibleTo` seen from the space: true for each person `p` who may read it. Made from the same table of implicit roles.
 * What it is true of must be checked again when the matter is shown: rights change.
 */
export function readersOf(space: { id: string; kind: SpaceKind; open: boolean }, now: Date): RawBuilder<boolean> {
  const rule = implicitRoles[space.kind][space.open ? 'open' : 'closed']
  const roles = siteRole.options.filter((role) => rule[role])
  const byRole = roles.length > 0 ? sql`or p.role in (${sql.join(roles.map((role) => sql.lit(role)))})` : sql``
  const byOffice = rule.administrator ? sql`or p.is_administrator` : sql``
  return sql<boolean>`(p.suspended_at is null and (exists (
    select from space_person sp where sp.space_id = ${space.id}::uuid and sp.person_id = p.id
      and (sp.until is null or sp.until > ${now}::timestamptz)) ${byRole} ${byOffice}))`
}
