import { frozenRules, sealEntries } from '../features/award/freeze.ts'
import { appendJournal } from '../features/award/journal/append.ts'
import { listCategoryRows, lockEdition } from '../features/award/rows.ts'
import { asJson } from '../features/votes/commands/freeze.ts'
import type { Seeding } from './seed-people.ts'

type Said = [type: string, at: Date, by: string | null, detail: Record<string, unknown>]

/** What the journal of an edition would hold, had its steps been taken one by one. @param office who took them */
export async function seedJournal(ctx: Seeding, editionId: string, opened: Date, office: string): Promise<void> {
  const { edition } = await lockEdition(ctx.db, editionId)
  const categories = await listCategoryRows(ctx.db, [editionId])
  const entries = await ctx.db
    .selectFrom('award_entry')
    .selectAll()
    .where('edition_id', '=', editionId)
    .orderBy('submitted_at')
    .orderBy('id')
    .execute()
  const { created_at: created, called_at: called, eligible_at: eligible } = edition
  if (!called || !eligible) throw new Error('the edition of the demonstration has not been called')
  const calendar = asJson({
    callClosesAt: edition.call_closes_at,
    juryClosesAt: edition.jury_closes_at,
    embargoAt: edition.embargo_at,
  })
  const said: Said[] = [
    ['edition.prepared', created, office, {}],
    ...categories.map(({ id, name, question }): Said => {
      return ['category.created', created, office, { categoryId: id, name, question }]
    }),
    ['edition.call', called, office, { from: 'prepared', ...frozenRules(edition, categories), calendar }],
    ...entries.map(({ id, submitted_at }): Said => ['entry.filed', submitted_at, null, { entryId: id }]),
    ...entries.map(({ id, verdict, verdict_at }): Said => {
      return ['entry.judged', verdict_at ?? eligible, office, { entryId: id, verdict }]
    }),
    ['edition.shortlist', eligible, office, { from: 'eligibility', ...sealEntries(entries) }],
    ...categories.map(({ id }): Said => {
      const chosen = entries.filter((entry) => entry.category_id === id && entry.shortlisted)
      return ['category.shortlisted', eligible, office, { categoryId: id, entryIds: chosen.map((entry) => entry.id) }]
    }),
    ['edition.jury', opened, office, { from: 'shortlist' }],
  ]
  for (const [type, at, by, detail] of said) await appendJournal(ctx.db, editionId, { type, at, by, detail })
}
