import type { SeatsAnswer } from '@cenacle/contract/admin'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { record } from '../../events/record.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/person.ts'
import { lockSeats, readSeats, readSetting, type SeatsSetting } from './seats.ts'

/** How many seats there are, how parity binds, and who sits. */
export async function getSeats(ctx: PersonContext): Promise<SeatsAnswer> {
  allow(policy.administer(ctx.viewer))
  const { women, men, undeclared = 0 } = (await readSeats(ctx.db)).seats
  return { ...(await readSetting(ctx.db)), seated: { women, men, undeclared } }
}

/**
 * Changes both. Nobody loses a seat by it, and the waiting list is taken up again: the database queues that, whoever writes the
 * setting.
 */
export async function setSeats(ctx: PersonContext, next: SeatsSetting): Promise<void> {
  allow(policy.administer(ctx.viewer))
  await inTx(ctx, async (ctx) => {
    await lockSeats(ctx.db)
    const before = await readSetting(ctx.db)
    const row = { value: JSON.stringify(next), updated_at: ctx.now() }
    await ctx.db
      .insertInto('setting')
      .values({ key: 'seats', ...row })
      .onConflict((oc) => oc.column('key').doUpdateSet(row))
      .execute()
    const detail = JSON.stringify({ before, after: next })
    await ctx.db
      .insertInto('audit')
      .values({ id: ctx.newId(), actor_id: ctx.viewer.id, type: 'seats.set', detail, at: ctx.now() })
      .execute()
    const committee = await ctx.db.selectFrom('space').select('id').where('kind', '=', 'committee').executeTakeFirst()
    if (committee) await record(ctx, { type: 'space.changed', spaceId: committee.id, ids: { spaceId: committee.id } })
  })
}
