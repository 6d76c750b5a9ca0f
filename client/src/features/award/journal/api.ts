import { useInfiniteQuery } from '@tanstack/react-query'
import type { JournalAnswer, JournalEvent } from '@cenacle/contract/award-journal'
import { http, queryString } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

export type Done = JournalEvent

/** The journal of an edition, the newest first, page by page. Under `votes`: whatever changes an edition refreshes it. */
export const useJournal = (editionId: string) =>
  useInfiniteQuery({
    queryKey: [...keys.votes, 'awards', 'journal', editionId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      http.get<JournalAnswer>(`/api/awards/${editionId}/journal${queryString({ limit: '30', cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
  })
