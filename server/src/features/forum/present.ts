import type { Author } from '@cenacle/contract/person'
import type { Post, TopicAnswer, TopicItem } from '@cenacle/contract/forum'
import type { Viewer } from '../../context.ts'
import * as policy from '../../policy/topic.ts'
import { presentAuthor } from '../accounts/present.ts'
import { factsOf, postFactsOf, type PostRow, type TopicRow, type WholeTopic } from './rows.ts'

/** Null where the person is gone. */
export const authorOf = (id: string | null, name: string | null, portrait: string | null): Author | null =>
  id !== null && name !== null ? presentAuthor({ id, name, portrait_key: portrait }) : null

const fieldsOf = (viewer: Viewer, row: TopicRow) => ({
  id: row.id,
  spaceId: row.space_id,
  spaceSlug: row.space_slug,
  spaceName: row.space_name,
  title: row.title,
  author: authorOf(row.author_id, row.author_name, row.author_portrait),
  createdAt: row.created_at.toISOString(),
  lastPostAt: row.last_post_at.toISOString(),
  lastAuthor: authorOf(row.last_author_id, row.last_name, row.last_portrait),
  postCount: row.post_count,
  readNumber: row.read_number,
  // A visitor has no read position, so nothing that is new to them.
  unread: viewer.kind === 'person' ? Math.max(0, row.post_count - row.read_number) : 0,
  closedAt: row.closed_at?.toISOString() ?? null,
})

export const presentTopicItem = (viewer: Viewer, row: TopicRow): TopicItem => ({
  ...fieldsOf(viewer, row),
  excerpt: row.excerpt,
})

export function presentTopic(viewer: Viewer, row: WholeTopic): TopicAnswer {
  const facts = factsOf(viewer, row)
  return {
    ...fieldsOf(viewer, row),
    body: row.body,
    html: row.html,
    can: {
      reply: policy.reply(facts) === null,
      edit: policy.rename(facts) === null,
      close: policy.close(facts) === null,
    },
  }
}

export function presentPost(viewer: Viewer, topic: TopicRow, row: PostRow): Post {
  const facts = postFactsOf(viewer, topic, row)
  return {
    id: row.id,
    topicId: row.topic_id,
    number: row.number,
    author: authorOf(row.author_id, row.author_name, row.author_portrait),
    body: row.body,
    html: row.html,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    pollId: row.poll_id,
    can: { edit: policy.editPost(facts) === null, remove: policy.removePost(facts) === null },
  }
}
