import type { SiteRole } from '@cenacle/contract/person'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'

export interface Standing {
  role: SiteRole
  is_administrator?: boolean
  suspended_at?: Date | null
}

/**
 * What some people are from now on. A suspension ends every session.
 * @param ids of people whose rows the caller holds
 */
export async function changeStanding(db: Tx, ids: readonly string[], standing: Standing): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('person').set(standing).where('id', 'in', ids).execute()
  if (standing.suspended_at) await db.deleteFrom('session').where('person_id', 'in', ids).execute()
}

/** Tells the sockets of people whose standing changed, and the screens that show them. Written last. */
export async function tellStanding(ctx: { db: Tx; now(): Date }, ids: readonly string[]): Promise<void> {
  for (const personId of ids) {
    await record(ctx, { type: 'person.changed', ids: { personId } })
    await record(ctx, { type: 'access.changed', personId })
  }
}
