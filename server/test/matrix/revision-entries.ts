import * as spacePolicy from '../../src/policy/space.ts'
import { inPlaces, judge, nowhere, type Entry } from './cases.ts'
import { UNKNOWN_ID, type Installation, type Place } from './installation.ts'

const revisionsOf = (pageId: string): string => `/api/pages/${pageId}/revisions`

/** What was begun is gone again. */
const forget = ({ t }: Installation, { pageId }: Place) =>
  t.deps.world.db.deleteFrom('page').where('revision_of', '=', pageId).execute()

/** Compares a revision of the host's, of which only those who write there may know. */
const comparing: Entry = async (i, actor) => {
  const cases = []
  for (const place of [...i.places, nowhere]) {
    const isThere = place.id !== UNKNOWN_ID
    const { body } = isThere ? await i.host.caller.post(revisionsOf(place.pageId)) : { body: { id: UNKNOWN_ID } }
    const sees = isThere && spacePolicy.draft(i.factsOf(actor, place))
    cases.push({
      target: place.name,
      url: `/api/pages/${body.id}/comparison`,
      expected: judge(i, actor, 'revision.compare', sees, true),
      after: () => forget(i, place),
    })
  }
  return cases
}

/** Proposed revisions of pages. */
export const revisionEntries: Record<string, Entry> = {
  'GET /api/pages/:pageId/revisions': inPlaces({
    access: 'revision.list',
    request: ({ pageId }) => ({ url: revisionsOf(pageId) }),
    may: () => true,
  }),
  'POST /api/pages/:pageId/revisions': inPlaces({
    access: 'revision.propose',
    request: (place, i) => ({ url: revisionsOf(place.pageId), after: () => forget(i, place) }),
    may: spacePolicy.write,
  }),
  'GET /api/pages/:pageId/comparison': comparing,
}
