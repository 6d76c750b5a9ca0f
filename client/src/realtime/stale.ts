import type { EventHint } from '@cenacle/contract/events'
import { keys } from '../lib/keys.ts'

type QueryKey = readonly unknown[]

const one = (id: string | undefined, key: (id: string) => QueryKey): QueryKey[] => (id === undefined ? [] : [key(id)])
/** The list of one space, or of all where the hint does not name it. */
const list = (spaceId: string | undefined, key: (id: string) => QueryKey): QueryKey =>
  spaceId === undefined ? key('').slice(0, 1) : key(spaceId)

/** Which queries a hint makes old. The screens that show none of them fetch nothing. */
export const staleAfter = ({ type, ids }: EventHint): QueryKey[] => {
  const { spaceId, topicId, pageId, voteId, candidacyId } = ids
  switch (type) {
    case 'access.changed':
      // Whatever is on the screen may be closed to the viewer now: the empty key is every query.
      return [[]]
    case 'person.changed':
      return [keys.session, keys.people, ['space']]
    case 'space.changed':
      return [keys.spaces, ['space'], keys.home]
    case 'topic.created':
      return [keys.home, keys.spaces, list(spaceId, keys.topics)]
    case 'topic.changed':
    case 'post.created':
    case 'post.changed':
      return [keys.home, list(spaceId, keys.topics), ...one(topicId, keys.topic)]
    case 'page.created':
    case 'page.changed': {
      // With a page that goes or comes back, so do those below it, which the hint does not name.
      const isMany = ids['gone'] !== undefined || ids['back'] !== undefined
      const changed = isMany ? [['page'], list(spaceId, keys.trash), keys.myPages] : one(pageId, keys.page)
      return [keys.home, list(spaceId, keys.pages), ...changed]
    }
    case 'page.recovered':
      return one(pageId, keys.recovered)
    case 'page.presence':
      return [keys.home, list(spaceId, keys.pages), ...one(pageId, keys.pagePeople)]
    case 'comment.changed':
      // Where a passage was marked, the text shows it too.
      return one(pageId, ids['marked'] === undefined ? keys.pageThreads : keys.page)
    case 'candidacy.changed':
      return [keys.votes, keys.home, ...one(candidacyId, keys.candidacy), ...one(voteId, keys.vote)]
    case 'vote.opened':
    case 'vote.changed':
    case 'ballot.cast':
      return [keys.votes, keys.home, ...one(voteId, keys.vote)]
  }
}
