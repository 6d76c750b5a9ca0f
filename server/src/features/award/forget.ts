import { sql } from 'kysely'
import type { World } from '../../context.ts'
import type { Db } from '../../database/types.ts'
import { inTx } from '../../database/transaction.ts'
import { planDaily } from '../../jobs/daily.ts'
import type { Handler } from '../../jobs/jobs.ts'
import { after, DAY_MS } from '../../time.ts'
import { lockEdition, noteDone } from './rows.ts'
import { readAwardSettings } from './settings.ts'

/** Forgets what the public form received and nobody confirmed in time. */
export const FORGET_ENTRIES_JOB = 'award.forget-requests'
/** The daily round that forgets whom to write to about entries of editions that are over. */
export const FORGET_CONTACTS_JOB = 'award.forget-contacts'

export const forgetEntryRequests: Handler = async (world: World) => {
  await world.db.deleteFrom('award_entry_request').where('expires_at', '<=', world.now()).execute()
}

/**
 * Forgets name and address of whoever filed an entry, so many months after the palmarès is public. Title, organisation, summary
 * and link stay: they are the archive.
 */
export const forgetContacts: Handler = async (world) => {
  const now = world.now()
  for (const id of await editionsOver(world.db, now, (await readAwardSettings(world.db)).keptMonths))
    await inTx(world, async (ctx) => {
      const { edition } = await lockEdition(ctx.db, id)
      const forgotten = await ctx.db
        .updateTable('award_entry')
        .set({ contact_name: '', contact_email: '' })
        .where('edition_id', '=', id)
        .where('contact_email', '<>', '')
        .returning('id')
        .execute()
      if (forgotten.length > 0) await noteDone(ctx, edition, 'contacts.forgotten', { count: forgotten.length })
    })
  await planDaily(world, FORGET_CONTACTS_JOB, after(now, DAY_MS))
}

/**
 * Editions that still hold an address and whose period is over. The award is yearly: one that is not public a year after its call
 * closed is taken as given up, and its period runs from there.
 * @param months the setting of today; what an edition promised holds where that is less
 */
async function editionsOver(db: Db, now: Date, months: number): Promise<string[]> {
  const ends = sql<Date>`coalesce(e.published_at, e.call_closes_at + interval '1 year')`
  const kept = sql`make_interval(months => least(e.kept_months, ${months}::integer))`
  const rows = await db
    .selectFrom('award_edition as e')
    .select('e.id')
    .where(sql<boolean>`${ends} + ${kept} <= ${now}::timestamptz`)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('award_entry as entry')
          .select('entry.id')
          .whereRef('entry.edition_id', '=', 'e.id')
          .where('entry.contact_email', '<>', ''),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}
