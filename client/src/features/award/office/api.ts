import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  advanceBody,
  changeCategoryBody,
  changeEditionBody,
  CategoryAnswer,
  CreateCategoryBody,
  CreateEditionBody,
  EditionAnswer,
  editionsAnswer,
  entriesAnswer,
  EntryAnswer,
  verdictBody,
  withdrawEntryBody,
} from '@cenacle/contract/award'
import type {
  ConflictsAnswer,
  DeliberationAnswer,
  DutyAnswer,
  deliberateBody,
  pinBody,
} from '@cenacle/contract/award-jury'
import type { extendBody } from '@cenacle/contract/decision'
import type { z } from 'zod'
import { http } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

export type Edition = EditionAnswer
export type Category = CategoryAnswer
export type Entry = EntryAnswer
export type Phase = Edition['phase']
export type Step = z.infer<typeof advanceBody>['to']
export type Conflict = ConflictsAnswer['items'][number]
export type Said = ConflictsAnswer['said'][number]
export type Deliberated = DeliberationAnswer['palmares']['categories'][number]
export type DutyOf = DutyAnswer['categories'][number]
type Entries = z.infer<typeof entriesAnswer>

/** Under `votes`: whatever changes an edition, a jury or a ballot refreshes what is on the screen of it. */
const awards = [...keys.votes, 'awards'] as const
const editionKey = (id: string) => [...awards, 'edition', id] as const
const entriesKey = (id: string) => [...awards, 'entries', id] as const
const conflictsKey = (id: string) => [...awards, 'conflicts', id] as const
const dutyKey = (id: string) => [...awards, 'duty', id] as const
const deliberationKey = (id: string) => [...awards, 'deliberation', id] as const

/** The longest delay that a timer of a browser keeps. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

/** When to ask again so that an edition whose time has come shows by itself where it is; false when nothing ends by the clock. */
const untilNext = (edition: Edition | undefined): number | false => {
  const end = { call: edition?.callClosesAt, jury: edition?.juryClosesAt, sealed: edition?.publishedAt }
  const at = edition && edition.phase in end ? end[edition.phase as keyof typeof end] : null
  if (!at) return false
  const left = new Date(at).getTime() - Date.now()
  return left > LONGEST_WAIT_MS ? false : Math.max(left + 500, 5_000)
}

/** Every edition, the newest first. @param isWanted false for those to whom the award is closed */
export const useEditions = (isWanted = true) =>
  useQuery({
    queryKey: awards,
    enabled: isWanted,
    queryFn: () => http.get<z.infer<typeof editionsAnswer>>('/api/awards'),
  })

const editionQuery = (id: string) => ({
  queryKey: editionKey(id),
  queryFn: () => http.get<Edition>(`/api/awards/${id}`),
})

export const useEdition = (id: string) =>
  useQuery({
    ...editionQuery(id),
    refetchInterval: (query) => untilNext(query.state.data),
  })

export const useEntries = (editionId: string, isWanted = true) =>
  useQuery({
    queryKey: entriesKey(editionId),
    enabled: isWanted,
    queryFn: () => http.get<Entries>(`/api/awards/${editionId}/entries`),
    select: ({ items }) => items,
  })

export const useConflicts = (editionId: string) =>
  useQuery({
    queryKey: conflictsKey(editionId),
    queryFn: () => http.get<ConflictsAnswer>(`/api/awards/${editionId}/conflicts`),
    select: ({ items }) => items,
  })

/** What jurors said of their ties, by category. */
export const useSaid = (editionId: string) =>
  useQuery({
    queryKey: conflictsKey(editionId),
    queryFn: () => http.get<ConflictsAnswer>(`/api/awards/${editionId}/conflicts`),
    select: ({ said }) => said,
  })

export const useDuty = (editionId: string, isWanted = true) =>
  useQuery({
    queryKey: dutyKey(editionId),
    enabled: isWanted,
    queryFn: () => http.get<DutyAnswer>(`/api/awards/${editionId}/duty`),
  })

/**
 * Reads the deliberation, or leaves it as it was read where the edition is sealed by now: every screen of it hears of the seal before
 * it leaves, and would ask for what is refused from then on.
 */
export async function readDeliberation(queries: QueryClient, editionId: string): Promise<DeliberationAnswer> {
  // Asked again only where something changed since: the answer is then on its way already.
  const edition = await queries.fetchQuery({ ...editionQuery(editionId), staleTime: Number.POSITIVE_INFINITY })
  const read = queries.getQueryData<DeliberationAnswer>(deliberationKey(editionId))
  return read && !edition.can.deliberate ? read : http.get(`/api/awards/${editionId}/deliberation`)
}

export const useDeliberation = (editionId: string, isWanted: boolean) => {
  const queries = useQueryClient()
  return useQuery({
    queryKey: deliberationKey(editionId),
    enabled: isWanted,
    queryFn: () => readDeliberation(queries, editionId),
  })
}

