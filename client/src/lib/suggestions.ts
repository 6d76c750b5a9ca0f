import type { List } from '@cenacle/contract/paging'
import type { SuggestionItem } from '@cenacle/contract/suggestion'
import { useQuery } from '@tanstack/react-query'
import { http } from './http.ts'
import { keys } from './keys.ts'

/** What is proposed in a page, by whom and when, as the server knows it. */
export const useSuggestions = (pageId: string, isEnabled = true) =>
  useQuery({
    queryKey: keys.suggestions(pageId),
    queryFn: async () =>
      (await http.get<List<SuggestionItem>>(`/api/pages/${encodeURIComponent(pageId)}/suggestions`)).items,
    enabled: isEnabled,
  })
