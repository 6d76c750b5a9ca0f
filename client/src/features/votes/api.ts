import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { List } from '@cenacle/contract/paging'
import type { ballotAnswer, ballotBody } from '@cenacle/contract/ballot'
import type { CandidacyAnswer, createCandidacyBody } from '@cenacle/contract/candidacy'
import type { createDecisionBody } from '@cenacle/contract/decision'
import type { VoteAnswer, VoteLogAnswer } from '@cenacle/contract/vote'
import type { ResultAnswer } from '@cenacle/contract/vote-result'
import type { z } from 'zod'
import { http, queryString } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'

export type Vote = VoteAnswer
export type Candidacy = CandidacyAnswer
export type Result = ResultAnswer
export type VoteLog = VoteLogAnswer
export type Ballot = z.input<typeof ballotBody>
export type PlainChoice = 'yes' | 'no' | 'abstain'

const MOST = 100
/** The longest delay that a timer of a browser keeps. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

/** When to ask again so that the close of a vote shows by itself; false when there is nothing to wait for. */
const untilClose = (vote: Vote | undefined): number | false => {
  if (!vote || vote.status === 'closed' || vote.status === 'cancelled') return false
  const left = new Date(vote.closesAt).getTime() - Date.now()
  return left > LONGEST_WAIT_MS ? false : Math.max(left + 500, 5_000)
}

/** Votes that are open to the viewer. @param spaceId of one space alone */
export const useOpenVotes = (spaceId?: string) =>
  useQuery({
    queryKey: [...keys.votes, 'open', spaceId],
    queryFn: () => http.get<List<Vote>>(`/api/votes${queryString({ state: 'open', spaceId, limit: MOST })}`),
    select: (page) => page.items,
  })

export const useClosedVotes = (spaceId?: string) =>
  useInfiniteQuery({
    queryKey: [...keys.votes, 'closed', spaceId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      http.get<List<Vote>>(`/api/votes${queryString({ state: 'closed', spaceId, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
  })

/** Closed decisions whose outcome is to be looked at again. */
export const useReviews = (spaceId?: string) =>
  useQuery({
    queryKey: [...keys.votes, 'review', spaceId],
    queryFn: () => http.get<List<Vote>>(`/api/votes${queryString({ state: 'review', spaceId, limit: MOST })}`),
    select: (page) => page.items.toSorted(byReview),
  })

const byReview = (a: Vote, b: Vote): number => (a.written?.reviewOn ?? '').localeCompare(b.written?.reviewOn ?? '')

export const useVote = (id: string | null) =>
  useQuery({
    queryKey: keys.vote(id ?? ''),
    enabled: id !== null,
    queryFn: () => http.get<Vote>(`/api/votes/${id}`),
    refetchInterval: (query) => untilClose(query.state.data),
  })

export const useResult = (vote: Vote) =>
  useQuery({
    queryKey: keys.result(vote.id),
    enabled: vote.can.readResult,
    queryFn: () => http.get<Result>(`/api/votes/${vote.id}/result`),
  })

export const useVoteLog = (id: string) =>
  useQuery({ queryKey: keys.voteLog(id), queryFn: () => http.get<VoteLog>(`/api/votes/${id}/log`) })

export const useCandidacy = (id: string) =>
  useQuery({ queryKey: keys.candidacy(id), queryFn: () => http.get<Candidacy>(`/api/candidacies/${id}`) })

/**
 * Candidacies that wait for the committee, by what they wait for, however many others came later.
 * @param enabled false for those whom admissions do not concern
 */
export const useCandidacies = (state: 'submitted' | 'vetoed', enabled: boolean) =>
  useInfiniteQuery({
    queryKey: [...keys.candidacies, state],
    enabled,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      http.get<List<Candidacy>>(`/api/candidacies${queryString({ state, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
  })

/**
 * Keeps what the server answered about a vote, and lets lists follow.
 * @param after what the screen does then; called even where the part that asked has left it
 */
export const useKeepVote = (after?: () => void) => {
  const queries = useQueryClient()
  return async (vote: Vote): Promise<void> => {
    queries.setQueryData(keys.vote(vote.id), vote)
    after?.()
    await Promise.all([
      queries.invalidateQueries({ queryKey: keys.votes }),
      queries.invalidateQueries({ queryKey: keys.home }),
      queries.invalidateQueries({ queryKey: keys.voteLog(vote.id) }),
    ])
  }
}

/** A ballot that was refused, because the vote has closed meanwhile or the roll has changed, shows the vote as it is now. */
export const useRefreshVote = (id: string) => {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: keys.vote(id) })
}

export const useCast = (id: string, after?: () => void) =>
  useMutation({
    mutationFn: (ballot: Ballot) => http.put<z.infer<typeof ballotAnswer>>(`/api/votes/${id}/ballot`, ballot),
    onSuccess: useKeepVote(after),
    onError: useRefreshVote(id),
  })

/** Takes one's veto back. @returns a mutation that takes the choice that replaces it, or nothing */
export const useLiftVeto = (id: string, after: () => void) =>
  useMutation({
    mutationFn: (choice: PlainChoice | undefined) =>
      http.delete<Vote>(`/api/votes/${id}/veto`, choice === undefined ? {} : { choice }),
    onSuccess: useKeepVote(after),
    onError: useRefreshVote(id),
  })

const useKeepCandidacy = (after?: () => void) => {
  const queries = useQueryClient()
  return async (candidacy: Candidacy): Promise<void> => {
    queries.setQueryData(keys.candidacy(candidacy.id), candidacy)
    after?.()
    await Promise.all([
      queries.invalidateQueries({ queryKey: keys.votes }),
      queries.invalidateQueries({ queryKey: keys.home }),
    ])
  }
}

export const useCreateCandidacy = () =>
  useMutation({
    mutationFn: (body: z.input<typeof createCandidacyBody>) => http.post<Candidacy>('/api/candidacies', body),
    onSuccess: useKeepCandidacy(),
  })

export const useOpenCandidacy = (id: string, after: () => void) =>
  useMutation({
    mutationFn: (closesAt: string | undefined) =>
      http.post<Candidacy>(`/api/candidacies/${id}/open`, closesAt === undefined ? {} : { closesAt }),
    onSuccess: useKeepCandidacy(after),
  })

export const useCreateDecision = () =>
  useMutation({
    mutationFn: (body: z.input<typeof createDecisionBody>) => http.post<Vote>('/api/decisions', body),
    onSuccess: useKeepVote(),
  })
