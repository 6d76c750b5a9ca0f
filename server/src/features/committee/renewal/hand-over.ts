import { sql } from 'kysely'
import type { Tx } from '../../../database/types.ts'

/** Somebody who runs a space from now on. */
export interface Heir {
  personId: string
  name: string
  email: string
  spaceId: string
  space: string
}

/**
 * Gives every loop, team and workshop that leavers alone run to whoever has written there the longest: nobody else could invite,
 * close it or let anybody in. A guest never runs a space.
 * @param leavers ids of those who leave, while they are still named in their spaces
 */
export async function handOver(db: Tx, leavers: string[]): Promise<Heir[]> {
  if (leavers.length === 0) return []
  const gone = sql.join(leavers.map((id) => sql`${id}::uuid`))
  const { rows } = await sql<Heir>`with heir as (
      select distinct on (s.id) s.id as space_id, s.name as space, p.id as person_id, p.name, p.email
      from space s
      join space_person lead on lead.space_id = s.id and lead.role = 'facilitator' and lead.person_id in (${gone})
      join space_person there on there.space_id = s.id and there.person_id not in (${gone}) and there.until is null
      join person p on p.id = there.person_id and p.suspended_at is null and p.role in ('member', 'ambassador', 'administrator')
      where s.kind not in ('committee', 'public') and not exists (
        select from space_person other where other.space_id = s.id and other.role = 'facilitator' and other.person_id not in (${gone}))
      order by s.id, there.role = 'writer' desc, there.added_at, there.person_id)
    update space_person sp set role = 'facilitator' from heir
    where sp.space_id = heir.space_id and sp.person_id = heir.person_id
    returning heir.person_id as "personId", heir.name, heir.email, heir.space_id as "spaceId", heir.space`.execute(db)
  return rows
}

/**
 * Closes the private loops and teams that leavers alone ran and that nobody could be given: only guests are left there, who read on
 * until their access ends. Nobody could let them in or out, and nobody answered for what is written; the administration does not
 * read there, and so does not run it either. Run after `handOver`.
 * @returns their ids
 */
export async function closeLeft(ctx: { db: Tx; now(): Date }, leavers: string[]): Promise<string[]> {
  const gone = sql.join(leavers.map((id) => sql`${id}::uuid`))
  const { rows } = await sql<{ id: string }>`update space s set closed_at = ${ctx.now()}::timestamptz
    where s.kind in ('loop', 'team') and not s.open and s.closed_at is null
      and exists (select from space_person lead where lead.space_id = s.id and lead.role = 'facilitator' and lead.person_id in (${gone}))
      and not exists (select from space_person other where other.space_id = s.id and other.role = 'facilitator' and other.person_id not in (${gone}))
    returning s.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
