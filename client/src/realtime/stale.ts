import type { EventHint } from '@cenacle/contract/events'
import { keys } from '../lib/keys.ts'

type QueryKey = readonly unknown[]

const one = (id: string | undefined, key: (id: string) => QueryKey): QueryKey[] => (id === undefined ? [] : [key(id)])
/** The list of one space, or of all where the hint does not name it. */
const list = (spaceId: string | undefined, key: (id: string) => QueryKey): QueryKey =>
  spaceId === undefined ? key('').slice(0, 1) : key(spaceId)

/** A hint that nothing but the text of a page became another one. */
const isText = ({ type, ids }: EventHint): boolean => type === 'page.changed' && ids['text'] !== undefined

/**
 * Which queries a hint makes old that need not be fetched at once: while twelve people write, each word would have them all, and whoever
 * reads along, fetch them again.
 */
export const staleSoon = (hint: EventHint): QueryKey[] =>
  isText(hint) ? [keys.home, list(hint.ids['spaceId'], keys.pages), ...one(hint.ids['pageId'], keys.pageParts)] : []

/** Which queries a hint makes old. The screens that show none of them fetch nothing. */
export const staleAfter = (hint: EventHint): QueryKey[] => {
  const { type, ids } = hint
  const { spaceId, topicId, pollId, pageId, voteId, candidacyId } = ids
  switch (type) {
    case 'access.changed':
      // Whatever is on the screen may be closed to the viewer now: the empty key is every query.
      return [[]]
    case 'person.changed':
      return [keys.session, keys.people, keys.seatsPicture, ['space']]
    case 'space.changed':
      return [keys.spaces, ['space'], keys.seatsPicture, keys.home]
    case 'topic.created':
      return [keys.home, keys.spaces, list(spaceId, keys.topics)]
    case 'topic.changed':
    case 'post.created':
    case 'post.changed':
      return [keys.home, list(spaceId, keys.topics), ...one(topicId, keys.topic)]
    case 'poll.changed':
      return topicId && pollId ? [keys.poll(topicId, pollId)] : []
    case 'page.created':
    case 'page.changed': {
      if (isText(hint)) return one(pageId, keys.page)
      // With a page that goes or comes back, so do those below it, which the hint does not name.
      const isMany = ids['gone'] !== undefined || ids['back'] !== undefined
      const changed = isMany ? [['page'], list(spaceId, keys.trash), keys.myPages] : one(pageId, keys.page)
      return [keys.home, list(spaceId, keys.pages), ...changed, ...one(pageId, keys.pageParts)]
    }
    case 'page.recovered':
      return one(pageId, keys.recovered)
    case 'page.presence':
      return [keys.home, list(spaceId, keys.pages), ...one(pageId, keys.pagePeople)]
    case 'comment.changed':
      // Where a passage was marked, the text shows it too.
      return [...one(pageId, keys.pageThreads), ...(ids['marked'] === undefined ? [] : one(pageId, keys.page))]
    case 'candidacy.changed':
      return [keys.votes, keys.home, keys.seatsPicture, ...one(candidacyId, keys.candidacy), ...one(voteId, keys.vote)]
    case 'meeting.changed':
      return [keys.meetings, keys.home]
    case 'award.changed':
      return [keys.votes, keys.home]
    case 'renewal.changed':
      return [keys.renewal, keys.home]
    case 'vote.opened':
    case 'vote.changed':
    case 'ballot.cast':
      return [keys.votes, keys.home, ...one(voteId, keys.vote)]
  }
}
