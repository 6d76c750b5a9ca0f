import type { List } from '@cenacle/contract/paging'
import type { RecoveredItem } from '@cenacle/contract/recovered'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from './http.ts'
import { keys } from './keys.ts'

const pathOf = (pageId: string): string => `/api/pages/${encodeURIComponent(pageId)}/recovered`

/** What a merge took away from a page; for those who may write it. */
export const useRecovered = (pageId: string, isEnabled = true) =>
  useQuery({
    queryKey: keys.recovered(pageId),
    queryFn: async () => (await http.get<List<RecoveredItem>>(pathOf(pageId))).items,
    enabled: isEnabled,
  })

/** Lets a piece go, for everybody; that somebody else was faster is as good. */
export const useDropRecovered = (pageId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (key: string) => http.post(`${pathOf(pageId)}/${key}/dismiss`, undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.recovered(pageId) }),
  })
}