/** Everything about the award that was read becomes old; what is on the screen is fetched again. */
const refresh = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey: awards })

/** What the screen does once an act is done; called even where the part that asked leaves it. */
type After<Body> = (body: Body) => void

/** An act on an edition that answers with how it is now; a refusal shows where it is by now. */
const useOnEdition = <Body>(send: (body: Body) => Promise<Edition>, after?: After<Body>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: (edition, body) => {
      after?.(body)
      queries.setQueryData(editionKey(edition.id), edition)
      void refresh(queries)
    },
    onError: () => void refresh(queries),
  })
}

/** The same of what answers with a list of the edition's. */
const useOnList = <Body, Answer>(
  key: readonly unknown[],
  send: (body: Body) => Promise<Answer>,
  after?: After<Body>,
) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: (answer, body) => {
      after?.(body)
      queries.setQueryData(key, answer)
      void refresh(queries)
    },
    onError: () => void refresh(queries),
  })
}

export const useCreateEdition = () => useOnEdition((body: CreateEditionBody) => http.post<Edition>('/api/awards', body))

export const useChangeEdition = (id: string) =>
  useOnEdition((body: z.input<typeof changeEditionBody>) => http.patch<Edition>(`/api/awards/${id}`, body))

export const useAdvance = (id: string, after: After<Step>) =>
  useOnEdition((to: Step) => http.post<Edition>(`/api/awards/${id}/phase`, { to }), after)

export const useCreateCategory = (editionId: string) =>
  useOnEdition((body: CreateCategoryBody) => http.post<Edition>(`/api/awards/${editionId}/categories`, body))

export const useChangeCategory = (id: string) =>
  useOnEdition((body: z.input<typeof changeCategoryBody>) => http.patch<Edition>(`/api/award-categories/${id}`, body))

export const useRemoveCategory = () => useOnEdition((id: string) => http.delete<Edition>(`/api/award-categories/${id}`))

/** Draws who judges a category, in public. */
export const useDrawTeam = (categoryId: string, after: After<number>) =>
  useOnEdition((places: number) => http.post<Edition>(`/api/award-categories/${categoryId}/draw`, { places }), after)

/** Who was drawn and does not judge any more leaves the place to the next of the draw. */
export const useReplaceGone = (categoryId: string, after: After<void>) =>
  useOnEdition<void>(() => http.post<Edition>(`/api/award-categories/${categoryId}/draw/replacements`), after)

type Judging = z.input<typeof verdictBody> & { id: string }

export const useJudge = (editionId: string, after: After<Judging>) =>
  useOnList(
    entriesKey(editionId),
    ({ id, ...body }: Judging) => http.put<Entries>(`/api/award-entries/${id}/verdict`, body),
    after,
  )

type Withdrawing = { id: string } & z.input<typeof withdrawEntryBody>
/** Takes an entry out of its open jury. */
export const useWithdrawEntry = (editionId: string, after: After<Withdrawing>) =>
  useOnList(
    entriesKey(editionId),
    ({ id, ...body }: Withdrawing) => http.post<Entries>(`/api/award-entries/${id}/withdrawal`, body),
    after,
  )

/** Says which entries of a category its jury judges. */
export const useSetShortlist = (editionId: string, categoryId: string) =>
  useOnList(entriesKey(editionId), (entryIds: string[]) =>
    http.put<Entries>(`/api/award-categories/${categoryId}/shortlist`, { entryIds }),
  )

export const usePin = (editionId: string) =>
  useOnList(conflictsKey(editionId), ({ categoryId, ...body }: z.input<typeof pinBody> & { categoryId: string }) =>
    http.post<ConflictsAnswer>(`/api/award-categories/${categoryId}/recusals`, body),
  )

export const useLift = (editionId: string, after: After<unknown>) =>
  useOnList(
    conflictsKey(editionId),
    ({ id, reason }: { id: string; reason: string }) =>
      http.delete<ConflictsAnswer>(`/api/award-conflicts/${id}`, { reason }),
    after,
  )

/** Gives a jury more time. */
export const useExtendJury = (editionId: string, categoryId: string, after: After<unknown>) =>
  useOnList(
    dutyKey(editionId),
    (body: z.input<typeof extendBody>) => http.post<DutyAnswer>(`/api/award-categories/${categoryId}/extension`, body),
    after,
  )

export const useDeliberate = (editionId: string, categoryId: string) =>
  useOnList(deliberationKey(editionId), (body: z.input<typeof deliberateBody>) =>
    http.put<DeliberationAnswer>(`/api/award-categories/${categoryId}/deliberation`, body),
  )

/** @param after once it is signed, also where the screens heard of the seal before and the deliberation has left them */
export const useSign = (editionId: string, after: After<{ sealed: boolean }>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (hash: string) => http.post<{ sealed: boolean }>(`/api/awards/${editionId}/signature`, { hash }),
    onSuccess: after,
    // Also after a refusal: the palmarès may be another one by now.
    onSettled: () => refresh(queries),
  })
}
