import type { WelcomeAnswer } from '@cenacle/contract/application'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db } from '../../database/types.ts'
import { agreeTo, presentCharter, readTexts } from './charter.ts'

/** The first page that a member reads, with the charter; whoever was seated without having agreed to it agrees here. */
export async function readWelcome(ctx: PersonContext): Promise<WelcomeAnswer> {
  const { welcome } = await readTexts(ctx.db)
  return {
    html: await ctx.renderPost(welcome),
    charter: await presentCharter(ctx),
    agrees: (await unsigned(ctx.db, ctx.viewer.id)).length > 0,
  }
}

/** Agrees, as a member whom somebody else proposed. Saying it twice changes nothing. @throws Problem conflict when it has changed */
export const agreeAsMember = (ctx: PersonContext, charter: string): Promise<void> =>
  inTx(ctx, async (ctx) => {
    await agreeTo(ctx.db, charter)
    const ids = await unsigned(ctx.db, ctx.viewer.id)
    if (ids.length === 0) return
    await ctx.db
      .updateTable('candidacy')
      .set({ charter_hash: charter })
      .where('id', 'in', ids)
      .where('charter_hash', 'is', null)
      .execute()
  })

/** Admissions of somebody by a candidacy that holds no charter. */
async function unsigned(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('candidacy')
    .select('id')
    .where('person_id', '=', personId)
    .where('admitted_at', 'is not', null)
    .where('charter_hash', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
