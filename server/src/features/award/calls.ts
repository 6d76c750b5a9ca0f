import type { CallsAnswer } from '@cenacle/contract/award'
import type { Context } from '../../context.ts'
import { databaseClock } from '../votes/queries/rows.ts'
import { phaseAt } from './phase.ts'
import { listCategoryRows, listEditionRows } from './rows.ts'
import { keptMonthsOf, readAwardSettings } from './settings.ts'

/** What everybody may know: the calls that are open now, and what becomes of the data of whoever files an entry. */
export async function listCalls(ctx: Context): Promise<CallsAnswer> {
  const now = await databaseClock(ctx.db)
  const open = (await listEditionRows(ctx.db)).filter((edition) => phaseAt(edition, now) === 'call')
  const categories = await listCategoryRows(
    ctx.db,
    open.map(({ id }) => id),
  )
  const { keptMonths, privacy } = await readAwardSettings(ctx.db)
  return {
    // Asked by the sign-in screen too, where nothing of it is shown.
    privacy: open.length === 0 ? '' : await ctx.renderPost(privacy),
    items: open.map(({ id, name, year, partner, html, call_closes_at, kept_months }) => ({
      id,
      name,
      year,
      partner,
      html,
      closesAt: call_closes_at?.toISOString() ?? '',
      keptMonths: keptMonthsOf({ kept_months }, keptMonths),
      categories: categories
        .filter(({ edition_id }) => edition_id === id)
        .map((category) => ({ id: category.id, name: category.name, question: category.question })),
    })),
  }
}
