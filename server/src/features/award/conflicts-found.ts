import { emailKey } from '@cenacle/contract/text'
import { mayConcern } from './office.ts'
import { organisationKey } from './organisation.ts'
import type { Db } from '../../database/types.ts'
import { databaseClock } from '../votes/queries/rows.ts'
import type { EntryRow, InTx } from './rows.ts'

/** Rows of one statement: PostgreSQL takes 65 535 values in it, and whoever files entries decides how many there are. */
const SLICE = 2_000

/**
 * Writes down every conflict of interest that follows from where people are employed, or from an entry that names their own address as
 * whom to write to, and that nobody has set aside. What was found once stays: entries and people are compared whenever an entry comes
 * in, and again when the jury opens. A member who filed an entry is not concerned by that alone: they may propose the work of others.
 */
export async function findConflicts(ctx: InTx, editionId: string): Promise<void> {
  const entries = await ctx.db
    .selectFrom('award_entry')
    .select(['id', 'category_id', 'organisation', 'contact_email'])
    .where('edition_id', '=', editionId)
    .where('verdict', '<>', 'rejected')
    .execute()
  const groundsOf = await comparing(ctx)
  const aside = new Set(
    (await ctx.db.selectFrom('award_no_conflict').select(['entry_id', 'person_id', 'origin']).execute()).map(
      ({ entry_id, person_id, origin }) => `${origin} ${entry_id} ${person_id}`,
    ),
  )
  const created_at = await databaseClock(ctx.db)
  const rows = entries.flatMap((entry) =>
    groundsOf(entry)
      .filter(({ origin, person_id }) => !aside.has(`${origin} ${entry.id} ${person_id}`))
      .map((ground) => ({
        id: ctx.newId(),
        category_id: entry.category_id,
        entry_id: entry.id,
        ...ground,
        created_at,
      })),
  )
  // An entry that went to another category takes its conflicts along, a rejected one too: it may come back.
  await ctx.db
    .updateTable('award_recusal as r')
    .from('award_entry as e')
    .set((eb) => ({ category_id: eb.ref('e.category_id') }))
    .whereRef('e.id', '=', 'r.entry_id')
    .whereRef('e.category_id', '<>', 'r.category_id')
    .where('e.edition_id', '=', editionId)
    .execute()
  for (let at = 0; at < rows.length; at += SLICE)
    await ctx.db
      .insertInto('award_recusal')
      .values(rows.slice(at, at + SLICE))
      .onConflict((oc) => oc.doNothing())
      .execute()
}

interface Ground {
  person_id: string
  origin: 'organisation' | 'contact'
  reason: string
}

/** Finds of an entry whom it concerns, and why, among those who could judge it or sign. */
async function comparing({ db, now }: InTx) {
  const people = await db
    .selectFrom('person as p')
    .select(['p.id', 'p.employer', 'p.email_key'])
    .where(mayConcern(now()))
    .execute()
  const byEmployer = Map.groupBy(people, ({ employer }) => organisationKey(employer))
  const byAddress = new Map(people.map((person) => [person.email_key, person]))
  return ({ organisation, contact_email }: Pick<EntryRow, 'organisation' | 'contact_email'>): Ground[] => {
    const key = organisationKey(organisation)
    const employed = key === '' ? [] : (byEmployer.get(key) ?? [])
    const named = contact_email === '' ? undefined : byAddress.get(emailKey(contact_email))
    return [
      ...employed.map(({ id }) => ({ person_id: id, origin: 'organisation' as const, reason: organisation })),
      ...(named ? [{ person_id: named.id, origin: 'contact' as const, reason: contact_email }] : []),
    ]
  }
}

/** Those who have a conflict of interest with something of an edition: once its jury is open, with something that is nominated. */
export async function recusedIn(
  db: Db,
  edition: { id: string; scope: 'category' | 'entry'; jury_at: Date | null },
): Promise<Set<string>> {
  const recusals = await recusalsOf(db, edition, edition.jury_at !== null)
  return new Set([...recusals.values()].flatMap((people) => [...people.keys()]))
}

/** What one juror does not judge in one category: all of it, or some entries. */
export interface Recused {
  category: boolean
  entries: ReadonlySet<string>
}

/**
 * What every juror of some categories does not judge: conflicts about entries that are not nominated count for nothing, nor those that
 * were found after their entry had left its jury.
 * @param nominated only conflicts about entries on the shortlist; before there is one, about all
 * @returns by category, then by person
 */
export async function recusalsOf(
  db: Db,
  edition: { id: string; scope: 'category' | 'entry' },
  nominated: boolean,
): Promise<Map<string, Map<string, Recused>>> {
  const rows = await db
    .selectFrom('award_recusal as r')
    .innerJoin('award_category as c', 'c.id', 'r.category_id')
    .leftJoin('award_entry as e', 'e.id', 'r.entry_id')
    .select(['r.category_id', 'r.person_id', 'r.entry_id'])
    .where('c.edition_id', '=', edition.id)
    .where((eb) =>
      eb.or([
        eb('r.entry_id', 'is', null),
        nominated ? eb('e.shortlisted', '=', true) : eb('e.verdict', '<>', 'rejected'),
      ]),
    )
    .where((eb) => eb.or([eb('e.withdrawn_at', 'is', null), eb('r.created_at', '<=', eb.ref('e.withdrawn_at'))]))
    .execute()
  const found = new Map<string, Map<string, Recused>>()
  for (const { category_id, person_id, entry_id } of rows) {
    const people = found.get(category_id) ?? new Map<string, Recused>()
    found.set(category_id, people)
    const before = people.get(person_id)
    people.set(person_id, {
      category: before?.category === true || entry_id === null || edition.scope === 'category',
      entries: new Set([...(before?.entries ?? []), ...(entry_id === null ? [] : [entry_id])]),
    })
  }
  return found
}
