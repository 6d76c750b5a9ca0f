import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OutboxAnswer, SeatsAnswer, SeatsBody } from '@cenacle/contract/admin'
import type { List } from '@cenacle/contract/paging'
import type { administerBody, PersonAnswer } from '@cenacle/contract/person'
import type { z } from 'zod'
import { http, queryString } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'

/** Everybody who has an account, by name. @param q part of a name, an employer or an address */
export const useAccounts = (q: string) =>
  useInfiniteQuery({
    queryKey: [...keys.people, 'accounts', q],
    initialPageParam: '',
    queryFn: ({ pageParam }) => http.get<List<PersonAnswer>>(`/api/people${queryString({ q, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export type Administering = z.input<typeof administerBody>
/** Changes the role, the administration or the suspension of somebody else. */
export const useAdminister = (personId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Administering) => http.patch<PersonAnswer>(`/api/people/${personId}`, body),
    onSuccess: () =>
      Promise.all([keys.people, ['space'], keys.home].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}

export const useSeats = () =>
  useQuery({ queryKey: keys.seats, queryFn: () => http.get<SeatsAnswer>('/api/settings/seats') })

export const useSetSeats = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: SeatsBody) => http.put<SeatsAnswer>('/api/settings/seats', body),
    onSuccess: (answer) => {
      queries.setQueryData(keys.seats, answer)
      return queries.invalidateQueries({ queryKey: keys.home })
    },
  })
}

/** The mails that stayed on the server. Each reading leaves a trace, so that nothing asks again on its own. */
export const useOutbox = () =>
  useQuery({
    queryKey: keys.outbox,
    queryFn: () => http.get<OutboxAnswer>('/api/outbox'),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
