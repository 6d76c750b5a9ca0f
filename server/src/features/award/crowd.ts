import { Problem } from '../../problem.ts'
import { after, HOUR_MS } from '../../time.ts'
import type { InTx } from './rows.ts'
import { readAwardSettings } from './settings.ts'

/** So many hours of a flood are stored; by then whoever keeps the server has seen it, and the guide says what to do. */
const FLOODED_HOURS = 20

/**
 * Whether a call takes one more from the public form, under the edition's lock. Bounded by hour, so that a flood neither fills the
 * queue of mails nor keeps the form shut once it is over; and in all, so that it does not fill the table. Entries that are
 * confirmed leave the first count, and those of members are in neither.
 * @throws Problem entries-waiting, entries-full
 */
export async function refuseCrowd(ctx: InTx, editionId: string): Promise<void> {
  await refuseFull(ctx, editionId)
  const { mostPerHour } = await readAwardSettings(ctx.db)
  const anHourAgo = after(ctx.now(), -HOUR_MS)
  const { waiting, recent } = await ctx.db
    .selectFrom('award_entry_request')
    .select(({ fn }) => [
      fn.countAll().as('waiting'),
      fn.countAll().filterWhere('created_at', '>', anHourAgo).as('recent'),
    ])
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow()
  if (Number(recent) >= mostPerHour || Number(waiting) >= mostPerHour * FLOODED_HOURS)
    throw new Problem('entries-waiting', { retryAfter: HOUR_MS / 1_000 })
}

/** Whether an edition holds as many entries of the public as it may. @throws Problem entries-full */
export async function refuseFull({ db }: Pick<InTx, 'db'>, editionId: string): Promise<void> {
  const { mostEntries } = await readAwardSettings(db)
  const { filed } = await db
    .selectFrom('award_entry')
    .select(({ fn }) => fn.countAll().as('filed'))
    .where('edition_id', '=', editionId)
    .where('consented_at', 'is not', null)
    .executeTakeFirstOrThrow()
  if (Number(filed) >= mostEntries) throw new Problem('entries-full')
}
