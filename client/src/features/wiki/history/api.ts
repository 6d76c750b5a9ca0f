import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AuthorsAnswer,
  DiffAnswer,
  RestoredAnswer,
  TimelineAnswer,
  VersionAnswer,
} from '@cenacle/contract/history'
import { http, queryString } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

const urlOf = (pageId: string): string => `/api/pages/${encodeURIComponent(pageId)}`

export const useTimeline = (pageId: string) =>
  useQuery({
    queryKey: keys.pageTimeline(pageId),
    queryFn: () => http.get<TimelineAnswer>(`${urlOf(pageId)}/timeline`),
  })

/** What was does not change: it is read once. The text that one saw stays while the next is on its way. */
const past = { staleTime: Number.POSITIVE_INFINITY, placeholderData: keepPreviousData }

/** @param seq null while there is nothing to read */
export const useVersion = (pageId: string, seq: number | null) =>
  useQuery({
    ...past,
    enabled: seq !== null,
    queryKey: keys.pagePast(pageId, 'version', seq ?? 0),
    queryFn: ({ signal }) => http.get<VersionAnswer>(`${urlOf(pageId)}/versions/${seq}`, { signal }),
  })

/** Two versions, the older one first. */
export interface Pair {
  from: number
  to: number
}
/** @param pair null while there is nothing to compare */
export const useDiff = (pageId: string, pair: Pair | null) =>
  useQuery({
    ...past,
    enabled: pair !== null,
    queryKey: keys.pagePast(pageId, 'diff', pair?.from ?? 0, pair?.to ?? 0),
    queryFn: ({ signal }) => http.get<DiffAnswer>(`${urlOf(pageId)}/diff${queryString({ ...pair })}`, { signal }),
  })

/** @param seq of the page as it is: what is written makes it old */
export const useAuthors = (pageId: string, seq: number) =>
  useQuery({
    ...past,
    queryKey: keys.pagePast(pageId, 'authors', seq),
    queryFn: ({ signal }) => http.get<AuthorsAnswer>(`${urlOf(pageId)}/authors`, { signal }),
  })

/** What changes a page's history, or the page by it. */
export type HistoryAct =
  | { act: 'restore'; seq: number }
  | { act: 'passage'; from: number; to: number; change: number }
  | { act: 'undo'; seq: number }
  | { act: 'name'; seq: number; name: string }
  | { act: 'unname'; seq: number }

const send = (pageId: string, change: HistoryAct): Promise<RestoredAnswer | null> => {
  const url = urlOf(pageId)
  switch (change.act) {
    case 'restore':
      return http.post(`${url}/versions/${change.seq}/restore`)
    case 'undo':
      return http.post(`${url}/versions/${change.seq}/undo`)
    case 'passage': {
      const { act: _, ...body } = change
      return http.post(`${url}/passages/restore`, body)
    }
    case 'name':
      return http.put(`${url}/versions/${change.seq}/name`, { name: change.name })
    case 'unname':
      return http.delete(`${url}/versions/${change.seq}/name`)
  }
}

export const useChangeHistory = (pageId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: HistoryAct) => send(pageId, change),
    onSuccess: () =>
      Promise.all([keys.page, keys.pageParts].map((key) => queries.invalidateQueries({ queryKey: key(pageId) }))),
  })
}
