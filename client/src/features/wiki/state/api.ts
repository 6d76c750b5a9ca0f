import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PageAnswer } from '@cenacle/contract/page'
import { http } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

export type StateChange =
  | { act: 'publish'; seq: number }
  | { act: 'withdraw' }
  | { act: 'freeze'; reason: string }
  | { act: 'release' }

const send = (pageId: string, change: StateChange): Promise<PageAnswer> => {
  const url = `/api/pages/${encodeURIComponent(pageId)}`
  switch (change.act) {
    case 'publish':
      return http.put(`${url}/publication`, { seq: change.seq })
    case 'withdraw':
      return http.delete(`${url}/publication`)
    case 'freeze':
      return http.put(`${url}/freeze`, { reason: change.reason })
    case 'release':
      return http.delete(`${url}/freeze`)
  }
}

/** Publishes a page, freezes it, or takes that back. */
export const useChangeState = ({ id, spaceId }: Pick<PageAnswer, 'id' | 'spaceId'>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: StateChange) => send(id, change),
    onSuccess: (page) => {
      queries.setQueryData(keys.page(id), page)
      return queries.invalidateQueries({ queryKey: keys.pages(spaceId) })
    },
    onError: () => queries.invalidateQueries({ queryKey: keys.page(id) }),
  })
}
