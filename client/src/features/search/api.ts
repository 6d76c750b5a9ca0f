import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { PageState } from '@cenacle/contract/publication'
import type { SearchAnswer } from '@cenacle/contract/search'
import { http, queryString } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'

export type SearchItem = SearchAnswer['items'][number]
export type SearchKind = SearchItem['kind']

/** What a search is narrowed to besides the kind. */
export interface Narrowing {
  spaceId?: string | undefined
  authorId?: string | undefined
  state?: PageState | undefined
}

export const useSearch = (q: string, kind: SearchKind | undefined, narrowing: Narrowing) =>
  useInfiniteQuery({
    queryKey: keys.search(q, kind, narrowing),
    enabled: q !== '',
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      http.get<SearchAnswer>(`/api/search${queryString({ q, kind, ...narrowing, cursor: pageParam })}`, { signal }),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
