import * as spacePolicy from '../../src/policy/space.ts'
import { uuidv7 } from '../../src/ids.ts'
import { inPlaces, type Entry } from './cases.ts'
import { aPost, UNKNOWN_ID, type Installation, type Place } from './installation.ts'

const poll = { question: 'Quel soir ?', options: ['Mardi', 'Jeudi'] }

/** A poll that nobody has answered, below a new post of somebody. @returns its id */
async function aPoll(i: Installation, place: Place, authorId: string): Promise<string> {
  if (place.id === UNKNOWN_ID) return UNKNOWN_ID
  const row = { id: uuidv7(Date.now()), post_id: await aPost(i.t, place.topicId, authorId), multiple: false }
  const { world } = i.t.deps
  await world.db
    .insertInto('poll')
    .values({ ...row, ...poll, created_at: world.now() })
    .execute()
  return row.id
}

type Make = typeof aPoll
const aBarePost: Make = (i, place, authorId) =>
  place.id === UNKNOWN_ID ? Promise.resolve(UNKNOWN_ID) : aPost(i.t, place.topicId, authorId)

/** What one does with a poll of one's own, wherever one takes part, and with another's where `may` says so. */
const changing = (
  make: Make,
  request: (id: string) => { url: string; body?: unknown },
  may: (facts: spacePolicy.SpaceFacts) => boolean,
): Entry =>
  inPlaces({
    access: 'poll.change',
    request: async (place, i) => request(await make(i, place, i.host.id)),
    may,
    also: (i, actor) => {
      const { id = '' } = i.people.get(actor) ?? {}
      const talking = i.places.filter(
        (place) => i.viewerOf(actor).kind === 'person' && spacePolicy.talk(i.factsOf(actor, place)),
      )
      return Promise.all(
        talking.map(async (place) => ({
          target: `own, ${place.name}`,
          ...request(await make(i, place, id)),
          expected: 'allowed' as const,
        })),
      )
    },
  })

/** Indicative polls of the forum. */
export const pollEntries: Record<string, Entry> = {
  'POST /api/posts/:postId/poll': changing(
    aBarePost,
    (id) => ({ url: `/api/posts/${id}/poll`, body: poll }),
    () => false,
  ),
  'GET /api/polls/:pollId': inPlaces({
    access: 'poll.read',
    request: async (place, i) => ({ url: `/api/polls/${await aPoll(i, place, i.host.id)}` }),
    may: () => true,
  }),
  'PATCH /api/polls/:pollId': changing(
    aPoll,
    (id) => ({ url: `/api/polls/${id}`, body: { ...poll, question: 'Quel midi ?' } }),
    () => false,
  ),
  'PUT /api/polls/:pollId/ballot': inPlaces({
    access: 'poll.vote',
    request: async (place, i) => ({
      url: `/api/polls/${await aPoll(i, place, i.host.id)}/ballot`,
      body: { choices: [1] },
    }),
    may: spacePolicy.talk,
  }),
  'POST /api/polls/:pollId/close': changing(aPoll, (id) => ({ url: `/api/polls/${id}/close` }), spacePolicy.manage),
  'DELETE /api/polls/:pollId': changing(aPoll, (id) => ({ url: `/api/polls/${id}` }), spacePolicy.manage),
}
