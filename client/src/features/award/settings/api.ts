import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AwardSettingsBody } from '@cenacle/contract/award'
import { http } from '../../../lib/http.ts'

const url = '/api/settings/award'
const settings = ['award-settings']

/** What whoever files an entry is told of their data. */
export const useAwardSettings = () => useQuery({ queryKey: settings, queryFn: () => http.get<AwardSettingsBody>(url) })

export const useSetAwardSettings = (after: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: AwardSettingsBody) => http.put<AwardSettingsBody>(url, body),
    onSuccess: (answer) => {
      queries.setQueryData(settings, answer)
      after()
      return queries.invalidateQueries({ queryKey: ['calls'] })
    },
  })
}
