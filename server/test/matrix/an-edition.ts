import { uuidv7 } from '../../src/ids.ts'
import { DAY } from '../votes.ts'
import { UNKNOWN_ID, type Installation } from './installation.ts'

export interface Ids {
  editionId: string
  categoryId: string
  entryId: string
}
export const nowhere: Ids = { editionId: UNKNOWN_ID, categoryId: UNKNOWN_ID, entryId: UNKNOWN_ID }

/** An edition whose call is open, with a category and an entry; those before it are gone. */
export async function anEdition({ t, host, places }: Installation): Promise<Ids> {
  const { db } = t.deps.world
  const at = t.deps.world.now()
  const in20 = new Date(at.getTime() + 20 * DAY)
  const [editionId, categoryId, entryId] = [uuidv7(Date.now()), uuidv7(Date.now()), uuidv7(Date.now())]
  // What was done with an edition is kept, and so it is.
  const kept = db.selectFrom('award_event').select('edition_id')
  await db.deleteFrom('award_entry').where('edition_id', 'not in', kept).execute()
  await db.deleteFrom('award_edition').where('id', 'not in', kept).execute()
  const space_id = places.find(({ kind }) => kind === 'committee')?.id ?? ''
  const times = { call_closes_at: in20, created_at: at, called_at: at, embargo_at: new Date(at.getTime() + 90 * DAY) }
  await db
    .insertInto('award_edition')
    .values({ id: editionId, space_id, name: 'Prix', year: 2026, scope: 'category', ...times })
    .execute()
  const lists = { criteria: '[]', medals: '["Or"]', ties: '[]', withheld: '[]' }
  const category = { position: 1, name: 'Une', question: 'Laquelle ?', method: 'majority-judgment' as const }
  await db
    .insertInto('award_category')
    .values({
      id: categoryId,
      edition_id: editionId,
      ...category,
      ...lists,
      most_points: 20,
      least_jurors: 1,
      by_team: false,
    })
    .execute()
  const filed = { title: 'Un dossier', organisation: 'Ville', summary: 'Oui.', html: '<p>Oui.</p>', submitted_at: at }
  await db
    .insertInto('award_entry')
    .values({ id: entryId, edition_id: editionId, category_id: categoryId, submitted_by: host.id, ...filed })
    .execute()
  return { editionId, categoryId, entryId }
}
