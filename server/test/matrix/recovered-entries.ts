import * as spacePolicy from '../../src/policy/space.ts'
import { inPlaces, type Entry } from './cases.ts'
import { UNKNOWN_ID, type Installation } from './installation.ts'

const aRecoveredText = (db: Installation['t']['deps']['world']['db'], pageId: string) =>
  db
    .insertInto('page_recovered')
    .values({
      page_id: pageId,
      client_id: 7,
      clock: 0,
      length: 4,
      text: 'mots',
      before: '',
      after: '',
      heading: '',
      at: new Date(),
    })
    .onConflict((conflict) => conflict.columns(['page_id', 'client_id', 'clock']).doUpdateSet({ taken_at: null }))
    .execute()

/** « Texte récupéré ». */
export const recoveredEntries: Record<string, Entry> = {
  'GET /api/pages/:pageId/recovered': inPlaces({
    access: 'page.recover',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/recovered` }),
    may: spacePolicy.write,
  }),
  'POST /api/pages/:pageId/recovered/:key/dismiss': inPlaces({
    access: 'page.recover',
    request: async ({ pageId, id }, i) => {
      if (id !== UNKNOWN_ID) await aRecoveredText(i.t.deps.world.db, pageId)
      return { url: `/api/pages/${pageId}/recovered/7-0-4/dismiss` }
    },
    may: spacePolicy.write,
  }),
}
