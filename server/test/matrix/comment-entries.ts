import * as spacePolicy from '../../src/policy/space.ts'
import type { SpaceFacts } from '../../src/policy/space.ts'
import { inPlaces, judge, type Entry } from './cases.ts'
import { aThread, UNKNOWN_ID, type Installation, type Place } from './installation.ts'

const threadIn = (i: Installation, { pageId }: Place, authorId: string) =>
  pageId === UNKNOWN_ID
    ? Promise.resolve({ threadId: UNKNOWN_ID, commentId: UNKNOWN_ID })
    : aThread(i.t, pageId, authorId)

/** A thread of the host in each space. */
const onThread = (
  access: 'comment.write' | 'comment.change',
  what: string,
  body: unknown,
  may: (facts: SpaceFacts) => boolean,
): Entry =>
  inPlaces({
    access,
    request: async (place, i) => {
      const { threadId } = await threadIn(i, place, i.host.id)
      return { url: `/api/threads/${threadId}${what && `/${what}`}`, body }
    },
    may,
  })

/** A comment of the host and one of the actor's own in each space. */
const onComment =
  (body: unknown, own: (facts: SpaceFacts) => boolean, others: (facts: SpaceFacts) => boolean): Entry =>
  async (i, actor) => {
    const { id = '' } = i.people.get(actor) ?? {}
    const cases = await Promise.all(
      i.places.flatMap((place) =>
        [i.host.id, ...(id === '' ? [] : [id])].map(async (authorId) => {
          const facts = i.factsOf(actor, place)
          const may = authorId === id ? own(facts) || others(facts) : others(facts)
          const { commentId } = await threadIn(i, place, authorId)
          const sees = spacePolicy.read(facts)
          return {
            target: `${authorId === id ? 'own' : "the host's"}, ${place.name}`,
            url: `/api/comments/${commentId}`,
            body,
            expected: judge(i, actor, 'comment.change', sees, may && spacePolicy.follow(facts)),
          }
        }),
      ),
    )
    const unknown = `/api/comments/${UNKNOWN_ID}`
    return [
      ...cases,
      { target: 'unknown', url: unknown, body, expected: judge(i, actor, 'comment.change', false, false) },
    ]
  }

/** Comments and suggestions on pages. */
export const commentEntries: Record<string, Entry> = {
  'GET /api/pages/:pageId/threads': inPlaces({
    access: 'comment.read',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/threads` }),
    may: spacePolicy.follow,
  }),
  'POST /api/pages/:pageId/threads': inPlaces({
    access: 'comment.write',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/threads`, body: { body: 'À revoir.', place: null } }),
    may: spacePolicy.comment,
  }),
  'POST /api/threads/:threadId/comments': onThread('comment.write', 'comments', { body: 'Oui.' }, spacePolicy.comment),
  // One's own thread may be settled by whoever may comment: judged in comments.test.ts.
  'PATCH /api/threads/:threadId': onThread('comment.write', '', { resolved: true }, spacePolicy.write),
  'DELETE /api/threads/:threadId': onThread('comment.change', '', undefined, spacePolicy.manage),
  'PATCH /api/comments/:commentId': onComment({ body: 'Autrement.' }, spacePolicy.comment, () => false),
  'DELETE /api/comments/:commentId': onComment(undefined, spacePolicy.comment, spacePolicy.manage),
  'GET /api/pages/:pageId/suggestions': inPlaces({
    access: 'page.follow',
    request: ({ pageId }) => ({ url: `/api/pages/${pageId}/suggestions` }),
    may: spacePolicy.follow,
  }),
}
