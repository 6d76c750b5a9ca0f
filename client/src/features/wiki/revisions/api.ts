import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PageAnswer } from '@cenacle/contract/page'
import type { Comparison, RevisionsAnswer } from '@cenacle/contract/revision'
import { http } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

const urlOf = (pageId: string): string => `/api/pages/${encodeURIComponent(pageId)}`

/** What is proposed for a page, and the votes on it; of a revision, its page and the votes that it went through. */
export const useRevisions = (pageId: string) =>
  useQuery({
    queryKey: keys.revisions(pageId),
    queryFn: () => http.get<RevisionsAnswer>(`${urlOf(pageId)}/revisions`),
  })

/** What a revision would change of its page as both are now. */
export const useComparison = (pageId: string) =>
  useQuery({
    queryKey: keys.comparison(pageId),
    queryFn: () => http.get<Comparison>(`${urlOf(pageId)}/comparison`),
  })

/** Begins a revision of a page. */
export const usePropose = (
  pageId: string,
  { onBegun, onError }: { onBegun: (id: string) => void; onError: (error: Error) => void },
) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.post<PageAnswer>(`${urlOf(pageId)}/revisions`),
    onSuccess: async (page) => {
      queries.setQueryData(keys.page(page.id), page)
      onBegun(page.id)
      await queries.invalidateQueries({ queryKey: keys.revisions(pageId) })
    },
    onError,
  })
}
