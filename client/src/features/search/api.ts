import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { SearchAnswer } from '@cenacle/contract/search'
import { http, queryString } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'

export type SearchItem = SearchAnswer['items'][number]
export type SearchKind = SearchItem['kind']

export const useSearch = (q: string, kind: SearchKind | undefined) =>
  useInfiniteQuery({
    queryKey: keys.search(q, kind),
    enabled: q !== '',
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      http.get<SearchAnswer>(`/api/search${queryString({ q, kind, cursor: pageParam })}`, { signal }),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
