import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PollAnswer, PollBody } from '@cenacle/contract/poll'
import { http } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

export type Poll = PollAnswer

export const usePoll = (topicId: string, pollId: string) =>
  useQuery({ queryKey: keys.poll(topicId, pollId), queryFn: () => http.get<Poll>(`/api/polls/${pollId}`) })

const keep = (queries: QueryClient, poll: Poll): unknown => queries.setQueryData(keys.poll(poll.topicId, poll.id), poll)

/** Answers, or changes one's answer. Refused because it has just closed, the poll is read again. */
export const useAnswerPoll = ({ id, topicId }: Pick<Poll, 'id' | 'topicId'>, after: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (choices: readonly number[]) => http.put<Poll>(`/api/polls/${id}/ballot`, { choices }),
    onSuccess: (poll) => {
      keep(queries, poll)
      after()
    },
    onError: () => queries.invalidateQueries({ queryKey: keys.poll(topicId, id) }),
  })
}

/** Puts a poll below a post, or corrects the one that is there. */
export const useWritePoll = (
  of: { postId: string; topicId: string; pollId?: string | undefined },
  after: () => void,
) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: PollBody) =>
      of.pollId === undefined
        ? http.post<Poll>(`/api/posts/${of.postId}/poll`, body)
        : http.patch<Poll>(`/api/polls/${of.pollId}`, body),
    onSuccess: async (poll) => {
      keep(queries, poll)
      await queries.invalidateQueries({ queryKey: keys.topic(of.topicId) })
      after()
    },
  })
}

export const useClosePoll = (id: string, after: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.post<Poll>(`/api/polls/${id}/close`),
    onSuccess: (poll) => {
      keep(queries, poll)
      after()
    },
  })
}

export const useRemovePoll = ({ id, topicId }: Pick<Poll, 'id' | 'topicId'>, after: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.delete(`/api/polls/${id}`),
    onSuccess: async () => {
      after()
      await queries.invalidateQueries({ queryKey: keys.posts(topicId) })
    },
  })
}
