import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ApplyEntryBody,
  CallsAnswer,
  CategoryAnswer,
  confirmedEntryAnswer,
  EditionAnswer,
  enterBody,
  entriesAnswer,
  EntryAnswer,
} from '@cenacle/contract/award'
import type { ConflictsAnswer, declareBody } from '@cenacle/contract/award-jury'
import type { z } from 'zod'
import { http } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

export type Call = CallsAnswer['items'][number]
export type Edition = EditionAnswer
export type Category = CategoryAnswer
export type Entry = EntryAnswer
export type Conflict = ConflictsAnswer['items'][number]

/** Under `votes`, so that the hint of an award, of a jury or of a ballot refreshes them. */
const awards = [...keys.votes, 'awards']
const editionKey = (id: string) => [...awards, id]
const calls = ['calls']

/** The calls that are open to everybody now. */
export const useCalls = () => useQuery({ queryKey: calls, queryFn: () => http.get<CallsAnswer>('/api/calls') })

/** Sends what the public form says: it counts once the mail's link is followed. */
export const useApplyEntry = (editionId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: ApplyEntryBody) => http.post<{ received: true }>(`/api/calls/${editionId}/entries`, body),
    // Refused because the call has closed meanwhile: the screen says so.
    onError: () => void queries.invalidateQueries({ queryKey: calls }),
  })
}

/** Files the entry by the link of the mail. Its secret travels in the body, which no log keeps. */
export const useConfirmEntry = () =>
  useMutation({
    mutationFn: (token: string) => http.post<z.infer<typeof confirmedEntryAnswer>>('/api/calls/confirm', { token }),
  })

export const useEdition = (id: string) =>
  useQuery({ queryKey: editionKey(id), queryFn: () => http.get<Edition>(`/api/awards/${id}`) })

/** The edition and the category of a jury; null for a vote that is none. */
export const useJury = (voteId: string) =>
  useQuery({
    queryKey: awards,
    queryFn: () => http.get<{ items: Edition[] }>('/api/awards'),
    select: ({ items }) => {
      for (const edition of items) {
        const category = edition.categories.find((one) => one.voteId === voteId)
        if (category) return { edition, category }
      }
      return null
    },
  })

/** @param editionId undefined while it is not known */
export const useEntries = (editionId: string | undefined) =>
  useQuery({
    queryKey: [...editionKey(editionId ?? ''), 'entries'],
    enabled: editionId !== undefined,
    queryFn: () => http.get<z.infer<typeof entriesAnswer>>(`/api/awards/${editionId}/entries`),
    select: ({ items }) => items,
  })

/** Files an entry from inside the committee. */
export const useEnter = (editionId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof enterBody>) => http.post(`/api/awards/${editionId}/entries`, body),
    onSettled: () => queries.invalidateQueries({ queryKey: awards }),
  })
}

/** One's own conflicts of interest in an edition. @param personId one's own: those who run the award read all of them here */
export const useOwnConflicts = (editionId: string, personId: string) =>
  useQuery({
    queryKey: [...editionKey(editionId), 'conflicts'],
    queryFn: () => http.get<ConflictsAnswer>(`/api/awards/${editionId}/conflicts`),
    select: ({ items }) => items.filter(({ person }) => person.id === personId),
  })

/** What the viewer said of their ties in a category that they judge; undefined where they judge nothing, or before it is known. */
export const useOwnTies = (editionId: string | undefined, categoryId: string | undefined) =>
  useQuery({
    queryKey: [...editionKey(editionId ?? ''), 'conflicts'],
    enabled: editionId !== undefined,
    queryFn: () => http.get<ConflictsAnswer>(`/api/awards/${editionId}/conflicts`),
    select: ({ said }) => said.find((one) => one.categoryId === categoryId),
  })

/** What changes one's conflicts changes ballots, rolls and lists. */
const useConflictAct = <Body>(send: (body: Body) => Promise<ConflictsAnswer>, after?: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      after?.()
      return Promise.all([keys.votes, ['vote'], keys.home].map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    // Refused because the edition went on meanwhile.
    onError: () => void queries.invalidateQueries({ queryKey: awards }),
  })
}

export const useDeclare = (after: () => void) =>
  useConflictAct(
    ({ categoryId, ...body }: z.input<typeof declareBody> & { categoryId: string }) =>
      http.post<ConflictsAnswer>(`/api/award-categories/${categoryId}/conflicts`, body),
    after,
  )
export const useTakeBack = (after: () => void) =>
  useConflictAct((id: string) => http.delete<ConflictsAnswer>(`/api/award-conflicts/${id}`), after)

/** Says that nothing ties one to what one judges in a category. */
export const useSayNone = () =>
  useConflictAct((categoryId: string) => http.post<ConflictsAnswer>(`/api/award-categories/${categoryId}/no-conflict`))
