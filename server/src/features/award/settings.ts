import { sql } from 'kysely'
import { z } from 'zod'
import type { AwardSettingsBody } from '@cenacle/contract/award'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import type { Db } from '../../database/types.ts'
import { sha256 } from '../../ids.ts'
import { allow } from '../../policy/allow.ts'
import { administer } from '../../policy/person.ts'

const PRIVACY = `Le comité qui organise le prix répond de ces données et n’en fait rien d’autre. Pour les lire, les corriger, les faire effacer ou retirer votre accord, écrivez-lui.

Si la réponse ne vous convient pas, vous pouvez saisir la [CNIL](https://www.cnil.fr/fr/adresser-une-plainte).`

/**
 * The setting `award`. What is absent or makes no sense has its default: a slip in a row of the database must neither erase
 * everything at once nor close a call.
 */
const awardSetting = z.object({
  /** Months after an edition until whom to write to is erased. */
  keptMonths: z.number().int().min(1).max(60).catch(12),
  /** Who answers for these data and whom to write to, in Markdown. Empty: the product's own. */
  privacy: z.string().catch(''),
  /** Public entries of one edition: more than an office of volunteers can look at. */
  mostEntries: z.number().int().min(1).catch(1_000),
  /** Of one call, entries an hour that wait for their confirmation: more than the last evening brings, and not many mails. */
  mostPerHour: z.number().int().min(1).catch(100),
})
export type AwardSettings = z.output<typeof awardSetting>
const DEFAULTS = awardSetting.parse({})

/** The settings of the award as they hold today. */
export async function readAwardSettings(db: Db): Promise<AwardSettings> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'award').executeTakeFirst()
  const stored = awardSetting.catch(DEFAULTS).parse(row?.value)
  return { ...stored, privacy: stored.privacy || PRIVACY }
}

/** How long an edition keeps whom to write to: what was promised at its call, or less since. @param now the setting of today */
export const keptMonthsOf = ({ kept_months }: { kept_months: number | null }, now: number): number =>
  Math.min(kept_months ?? now, now)

/** What the administration reads in order to change it. */
export async function getAwardSettings(ctx: PersonContext): Promise<AwardSettings> {
  allow(administer(ctx.viewer))
  return readAwardSettings(ctx.db)
}

/** What is stored with what is said now; a row that holds no object is one of ours no more. */
const MERGED = sql<string>`(case jsonb_typeof(setting.value) when 'object' then setting.value else '{}' end) || excluded.value`

/** Changes what whoever files an entry is told of their data; an empty text is the product's own again. The rest stays as it is. */
export async function setAwardSettings(ctx: PersonContext, next: AwardSettingsBody): Promise<void> {
  allow(administer(ctx.viewer))
  // What cannot be shown is refused before it is stored.
  await ctx.renderPost(next.privacy)
  await inTx(ctx, async (ctx) => {
    await ctx.db
      .insertInto('setting')
      .values({ key: 'award', value: JSON.stringify(next), updated_at: ctx.now() })
      .onConflict((oc) => oc.column('key').doUpdateSet({ value: MERGED, updated_at: ctx.now() }))
      .execute()
    const detail = JSON.stringify({ keptMonths: next.keptMonths, privacy: sha256(next.privacy) })
    await ctx.db
      .insertInto('audit')
      .values({ id: ctx.newId(), actor_id: ctx.viewer.id, type: 'award.settings', detail, at: ctx.now() })
      .execute()
  })
}
