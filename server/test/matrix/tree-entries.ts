import * as spacePolicy from '../../src/policy/space.ts'
import type { SpaceFacts } from '../../src/policy/space.ts'
import * as trashPolicy from '../../src/policy/trash.ts'
import { everywhere, inPlaces, type Entry } from './cases.ts'
import { UNKNOWN_ID, type Actor, type Installation, type Place } from './installation.ts'

const reads = (): boolean => true

/** A page of the host in the trash of a space. @returns its id */
async function trashed({ t, host }: Installation, place: Place): Promise<string> {
  if (place.id === UNKNOWN_ID) return UNKNOWN_ID
  const { body } = await host.caller.post(`/api/spaces/${place.id}/pages`, { title: 'Une page de trop' })
  const at = t.deps.world.now()
  await t.deps.world.db
    .updateTable('page')
    .set({ deleted_at: at, trashed_with: body.id, trashed_by: host.id })
    .where('id', '=', body.id)
    .execute()
  return body.id
}
const forget = ({ t }: Installation, pageId: string) =>
  t.deps.world.db.deleteFrom('page').where('id', '=', pageId).execute()
const entryOf = (space: SpaceFacts, i: Installation) => ({ space, authorId: i.host.id, trashedBy: i.host.id })

/** A template that may go. */
const aTemplate = ({ t }: Installation) =>
  t.deps.world.db
    .insertInto('page_template')
    .values({ id: UNKNOWN_ID, position: 9, name: 'De trop', hint: '', markdown: '', updated_at: t.deps.world.now() })
    .onConflict((oc) => oc.doNothing())
    .execute()

/** What surrounds the pages of the tree, and templates. */
export const treeEntries: Record<string, Entry> = {
  'GET /api/pages/:pageId/backlinks': inPlaces({
    access: 'page.read',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/backlinks` }),
    may: reads,
  }),
  'GET /api/spaces/:spaceId/pages/untouched': inPlaces({
    access: 'page.follow',
    request: ({ id }) => ({ url: `/api/spaces/${id}/pages/untouched` }),
    may: spacePolicy.follow,
  }),
  'GET /api/spaces/:spaceId/trash': inPlaces({
    access: 'trash.read',
    request: ({ id }) => ({ url: `/api/spaces/${id}/trash` }),
    may: trashPolicy.see,
  }),
  'POST /api/trash/:pageId/restore': inPlaces({
    access: 'trash.restore',
    request: async (place, i) => {
      const id = await trashed(i, place)
      return { url: `/api/trash/${id}/restore`, after: () => forget(i, id) }
    },
    may: (space, i, actor: Actor) => trashPolicy.restore(i.viewerOf(actor), entryOf(space, i)),
  }),
  'DELETE /api/trash/:pageId': inPlaces({
    access: 'trash.purge',
    request: async (place, i) => {
      const id = await trashed(i, place)
      return { url: `/api/trash/${id}`, after: () => forget(i, id) }
    },
    may: (space, i) => trashPolicy.purge(entryOf(space, i)),
  }),
  'GET /api/pages/:pageId/mark': inPlaces({
    access: 'page.mark',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/mark` }),
    may: reads,
  }),
  'PUT /api/pages/:pageId/mark': inPlaces({
    access: 'page.mark',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/mark`, body: { favourite: false } }),
    may: reads,
  }),
  'GET /api/me/favourites': everywhere('page.mine', '/api/me/favourites'),
  'GET /api/me/seen': everywhere('page.mine', '/api/me/seen'),
  'GET /api/templates': everywhere('template.read', '/api/templates'),
  'GET /api/templates/:templateId': everywhere('template.read', '/api/templates/01990000-0000-7000-8000-000000000001'),
  'POST /api/templates': everywhere('template.manage', '/api/templates', { body: { name: 'Un modèle' } }),
  'POST /api/templates/preview': everywhere('template.manage', '/api/templates/preview', { body: { markdown: 'Un' } }),
  'PATCH /api/templates/:templateId': everywhere(
    'template.manage',
    '/api/templates/01990000-0000-7000-8000-000000000001',
    { body: { name: 'Méthode' } },
  ),
  'DELETE /api/templates/:templateId': (i, actor) =>
    everywhere('template.manage', `/api/templates/${UNKNOWN_ID}`, { before: () => aTemplate(i) })(i, actor),
}
