import * as spacePolicy from '../../src/policy/space.ts'
import { inPlaces, type Entry } from './cases.ts'
import { UNKNOWN_ID, type Installation, type Place } from './installation.ts'

const reading = (url: string): Entry =>
  inPlaces({
    access: 'page.history',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/${url}` }),
    may: spacePolicy.follow,
  })
const restoring = (url: string, body?: object): Entry =>
  inPlaces({
    access: 'page.write',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/${url}`, body }),
    may: spacePolicy.write,
  })

/** Gives the first version of a page a name, so that there is one to take away. */
async function named({ t, host }: Installation, { id, pageId }: Place): Promise<void> {
  if (id === UNKNOWN_ID) return
  const row = { page_id: pageId, seq: 1, name: 'Au départ', person_id: host.id, named_at: t.deps.world.now() }
  await t.deps.world.db
    .insertInto('page_version')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What a page was, who wrote it, and bringing it back. */
export const historyEntries: Record<string, Entry> = {
  'GET /api/pages/:pageId/timeline': reading('timeline'),
  'GET /api/pages/:pageId/versions/:seq': reading('versions/1'),
  'GET /api/pages/:pageId/diff': reading('diff?from=0&to=1'),
  'GET /api/pages/:pageId/authors': reading('authors'),
  'PUT /api/pages/:pageId/versions/:seq/name': restoring('versions/1/name', { name: 'Au départ' }),
  'DELETE /api/pages/:pageId/versions/:seq/name': inPlaces({
    access: 'page.write',
    request: async (place, i) => {
      await named(i, place)
      return { url: `/api/pages/${place.pageId}/versions/1/name` }
    },
    may: spacePolicy.write,
  }),
  'POST /api/pages/:pageId/passages/restore': restoring('passages/restore', { from: 0, to: 1, change: 9 }),
  // Somebody else's edit: refused after the rights.
  'POST /api/pages/:pageId/versions/:seq/undo': restoring('versions/1/undo'),
}
