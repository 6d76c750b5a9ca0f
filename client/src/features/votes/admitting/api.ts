import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AdmissionsAnswer, AdmissionsBody } from '@cenacle/contract/admissions'
import { http } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

const KEY = ['admissions']

/** The rules that the next vote on a candidacy is opened with. */
export const useAdmissions = () =>
  useQuery({ queryKey: KEY, queryFn: () => http.get<AdmissionsAnswer>('/api/settings/admissions') })

export const useSetAdmissions = (after: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: AdmissionsBody) => http.put<AdmissionsAnswer>('/api/settings/admissions', body),
    onSuccess: (answer) => {
      queries.setQueryData(KEY, answer)
      after()
      // Those that wait for their vote say how long it may last.
      return queries.invalidateQueries({ queryKey: keys.candidacies })
    },
  })
}
