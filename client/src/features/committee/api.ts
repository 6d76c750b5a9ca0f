import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Colleague, DirectoryQuery, SeatsPicture } from '@cenacle/contract/committee'
import type {
  AttendanceChoice,
  CreateMeetingBody,
  FeedAnswer,
  MeetingAnswer,
  MeetingItem,
  NewFeedAnswer,
  UpdateMeetingBody,
} from '@cenacle/contract/meeting'
import type { List } from '@cenacle/contract/paging'
import type { CurrentRenewalAnswer, OpenRenewalBody, RenewalChoice } from '@cenacle/contract/renewal'
import type { SpacePerson } from '@cenacle/contract/space'
import { http, queryString } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'

export type Search = Pick<DirectoryQuery, 'q' | 'role' | 'team'>

/** Who is in the committee, by name. */
export const useColleagues = (search: Search) =>
  useInfiniteQuery({
    queryKey: [...keys.people, 'committee', search],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      http.get<List<Colleague>>(`/api/committee/people${queryString({ ...search, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export const useSeatsPicture = () =>
  useQuery({ queryKey: keys.seatsPicture, queryFn: () => http.get<SeatsPicture>('/api/committee/seats') })

/** The meetings of a space: those to come, the next first, or those that are over, the last first. */
export const useMeetings = (space: string, when: 'coming' | 'past') =>
  useInfiniteQuery({
    queryKey: [...keys.meetings, space, when],
    enabled: space !== '',
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      http.get<List<MeetingItem>>(
        `/api/spaces/${encodeURIComponent(space)}/meetings${queryString({ when, cursor: pageParam })}`,
      ),
    getNextPageParam: (page) => page.next,
  })

export const useMeeting = (id: string) =>
  useQuery({ queryKey: keys.meeting(id), queryFn: () => http.get<MeetingAnswer>(`/api/meetings/${id}`) })

const useKeepMeeting = () => {
  const queries = useQueryClient()
  return (meeting: MeetingAnswer) => {
    queries.setQueryData(keys.meeting(meeting.id), meeting)
    return Promise.all([keys.meetings, keys.home].map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
}

export const useCreateMeeting = (spaceId: string) =>
  useMutation({
    mutationFn: (body: CreateMeetingBody) => http.post<MeetingAnswer>(`/api/spaces/${spaceId}/meetings`, body),
    onSuccess: useKeepMeeting(),
  })

export const useUpdateMeeting = (id: string) =>
  useMutation({
    mutationFn: (body: UpdateMeetingBody) => http.patch<MeetingAnswer>(`/api/meetings/${id}`, body),
    onSuccess: useKeepMeeting(),
  })

/** Says whether one comes; null takes it back. */
export const useAnswerMeeting = (id: string) =>
  useMutation({
    mutationFn: (answer: AttendanceChoice | null) => http.put<MeetingAnswer>(`/api/meetings/${id}/answer`, { answer }),
    onSuccess: useKeepMeeting(),
  })

export const useSetAttendance = (id: string) =>
  useMutation({
    mutationFn: (present: string[]) => http.put<MeetingAnswer>(`/api/meetings/${id}/attendance`, { present }),
    onSuccess: useKeepMeeting(),
  })

/** Makes the page of the minutes, or finds the one that there is. */
export const useWriteMinutes = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.post<{ pageId: string }>(`/api/meetings/${id}/minutes`),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.meeting(id) }),
  })
}

/** Everybody who is in a space, by name: whom one may write down as having been there. */
export const useWholeSpace = (spaceId: string) =>
  useQuery({
    queryKey: [...keys.spacePeople(spaceId), 'whole'],
    queryFn: async () => {
      const people: SpacePerson['person'][] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: List<SpacePerson> = await http.get(
          `/api/spaces/${spaceId}/people${queryString({ cursor, limit: 100 })}`,
        )
        people.push(...page.items.map(({ person }) => person))
        cursor = page.next
      }
      return people
    },
  })

export const useFeed = () => useQuery({ queryKey: keys.feed, queryFn: () => http.get<FeedAnswer>('/api/me/calendar') })

export const useRenewFeed = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.post<NewFeedAnswer>('/api/me/calendar'),
    onSuccess: ({ createdAt }) => queries.setQueryData(keys.feed, { createdAt }),
  })
}

export const useDropFeed = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.delete('/api/me/calendar'),
    onSuccess: () => queries.setQueryData(keys.feed, { createdAt: null }),
  })
}

export const useRenewal = () =>
  useQuery({ queryKey: keys.renewal, queryFn: () => http.get<CurrentRenewalAnswer>('/api/renewals/current') })

const useKeepRenewal = () => {
  const queries = useQueryClient()
  return (answer: CurrentRenewalAnswer) => {
    queries.setQueryData(keys.renewal, answer)
    return queries.invalidateQueries({ queryKey: keys.home })
  }
}

export const useOpenRenewal = () =>
  useMutation({
    mutationFn: (body: OpenRenewalBody) => http.post<CurrentRenewalAnswer>('/api/renewals', body),
    onSuccess: useKeepRenewal(),
  })

/** An answer that was refused because the close has come shows the renewal as it is now. */
export const useAnswerRenewal = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (answer: RenewalChoice) => http.put<CurrentRenewalAnswer>(`/api/renewals/${id}/answer`, { answer }),
    onSuccess: useKeepRenewal(),
    onError: () => void queries.invalidateQueries({ queryKey: keys.renewal }),
  })
}

export const useAbandonRenewal = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => http.delete(`/api/renewals/${id}`),
    onSuccess: () => Promise.all([keys.renewal, keys.home].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}
