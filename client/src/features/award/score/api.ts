import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CategoryAnswer, EditionAnswer, EntryAnswer } from '@cenacle/contract/award'
import type {
  EntryScore,
  OpenShortlistVoteBody,
  RankingsAnswer,
  ScoreFault,
  ScoreReport,
  ScoresAnswer,
  ScoreVersion,
  ShortlistBy,
  ShortlistVote,
} from '@cenacle/contract/award-score'
import { http } from '../../../lib/http.ts'
import { keys } from '../../../lib/keys.ts'

export type Edition = EditionAnswer
export type Category = CategoryAnswer
export type Entry = EntryAnswer
export type Fault = ScoreFault
export type Report = ScoreReport
export type Score = EntryScore
export type Version = ScoreVersion
export type Vote = ShortlistVote
export type Rankings = RankingsAnswer
export type By = ShortlistBy

/** What is read of a file in the browser, so that what was looked at is what is imported. */
export interface Chosen {
  name: string
  content: Blob
}

/** Under `votes`, as the rest of the award: whatever changes it refreshes what is on the screen of it. */
const awards = [...keys.votes, 'awards'] as const
const scoresKey = (editionId: string) => [...awards, 'scores', editionId] as const
const rankingsKey = (categoryId: string) => [...awards, 'rankings', categoryId] as const
const refresh = (queries: QueryClient): Promise<void> => queries.invalidateQueries({ queryKey: awards })

/** Where the file to fill in is. */
export const templatePath = (editionId: string): string => `/api/awards/${editionId}/scores/template`

/** The versions of the score of an edition, and for its office the scores of the current one. */
export const useScores = (editionId: string) =>
  useQuery({
    queryKey: scoresKey(editionId),
    queryFn: () => http.get<ScoresAnswer>(`/api/awards/${editionId}/scores`),
  })

const formOf = ({ name, content }: Chosen, fields: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', content, name)
  return form
}

/** Looks at a file; nothing is kept of it. */
export const useCheckScores = (editionId: string) =>
  useMutation({
    mutationFn: ({ file, decimals }: { file: Chosen; decimals: string }) =>
      http.post<Report>(`/api/awards/${editionId}/scores/check`, formOf(file, { decimals })),
  })

interface NewVersion {
  file: Chosen
  decimals: string
  version: string
  formula: string
  /** Number of the version that was current when the file was looked at. */
  after: string
}

/** Imports a file as a new version, whole or not at all. */
export const useImportScores = (editionId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, ...fields }: NewVersion) =>
      http.post<ScoresAnswer>(`/api/awards/${editionId}/scores`, formOf(file, fields)),
    onSuccess: (scores) => queries.setQueryData(scoresKey(editionId), scores),
    // Also after a refusal: somebody else may have imported one.
    onSettled: () => refresh(queries),
  })
}

/** The orders from which the shortlist of a category can be taken. */
export const useRankings = (categoryId: string) =>
  useQuery({
    queryKey: rankingsKey(categoryId),
    queryFn: () => http.get<Rankings>(`/api/award-categories/${categoryId}/rankings`),
    refetchInterval: ({ state }) => untilClosed(state.data?.vote),
  })

/** So that a result shows by itself once it is there. */
const untilClosed = (vote: Vote | null | undefined): number | false => {
  if (vote?.status !== 'open') return false
  const left = new Date(vote.closesAt).getTime() - Date.now()
  return left > 2 ** 31 - 1 ? false : Math.max(left + 500, 5_000)
}

const useOnRankings = <Body>(categoryId: string, send: (body: Body) => Promise<Rankings>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: (rankings) => queries.setQueryData(rankingsKey(categoryId), rankings),
    onSettled: () => refresh(queries),
  })
}

export const useOpenVote = (categoryId: string) =>
  useOnRankings(categoryId, (body: OpenShortlistVoteBody) =>
    http.post<Rankings>(`/api/award-categories/${categoryId}/shortlist-vote`, body),
  )

export const useCancelVote = (categoryId: string) =>
  useOnRankings(categoryId, (reason: string) =>
    http.delete<Rankings>(`/api/award-categories/${categoryId}/shortlist-vote`, { reason }),
  )

/** Keeps the beginning of an order as the shortlist, and upon what it rests. */
export const useTakeShortlist = (categoryId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { entryIds: string[]; by: By }) =>
      http.put<{ items: Entry[] }>(`/api/award-categories/${categoryId}/shortlist`, body),
    onSettled: () => refresh(queries),
  })
}
