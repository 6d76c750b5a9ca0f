import type { cancelBody, extendBody, outcomeBody, reviewBody, withdrawBody } from '@cenacle/contract/decision'
import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import { http } from '../../../lib/http.ts'
import { useKeepVote, useRefreshVote, type Vote } from '../api.ts'

/** One act on a vote, after which the vote is known as it is then. */
const useAct = <Body>(id: string, send: (body: Body) => Promise<Vote>, after: () => void) =>
  useMutation({ mutationFn: send, onSuccess: useKeepVote(after), onError: useRefreshVote(id) })

export const useExtend = (id: string, after: () => void) =>
  useAct(id, (body: z.input<typeof extendBody>) => http.post<Vote>(`/api/votes/${id}/extend`, body), after)

export const useCloseEarly = (id: string, after: () => void) =>
  useAct(id, () => http.post<Vote>(`/api/votes/${id}/close`), after)

export const useWithdraw = (id: string, after: () => void) =>
  useAct(id, (body: z.input<typeof withdrawBody>) => http.post<Vote>(`/api/votes/${id}/withdrawals`, body), after)

export const useCancel = (id: string, after: () => void) =>
  useAct(id, (body: z.input<typeof cancelBody>) => http.post<Vote>(`/api/votes/${id}/cancel`, body), after)

export const useWriteOutcome = (id: string, after: () => void) =>
  useAct(id, (body: z.input<typeof outcomeBody>) => http.put<Vote>(`/api/votes/${id}/outcome`, body), after)

export const useReview = (id: string, after: () => void) =>
  useAct(id, (body: z.input<typeof reviewBody>) => http.put<Vote>(`/api/votes/${id}/review`, body), after)
