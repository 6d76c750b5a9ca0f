import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PageAnswer, PageItem, PagePerson } from '@cenacle/contract/page'
import type { List } from '@cenacle/contract/paging'
import { http, queryString } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'

const MOST = 500

/** Every page of a space: the tree is shown whole, so it is read to the end. */
const fetchPages = async (spaceId: string): Promise<PageItem[]> => {
  const pages: PageItem[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await http.get<List<PageItem>>(
      `/api/spaces/${encodeURIComponent(spaceId)}/pages${queryString({ limit: MOST, cursor })}`,
    )
    pages.push(...items)
    cursor = next ?? undefined
  } while (cursor)
  return pages
}

export const usePages = (spaceId: string | undefined) =>
  useQuery({
    queryKey: keys.pages(spaceId ?? ''),
    queryFn: () => fetchPages(spaceId ?? ''),
    enabled: spaceId !== undefined,
  })

export const usePage = (id: string) =>
  useQuery({ queryKey: keys.page(id), queryFn: () => http.get<PageAnswer>(`/api/pages/${encodeURIComponent(id)}`) })

/** Who writes in a page right now. */
export type PresentPerson = Pick<PagePerson, 'id' | 'name'>

/** @param isSignedIn names are for people, not for visitors of a public page */
export const usePagePeople = (id: string, isSignedIn: boolean) =>
  useQuery({
    enabled: isSignedIn,
    queryKey: keys.pagePeople(id),
    queryFn: async () => (await http.get<List<PagePerson>>(`/api/pages/${encodeURIComponent(id)}/people`)).items,
  })

export interface NewPage {
  title: string
  parentId: string | null
  templateId: string | null
}
export const useCreatePage = (spaceId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NewPage) => http.post<PageAnswer>(`/api/spaces/${spaceId}/pages`, body),
    onSuccess: (page) => {
      queries.setQueryData(keys.page(page.id), page)
      return queries.invalidateQueries({ queryKey: keys.pages(spaceId) })
    },
  })
}
