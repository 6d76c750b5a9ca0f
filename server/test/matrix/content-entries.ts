import { createHash } from 'node:crypto'
import type { SpaceFacts } from '../../src/policy/space.ts'
import * as pagePolicy from '../../src/policy/page.ts'
import * as spacePolicy from '../../src/policy/space.ts'
import { everywhere, inPlaces, judge, type Entry } from './cases.ts'
import { aPost, UNKNOWN_ID, type Actor, type Installation, type Place } from './installation.ts'
import { NOT_AN_IMAGE } from './people-entries.ts'

const reads = (): boolean => true
const postIn = (i: Installation, place: Place, authorId: string): Promise<string> =>
  place.id === UNKNOWN_ID ? Promise.resolve(UNKNOWN_ID) : aPost(i.t, place.topicId, authorId)

/** The actor's own post in each space where they take part. */
const ownPosts =
  (body?: unknown): Entry =>
  async (i, actor) => {
    const { id = '' } = i.people.get(actor) ?? {}
    const talking = i.places.filter(
      (place) => i.viewerOf(actor).kind === 'person' && spacePolicy.talk(i.factsOf(actor, place)),
    )
    return Promise.all(
      talking.map(async (place) => {
        const url = `/api/posts/${await aPost(i.t, place.topicId, id)}`
        return { target: `own, ${place.name}`, url, body, expected: 'allowed' as const }
      }),
    )
  }

/** Whatever the actor opened: the host's becomes theirs for one request. */
const asOwn =
  (
    table: 'topic' | 'page',
    access: 'topic.write' | 'page.write' | 'page.manage',
    request: (id: string) => { url: string; body?: unknown },
    may: (facts: SpaceFacts) => boolean,
  ): Entry =>
  (i, actor) => {
    const { id: personId = '' } = i.people.get(actor) ?? {}
    if (i.viewerOf(actor).kind !== 'person') return []
    return i.places.map((place) => {
      const id = table === 'topic' ? place.topicId : place.pageId
      const give = (author_id: string) =>
        i.t.deps.world.db.updateTable(table).set({ author_id }).where('id', '=', id).execute()
      const facts = i.factsOf(actor, place)
      return {
        target: `own, ${place.name}`,
        ...request(id),
        expected: judge(i, actor, access, spacePolicy.read(facts), may(facts)),
        before: () => give(personId),
        after: async () => {
          await give(i.host.id)
          await untrash(i, id)
        },
      }
    })
  }

const untrash = ({ t }: Installation, pageId: string) =>
  t.deps.world.db.updateTable('page').set({ deleted_at: null, trashed_with: null }).where('id', '=', pageId).execute()

const shown = { published: true, frozen: false, revision: false }
const managesPage = (space: SpaceFacts, i: Installation, actor: Actor): boolean =>
  pagePolicy.manage(i.viewerOf(actor), { space, authorId: i.host.id, ...shown })

/** What was frozen or withdrawn goes back to what the others expect. */
const publishAgain =
  ({ pageId }: Place, i: Installation) =>
  async () => {
    await i.host.caller.delete(`/api/pages/${pageId}/freeze`)
    const { body } = await i.host.caller.get(`/api/pages/${pageId}`)
    await i.host.caller.put(`/api/pages/${pageId}/publication`, { seq: body.seq })
  }
const publishing = (method: 'PUT' | 'DELETE', what: 'publication' | 'freeze', body?: unknown): Entry =>
  inPlaces({
    access: 'page.publish',
    request: (place, i) => ({
      url: `/api/pages/${place.pageId}/${what}`,
      ...(method === 'PUT' && { body }),
      after: place.id === UNKNOWN_ID ? undefined : publishAgain(place, i),
    }),
    may: spacePolicy.manage,
  })

const trash = ({ pageId }: Place, i: Installation) => ({ url: `/api/pages/${pageId}`, after: () => untrash(i, pageId) })

