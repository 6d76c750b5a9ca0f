import type { createDecisionBody, DraftAnswer } from '@cenacle/contract/decision'
import type { List } from '@cenacle/contract/paging'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { z } from 'zod'
import { http, queryString } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'
import { useKeepVote, type Vote } from '../api.ts'
import type { DraftBody } from './asking.ts'

export type Draft = DraftAnswer

const MOST = 100
const DRAFTS = '/api/decisions/drafts'

/** Questions on their way to a vote that the viewer may see. @param spaceId of one space alone */
export const useQuestionDrafts = (spaceId?: string) =>
  useQuery({
    queryKey: [...keys.drafts, spaceId],
    queryFn: () => http.get<List<Draft>>(`${DRAFTS}${queryString({ spaceId, limit: MOST })}`),
    select: (page) => page.items,
  })

export const useQuestionDraft = (id: string) =>
  useQuery({ queryKey: keys.draft(id), queryFn: () => http.get<Draft>(`${DRAFTS}/${id}`) })

/**
 * Creates or changes a draft; with a date of opening it opens by itself.
 * @param id undefined for a new one, which has an id from then on, even when its date is refused
 */
export const useSaveDraft = (id: string | undefined) => {
  const queries = useQueryClient()
  const known = useRef(id)
  return useMutation({
    mutationFn: async ({ spaceId, source, ...body }: DraftBody) => {
      const draft =
        known.current === undefined
          ? await http.post<Draft>(DRAFTS, { spaceId, source, ...body })
          : await http.patch<Draft>(`${DRAFTS}/${known.current}`, body)
      known.current = draft.id
      return body.opensAt ? http.put<Draft>(`${DRAFTS}/${draft.id}/schedule`) : draft
    },
    onSuccess: (draft) => queries.setQueryData(keys.draft(draft.id), draft),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.drafts }),
  })
}

export const useRemoveDraft = (after: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => http.delete(`${DRAFTS}/${id}`),
    onSuccess: async () => {
      after()
      await queries.invalidateQueries({ queryKey: keys.drafts })
    },
  })
}

/** Opens a question now: a draft as it was last written, or one that was never kept. */
export const useOpenDecision = (id: string | undefined) => {
  const keep = useKeepVote()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: z.input<typeof createDecisionBody>): Promise<Vote> => {
      if (id === undefined) return http.post<Vote>('/api/decisions', body)
      const { spaceId: _space, source: _source, ...changes } = body
      await http.patch(`${DRAFTS}/${id}`, { ...changes, opensAt: null })
      return http.post<Vote>(`${DRAFTS}/${id}/open`)
    },
    onSuccess: async (vote) => {
      await keep(vote)
      await queries.invalidateQueries({ queryKey: keys.drafts })
    },
  })
}
