import { type RawBuilder, sql } from 'kysely'

/**
 * Of a person `p`: they have an office of the committee, since they administer it or its space names them so; of anybody the same as
 * `policy.run` of a viewer. Who is suspended has it still, and cannot use it.
 */
export const hasOffice = (now: Date): RawBuilder<boolean> => sql<boolean>`(p.is_administrator
  or (p.role in ('member', 'ambassador') and exists (
    select from space_person sp join space s on s.id = sp.space_id
    where s.kind = 'committee' and sp.person_id = p.id and sp.role = 'facilitator'
      and (sp.until is null or sp.until > ${now}::timestamptz))))`

/** Of a person `p`: they could judge, or sign, so that a conflict of interest takes something from them. */
export const mayConcern = (now: Date): RawBuilder<boolean> => sql<boolean>`(p.role = 'member' or ${hasOffice(now)})`
