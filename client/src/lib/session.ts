import { useState } from 'react'
import { type QueryClient, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { Me } from '@cenacle/contract/person'
import type { SessionAnswer } from '@cenacle/contract/session'
import { http } from './http.ts'
import { keys } from './keys.ts'
import { forgetPageDrafts } from './page-drafts.ts'
import { isSignedOut } from './problem.ts'

const fetchSession = async (): Promise<Me | null> => {
  try {
    return (await http.get<SessionAnswer>('/api/session')).person
  } catch (error) {
    if (isSignedOut(error)) return null
    throw error
  }
}

/** Options of the session's query; also used to start it before React does. */
export const sessionQuery = { queryKey: keys.session, queryFn: fetchSession, staleTime: 5 * 60_000 } as const

/** Who is signed in: null when nobody is. */
export const useSession = (): UseQueryResult<Me | null> => useQuery(sessionQuery)

/** One's own account, on screens that only exist when somebody is signed in. */
export const useMe = (): Me => {
  const { data } = useSession()
  // When a session ends, a screen may be rendered once more before what is around it takes it away.
  const [first] = useState(data)
  const me = data ?? first
  if (!me) throw new Error('useMe on a screen that is open to everybody: use useSession')
  return me
}

/** What the screens before the sign-in read, which is nobody's. */
const beforeSignIn = new Set<string>([keys.session, keys.demo, keys.setup, keys.invitation('')].map(([first]) => first))

/**
 * Forgets everything that was read by whoever was signed in. The session itself is replaced, not removed: the shell
 * watches it.
 */
export const forgetAllBut = (queries: QueryClient, me: Me | null): void => {
  queries.removeQueries({ predicate: ({ queryKey }) => !beforeSignIn.has(String(queryKey[0])) })
  if (!me) queries.setQueryData(keys.left, true)
  queries.setQueryData(keys.session, me)
}

/** Only who has voted in secret has any: they do not weigh on the first load. Without a network, sign-out itself has failed. */
const forgetReceipts = async (): Promise<void> => {
  const { receipts } = await import('./receipts.ts')
  receipts.forgetAll()
}

/** Ends this session. */
export const useSignOut = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.delete('/api/session'),
    onSuccess: () => {
      forgetAllBut(queries, null)
      void forgetPageDrafts()
      void forgetReceipts()
    },
  })
}
