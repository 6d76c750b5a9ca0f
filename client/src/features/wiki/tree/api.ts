import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PageAnswer, PageItem } from '@cenacle/contract/page'
import type { PageLine, PageMark, RestoredAnswer, TrashItem, TrashWith } from '@cenacle/contract/page-tree'
import type { List } from '@cenacle/contract/paging'
import { http, queryString } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'
import { type Place, withMove } from './moves.ts'

const useLines = <Item>(queryKey: readonly unknown[], path: string, limit?: number) =>
  useInfiniteQuery({
    queryKey,
    // No event says that one read a page, or that another text points to it.
    staleTime: 0,
    initialPageParam: '',
    queryFn: ({ pageParam }) => http.get<List<Item>>(`${path}${queryString({ cursor: pageParam, limit })}`),
    getNextPageParam: (page) => page.next,
  })

export const useTrash = (spaceId: string) => useLines<TrashItem>(keys.trash(spaceId), `/api/spaces/${spaceId}/trash`)
export const useUntouched = (spaceId: string) =>
  useLines<PageLine>(keys.untouched(spaceId), `/api/spaces/${spaceId}/pages/untouched`)
export const useBacklinks = (pageId: string) =>
  useLines<PageLine>(keys.backlinks(pageId), `/api/pages/${pageId}/backlinks`, 10)

/** What the viewer marked, and what they read last. */
export const useMyPages = (which: 'favourites' | 'seen') =>
  useLines<PageLine>([...keys.myPages, which], `/api/me/${which}`, 6)

export const useMark = (pageId: string, enabled: boolean) =>
  useQuery({ queryKey: keys.pageMark(pageId), enabled, queryFn: () => http.get<PageMark>(`/api/pages/${pageId}/mark`) })

export const useSetMark = (pageId: string) => {
  const queries = useQueryClient()
  const key = keys.pageMark(pageId)
  return useMutation({
    mutationFn: (body: PageMark) => http.put<PageMark>(`/api/pages/${pageId}/mark`, body),
    onMutate: (body) => {
      const before = queries.getQueryData<PageMark>(key)
      queries.setQueryData(key, body)
      return before
    },
    onError: (_error, _body, before) => queries.setQueryData(key, before),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.myPages }),
  })
}

/** Moves a page; it stands there at once, and goes back when the server says no. */
export const useMovePage = (spaceId: string) => {
  const queries = useQueryClient()
  const key = keys.pages(spaceId)
  return useMutation({
    mutationFn: ({ id, ...place }: Place & { id: string }) => http.patch<PageAnswer>(`/api/pages/${id}`, place),
    onMutate: async ({ id, ...place }) => {
      await queries.cancelQueries({ queryKey: key, exact: true })
      const before = queries.getQueryData<PageItem[]>(key)
      if (before) queries.setQueryData(key, withMove(before, id, place))
      return before
    },
    onError: (_error, _move, before) => before && queries.setQueryData(key, before),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export const useRenamePage = (spaceId: string) => {
  const queries = useQueryClient()
  const key = keys.pages(spaceId)
  return useMutation({
    mutationFn: ({ id, title }: { id: string; title: string }) => http.patch<PageAnswer>(`/api/pages/${id}`, { title }),
    onSuccess: (page) => {
      queries.setQueryData<PageItem[]>(key, (pages) =>
        pages?.map((one) => (one.id === page.id ? { ...one, title: page.title } : one)),
      )
      return Promise.all([keys.page(page.id), keys.myPages].map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
  })
}

/** Everything that shows pages of the space: what goes takes others along. */
const useRefresh = (spaceId: string) => {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [keys.pages(spaceId), keys.trash(spaceId), keys.myPages, keys.home].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
}

export const useTrashPage = (spaceId: string) => {
  const refresh = useRefresh(spaceId)
  return useMutation({
    mutationFn: ({ id, what }: { id: string; what: TrashWith }) =>
      http.delete(`/api/pages/${id}${queryString({ with: what })}`),
    // Not awaited: the question goes and the way back is there as soon as the page is gone.
    onSuccess: () => void refresh(),
  })
}

export const useRestore = (spaceId: string) => {
  const refresh = useRefresh(spaceId)
  return useMutation({
    mutationFn: (id: string) => http.post<RestoredAnswer>(`/api/trash/${id}/restore`),
    onSuccess: refresh,
  })
}

export const usePurge = (spaceId: string) => {
  const refresh = useRefresh(spaceId)
  return useMutation({ mutationFn: (id: string) => http.delete(`/api/trash/${id}`), onSuccess: refresh })
}
