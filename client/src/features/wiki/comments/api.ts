import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NewPlace, Thread } from '@cenacle/contract/comment'
import type { List } from '@cenacle/contract/paging'
import { http, queryString } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

/** Every thread of a page: they are shown beside it, so they are read to the end. */
const fetchThreads = async (pageId: string): Promise<Thread[]> => {
  const threads: Thread[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await http.get<List<Thread>>(`/api/pages/${pageId}/threads${queryString({ cursor })}`)
    threads.push(...items)
    cursor = next ?? undefined
  } while (cursor)
  return threads
}

/** @param isEnabled false for whoever does not see comments */
export const useThreads = (pageId: string, isEnabled: boolean) =>
  useQuery({ queryKey: keys.pageThreads(pageId), enabled: isEnabled, queryFn: () => fetchThreads(pageId) })

/** A change of threads: what came back is shown at once, then all is read again. */
const useChange = <Input>(
  pageId: string,
  act: (input: Input) => Promise<Thread | void>,
  after?: (thread?: Thread) => void,
) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (thread) => {
      if (thread) {
        queries.setQueryData<Thread[]>(keys.pageThreads(pageId), (known = []) =>
          known.some(({ id }) => id === thread.id)
            ? known.map((one) => (one.id === thread.id ? thread : one))
            : [...known, thread],
        )
      }
      after?.(thread ?? undefined)
      return queries.invalidateQueries({ queryKey: keys.pageThreads(pageId) })
    },
  })
}

/** Sent under a key: twice, it is there once. */
interface Sending {
  body: string
  sendKey: string
}
const once = (sendKey: string) => ({ headers: { 'idempotency-key': sendKey } })

/** @param after also called where the form is gone */
export const useCreateThread = (pageId: string, after: (thread?: Thread) => void) => {
  const queries = useQueryClient()
  return useChange(
    pageId,
    ({ body, sendKey, place }: Sending & { place: NewPlace | null }) =>
      http.post<Thread>(`/api/pages/${pageId}/threads`, { body, place }, once(sendKey)),
    (thread) => {
      after(thread)
      // The page's text shows the passage.
      void queries.invalidateQueries({ queryKey: keys.page(pageId), exact: true })
    },
  )
}
export const useReply = ({ id, pageId }: Thread, after: () => void) =>
  useChange(
    pageId,
    ({ body, sendKey }: Sending) => http.post<Thread>(`/api/threads/${id}/comments`, { body }, once(sendKey)),
    after,
  )
export const useResolve = ({ id, pageId }: Thread, after: (thread?: Thread) => void) =>
  useChange(pageId, (resolved: boolean) => http.patch<Thread>(`/api/threads/${id}`, { resolved }), after)
export const useRemoveThread = ({ id, pageId }: Thread, after: () => void) =>
  useChange(pageId, () => http.delete(`/api/threads/${id}`), after)
export const useEditComment = (pageId: string, commentId: string, after: () => void) =>
  useChange(pageId, (body: string) => http.patch<Thread>(`/api/comments/${commentId}`, { body }), after)
export const useRemoveComment = (pageId: string, commentId: string, after: () => void) =>
  useChange(pageId, () => http.delete(`/api/comments/${commentId}`), after)
