import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  acceptBody,
  invitationCheck,
  Me,
  ProfileBody,
  passwordBody,
  setupAnswer,
  setupBody,
} from '@cenacle/contract/person'
import type { DemoAnswer, SessionAnswer, sessionsAnswer } from '@cenacle/contract/session'
import type { z } from 'zod'
import { http } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'
import { asProblem } from '../../lib/problem.ts'
import { forgetAllBut } from '../../lib/session.ts'

/** What follows a sign-in by whatever way: the new session is known, and nothing read before is kept. */
const useEntered = () => {
  const queries = useQueryClient()
  return ({ person }: SessionAnswer): void => forgetAllBut(queries, person)
}

export const useSignIn = () =>
  useMutation({
    mutationFn: (body: { email: string; password: string }) => http.post<SessionAnswer>('/api/session', body),
    onSuccess: useEntered(),
  })

/** The people of the demonstration; null where this is not one. */
export const useDemo = () =>
  useQuery({
    queryKey: keys.demo,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      try {
        return await http.get<DemoAnswer>('/api/demo')
      } catch (error) {
        if (asProblem(error)?.status === 404) return null
        throw error
      }
    },
  })

export const useAskReset = () =>
  useMutation({ mutationFn: (email: string) => http.post('/api/password-resets', { email }) })

export const useReset = () =>
  useMutation({
    mutationFn: (body: { token: string; password: string }) =>
      http.post<SessionAnswer>('/api/password-resets/redeem', body),
    onSuccess: useEntered(),
  })

export const useInvitationCheck = (token: string) =>
  useQuery({
    queryKey: keys.invitation(token),
    retry: false,
    queryFn: () => http.post<z.infer<typeof invitationCheck>>('/api/invitations/check', { token }),
  })

export const useAccept = () =>
  useMutation({
    mutationFn: (body: z.input<typeof acceptBody>) => http.post<SessionAnswer>('/api/invitations/accept', body),
    onSuccess: useEntered(),
  })

export const useSetupNeeded = () =>
  useQuery({ queryKey: keys.setup, queryFn: () => http.get<z.infer<typeof setupAnswer>>('/api/setup') })

export const useSetup = () =>
  useMutation({
    mutationFn: (body: z.input<typeof setupBody>) => http.post<SessionAnswer>('/api/setup', body),
    onSuccess: useEntered(),
  })

const useKeepMe = () => {
  const queries = useQueryClient()
  return (me: Me): void => {
    queries.setQueryData(keys.session, me)
  }
}

export const useSaveProfile = () =>
  useMutation({ mutationFn: (body: ProfileBody) => http.patch<Me>('/api/me', body), onSuccess: useKeepMe() })

export const useSavePortrait = () =>
  useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.set('portrait', file)
      return http.put<Me>('/api/me/portrait', body)
    },
    onSuccess: useKeepMe(),
  })

export const useRemovePortrait = () =>
  useMutation({ mutationFn: () => http.delete<Me>('/api/me/portrait'), onSuccess: useKeepMe() })

export const useChangePassword = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof passwordBody>) => http.put('/api/me/password', body),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.sessions }),
  })
}

export const useSessions = () =>
  useQuery({ queryKey: keys.sessions, queryFn: () => http.get<z.infer<typeof sessionsAnswer>>('/api/sessions') })

export const useEndSession = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => http.delete(`/api/sessions/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.sessions }),
  })
}

/** Ends every session of this account, this one included. */
export const useSignOutEverywhere = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.delete('/api/sessions'),
    onSuccess: () => forgetAllBut(queries, null),
  })
}
