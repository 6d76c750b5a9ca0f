import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  createPostBody,
  createTopicBody,
  Post,
  revisionsAnswer,
  TopicAnswer,
  TopicItem,
} from '@cenacle/contract/forum'
import type { List } from '@cenacle/contract/paging'
import type { z } from 'zod'
import { http, queryString } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'
import { firstWindow, nextWindow, pageOf, previousWindow } from './windows.ts'

export type Topic = TopicAnswer
export type { Post, TopicItem }
export type NewPost = z.input<typeof createPostBody>
export type Revision = z.infer<typeof revisionsAnswer>['items'][number]

/** Posts read at a time, and how many such pages stay on the screen: long topics stay light. */
const PAGE = 20
const MOST_PAGES = 5

export const useTopics = (spaceId: string) =>
  useInfiniteQuery({
    queryKey: keys.topics(spaceId),
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      http.get<List<TopicItem>>(`/api/spaces/${spaceId}/topics${queryString({ cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
  })

export const useTopic = (id: string) =>
  useQuery({ queryKey: keys.topic(id), queryFn: () => http.get<Topic>(`/api/topics/${id}`) })

/** Posts around a number, and on from there in both directions. */
export const usePosts = (topicId: string, start: number) =>
  useInfiniteQuery({
    queryKey: [...keys.posts(topicId), start],
    initialPageParam: firstWindow(start),
    queryFn: async ({ pageParam, signal }) =>
      pageOf(
        pageParam,
        await http.get<List<Post>>(`/api/topics/${topicId}/posts${queryString({ ...pageParam, limit: PAGE })}`, {
          signal,
        }),
      ),
    getNextPageParam: nextWindow,
    getPreviousPageParam: previousWindow,
    maxPages: MOST_PAGES,
  })

export const useRevisions = (postId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['revisions', postId],
    enabled,
    staleTime: 0,
    queryFn: () => http.get<List<Revision>>(`/api/posts/${postId}/revisions`),
    select: (page) => page.items,
  })

const refreshTopic = (queries: QueryClient, topicId: string, spaceId: string): Promise<unknown> =>
  Promise.all([
    queries.invalidateQueries({ queryKey: keys.topic(topicId) }),
    queries.invalidateQueries({ queryKey: keys.topics(spaceId) }),
    queries.invalidateQueries({ queryKey: keys.home }),
  ])

/** What is created under a key: sent twice, it is there once. */
export interface Sending<Body> {
  body: Body
  sendKey: string
}
const once = (sendKey: string) => ({ headers: { 'idempotency-key': sendKey } })

/** Opens a topic. @param after also called where the form is gone */
export const useCreateTopic = (spaceId: string, after: (topic: Topic) => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, sendKey }: Sending<z.input<typeof createTopicBody>>) =>
      http.post<Topic>(`/api/spaces/${spaceId}/topics`, body, once(sendKey)),
    onSuccess: (topic) => {
      queries.setQueryData(keys.topic(topic.id), topic)
      after(topic)
      void refreshTopic(queries, topic.id, spaceId)
    },
  })
}

/**
 * Replies. Pending until the reply stands among the others.
 * @param onStored the server has it
 * @param onShown it stands there; also called where the box is gone
 */
export const useReply = (
  { id, spaceId }: Pick<Topic, 'id' | 'spaceId'>,
  onStored: () => void,
  onShown: (post: Post) => void,
) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, sendKey }: Sending<NewPost>) =>
      http.post<Post>(`/api/topics/${id}/posts`, body, once(sendKey)),
    onSuccess: async (post) => {
      onStored()
      await refreshTopic(queries, id, spaceId)
      onShown(post)
    },
  })
}

export const useEditPost = (post: Post, after: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: string) => http.patch<Post>(`/api/posts/${post.id}`, { body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.topic(post.topicId) })
      after()
    },
  })
}

export const useRemovePost = (post: Post, after: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.delete(`/api/posts/${post.id}`),
    onSuccess: async () => {
      after()
      await queries.invalidateQueries({ queryKey: keys.topic(post.topicId) })
    },
  })
}

export const useUpdateTopic = (id: string, after: (topic: Topic) => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: { title?: string; closed?: boolean }) => http.patch<Topic>(`/api/topics/${id}`, change),
    onSuccess: (topic) => {
      queries.setQueryData(keys.topic(id), topic)
      after(topic)
      void refreshTopic(queries, id, topic.spaceId)
    },
  })
}

/** Tells the server how far one has read. A failure is nobody's business: the next position says it again. */
export const useMarkRead = ({ id, spaceId }: Pick<Topic, 'id' | 'spaceId'>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (number: number) => http.put(`/api/topics/${id}/read`, { number }),
    onSuccess: (_, number) => {
      queries.setQueryData<Topic>(
        keys.topic(id),
        (topic) =>
          topic && {
            ...topic,
            readNumber: Math.max(topic.readNumber, number),
            unread: Math.max(0, topic.postCount - Math.max(topic.readNumber, number)),
          },
      )
      void queries.invalidateQueries({ queryKey: keys.topics(spaceId) })
      void queries.invalidateQueries({ queryKey: keys.home })
    },
  })
}
