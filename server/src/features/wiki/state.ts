import type { PageState } from '@cenacle/contract/publication'
import type { Context } from '../../context.ts'
import { presentAuthor } from '../accounts/present.ts'
import type { PageRow } from './rows.ts'

/** Who published a page and who froze it. */
export async function presentState(ctx: Context, page: PageRow, state: PageState) {
  const ids = [page.published_by, page.frozen_by].filter((id) => id !== null)
  const rows =
    ids.length === 0
      ? []
      : await ctx.db.selectFrom('person').select(['id', 'name', 'portrait_key']).where('id', 'in', ids).execute()
  const by = (id: string | null) => {
    const row = rows.find((person) => person.id === id)
    return row ? presentAuthor(row) : null
  }
  const { published_seq: seq, published_at, frozen_at, frozen_reason: reason } = page
  return {
    state,
    published:
      seq !== null && published_at !== null ? { seq, at: published_at.toISOString(), by: by(page.published_by) } : null,
    frozen:
      frozen_at !== null && reason !== null ? { reason, at: frozen_at.toISOString(), by: by(page.frozen_by) } : null,
  }
}