/** One connection for an actor and a page: a second one beside it would count against the actor. */
const connectionOf = (actor: Actor, pageId: string): string => {
  const hex = createHash('sha256').update(`${actor} ${pageId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const sync = ({ pageId }: Place, _: Installation, actor: Actor): string =>
  `/api/pages/${pageId}/sync?connection=${connectionOf(actor, pageId)}`

/** Topics, posts, pages, files. */
export const contentEntries: Record<string, Entry> = {
  'GET /api/spaces/:spaceId/topics': inPlaces({
    access: 'topic.read',
    request: ({ id }) => ({ url: `/api/spaces/${id}/topics` }),
    may: reads,
  }),
  'POST /api/spaces/:spaceId/topics': inPlaces({
    access: 'topic.write',
    request: ({ id }) => ({ url: `/api/spaces/${id}/topics`, body: { title: 'Un sujet', body: 'Bonjour.' } }),
    may: spacePolicy.talk,
  }),
  'GET /api/topics/:topicId': inPlaces({
    access: 'topic.read',
    request: ({ topicId }) => ({ url: `/api/topics/${topicId}` }),
    may: reads,
  }),
  'PATCH /api/topics/:topicId': inPlaces({
    access: 'topic.write',
    request: ({ topicId }) => ({ url: `/api/topics/${topicId}`, body: { closed: false } }),
    may: spacePolicy.manage,
    also: asOwn(
      'topic',
      'topic.write',
      (id) => ({ url: `/api/topics/${id}`, body: { title: 'Un autre titre' } }),
      spacePolicy.talk,
    ),
  }),
  'PUT /api/topics/:topicId/read': inPlaces({
    access: 'topic.mark',
    request: ({ topicId }) => ({ url: `/api/topics/${topicId}/read`, body: { number: 0 } }),
    may: reads,
  }),
  'GET /api/topics/:topicId/posts': inPlaces({
    access: 'topic.read',
    request: ({ topicId }) => ({ url: `/api/topics/${topicId}/posts` }),
    may: reads,
  }),
  'POST /api/topics/:topicId/posts': inPlaces({
    access: 'topic.write',
    request: ({ topicId }) => ({ url: `/api/topics/${topicId}/posts`, body: { body: 'Une réponse.' } }),
    may: spacePolicy.talk,
  }),
  'PATCH /api/posts/:postId': inPlaces({
    access: 'post.change',
    request: async (place, i) => ({
      url: `/api/posts/${await postIn(i, place, i.host.id)}`,
      body: { body: 'Autre chose.' },
    }),
    // Nobody writes in another's name, whoever runs the space.
    may: () => false,
    also: ownPosts({ body: 'Autre chose.' }),
  }),
  'DELETE /api/posts/:postId': inPlaces({
    access: 'post.change',
    request: async (place, i) => ({ url: `/api/posts/${await postIn(i, place, i.host.id)}` }),
    may: spacePolicy.manage,
    also: ownPosts(),
  }),
  'GET /api/posts/:postId/revisions': inPlaces({
    access: 'post.history',
    request: async (place, i) => ({ url: `/api/posts/${await postIn(i, place, i.host.id)}/revisions` }),
    may: reads,
  }),
  'GET /api/spaces/:spaceId/pages': inPlaces({
    access: 'page.list',
    request: ({ id }) => ({ url: `/api/spaces/${id}/pages` }),
    may: reads,
  }),
  'POST /api/spaces/:spaceId/pages': inPlaces({
    access: 'page.write',
    // A parent that does not exist: refused after the rights, and no page is left behind.
    request: ({ id }) => ({ url: `/api/spaces/${id}/pages`, body: { title: 'Une page', parentId: UNKNOWN_ID } }),
    may: spacePolicy.write,
  }),
  'GET /api/pages/:pageId': inPlaces({
    access: 'page.read',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}` }),
    may: reads,
  }),
  'PATCH /api/pages/:pageId': inPlaces({
    access: 'page.write',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}`, body: { position: 0 } }),
    may: managesPage,
    also: asOwn('page', 'page.write', (id) => ({ url: `/api/pages/${id}`, body: { position: 0 } }), spacePolicy.write),
  }),
  'DELETE /api/pages/:pageId': inPlaces({
    access: 'page.manage',
    request: trash,
    may: managesPage,
    also: asOwn('page', 'page.manage', (id) => ({ url: `/api/pages/${id}` }), spacePolicy.write),
  }),
  'PUT /api/pages/:pageId/markdown': inPlaces({
    access: 'page.write',
    // Of a version that never was: 412 after the rights.
    request: ({ pageId }) => ({
      url: `/api/pages/${pageId}/markdown`,
      body: { markdown: 'Autre texte.' },
      headers: { 'if-match': '"0"' },
    }),
    may: spacePolicy.write,
  }),
  'PUT /api/pages/:pageId/publication': publishing('PUT', 'publication', { seq: 1 }),
  'DELETE /api/pages/:pageId/publication': publishing('DELETE', 'publication'),
  'PUT /api/pages/:pageId/freeze': publishing('PUT', 'freeze', { reason: 'Adoptée.' }),
  'DELETE /api/pages/:pageId/freeze': publishing('DELETE', 'freeze'),
  'GET /api/pages/:pageId/people': inPlaces({
    access: 'page.people',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/people` }),
    may: spacePolicy.follow,
  }),
  'GET /api/pages/:pageId/versions': inPlaces({
    access: 'page.history',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/versions` }),
    may: spacePolicy.follow,
  }),
  'POST /api/pages/:pageId/versions/:seq/restore': inPlaces({
    access: 'page.write',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/versions/1/restore` }),
    may: spacePolicy.write,
  }),
  'GET /collab/:pageId': inPlaces({
    access: 'page.follow',
    request: ({ pageId }) => ({ url: `/collab/${pageId}`, socket: true }),
    may: spacePolicy.follow,
  }),
  'GET /api/pages/:pageId/sync': inPlaces({
    access: 'page.follow',
    request: (place, i, actor) => ({ url: sync(place, i, actor) }),
    may: spacePolicy.follow,
  }),
  'POST /api/pages/:pageId/sync': inPlaces({
    access: 'page.follow',
    request: (place, i, actor) => ({ url: sync(place, i, actor), body: { messages: [] } }),
    may: spacePolicy.follow,
  }),
  'GET /api/files/:key': inPlaces({
    access: 'file.read',
    request: ({ fileKey }) => ({ url: `/api/files/${fileKey}` }),
    may: reads,
  }),
  'POST /api/spaces/:spaceId/files': inPlaces({
    access: 'file.create',
    request: ({ id }) => ({ url: `/api/spaces/${id}/files`, ...NOT_AN_IMAGE }),
    may: spacePolicy.write,
  }),
  'POST /api/spaces/:spaceId/attachments': inPlaces({
    access: 'file.create',
    request: ({ id }) => ({ url: `/api/spaces/${id}/attachments`, ...NOT_AN_IMAGE }),
    may: spacePolicy.write,
  }),
  'GET /api/search': everywhere('search.read', '/api/search?q=zebra'),
  'GET /api/home': everywhere('home.read', '/api/home'),
  'GET /ws/events': everywhere('home.read', '/ws/events', { socket: true }),
}
