import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { List } from '@cenacle/contract/paging'
import type { InvitationsAnswer, invitationBody, PersonAnswer } from '@cenacle/contract/person'
import type {
  CreateSpaceBody,
  Space,
  SpaceAnswer,
  SpacePerson,
  SpaceRole,
  updateSpaceBody,
} from '@cenacle/contract/space'
import type { z } from 'zod'
import { http, queryString } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'

const MOST = 100

/** Every space that the viewer may see: tens of them, so they are read to the end. */
const fetchSpaces = async (): Promise<Space[]> => {
  const spaces: Space[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await http.get<List<Space>>(`/api/spaces${queryString({ limit: MOST, cursor })}`)
    spaces.push(...items)
    cursor = next ?? undefined
  } while (cursor)
  return spaces
}

export const useSpaces = () => useQuery({ queryKey: keys.spaces, queryFn: fetchSpaces })

/** One space by its slug or id. @param enabled false while that is not known */
export const useSpaceQuery = (slug: string, enabled = true) =>
  useQuery({
    queryKey: keys.space(slug),
    enabled,
    queryFn: () => http.get<SpaceAnswer>(`/api/spaces/${encodeURIComponent(slug)}`),
  })

export const useSpacePeople = (spaceId: string) =>
  useInfiniteQuery({
    queryKey: keys.spacePeople(spaceId),
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      http.get<List<SpacePerson>>(`/api/spaces/${spaceId}/people${queryString({ limit: MOST, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next,
  })

/** People of the directory whose name or function contains this. */
export const usePeople = (q: string) =>
  useQuery({
    queryKey: [...keys.people, q],
    queryFn: () => http.get<List<PersonAnswer>>(`/api/people${queryString({ q, limit: MOST })}`),
    placeholderData: keepPreviousData,
  })

/** The whole directory, read to the end; nobody where it is not for the viewer. */
export const useEverybody = (isWanted: boolean) =>
  useQuery({
    queryKey: [...keys.people, 'everybody'],
    enabled: isWanted,
    retry: false,
    queryFn: async () => {
      const people: PersonAnswer[] = []
      let cursor: string | undefined
      do {
        const { items, next } = await http.get<List<PersonAnswer>>(`/api/people${queryString({ limit: MOST, cursor })}`)
        people.push(...items)
        cursor = next ?? undefined
      } while (cursor)
      return people
    },
  })

/** After any change of spaces or of who is in them. */
const useRefresh = () => {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keys.spaces }),
      queries.invalidateQueries({ queryKey: ['space'] }),
      queries.invalidateQueries({ queryKey: keys.home }),
    ])
}

export const useCreateSpace = () => {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: CreateSpaceBody) => http.post<SpaceAnswer>('/api/spaces', body),
    onSuccess: refresh,
  })
}

export interface Naming {
  personId: string
  role: SpaceRole
  until?: string | null
}
export const usePutPerson = (spaceId: string) => {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ personId, ...body }: Naming) => http.put(`/api/spaces/${spaceId}/people/${personId}`, body),
    onSuccess: refresh,
  })
}

/** Names several people one after the other, so that a refusal tells whom it concerns. */
export const useAddPeople = (spaceId: string) => {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (people: readonly Naming[]) => {
      for (const { personId, ...body } of people) await http.put(`/api/spaces/${spaceId}/people/${personId}`, body)
      return people.length
    },
    onSettled: refresh,
  })
}

/** @param onDone before the screen is asked again: the line, or the whole space, that was asked from may not come back */
export const useRemovePerson = (spaceId: string, onDone: () => void) => {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (personId: string) => http.delete(`/api/spaces/${spaceId}/people/${personId}`),
    onSuccess: () => {
      onDone()
      return refresh()
    },
  })
}

export const useJoin = () => {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (spaceId: string) => http.post(`/api/spaces/${spaceId}/join`), onSuccess: refresh })
}

/** Changes a space, closes it or opens it again. */
export const useUpdateSpace = (spaceId: string) => {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: z.input<typeof updateSpaceBody>) => http.patch<SpaceAnswer>(`/api/spaces/${spaceId}`, body),
    onSuccess: refresh,
  })
}

/** Invitations that nobody used yet. @param spaceId of that space; without it, of the whole site, for administrators */
export const useInvitations = (spaceId?: string) =>
  useInfiniteQuery({
    queryKey: spaceId ? keys.spaceInvitations(spaceId) : keys.invitations,
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const path = spaceId ? `/api/spaces/${spaceId}/invitations` : '/api/invitations'
      return http.get<InvitationsAnswer>(`${path}${queryString({ cursor: pageParam })}`)
    },
    getNextPageParam: (page) => page.next,
  })

/** After an invitation is sent or withdrawn. What waits to be sent by hand is read again when it is looked at. */
const useRefreshInvitations = () => {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keys.invitations }),
      queries.invalidateQueries({ queryKey: ['space'] }),
      queries.invalidateQueries({ queryKey: keys.outbox }),
    ])
}

export const useInvite = () => {
  const refresh = useRefreshInvitations()
  return useMutation({
    mutationFn: (body: z.input<typeof invitationBody>) => http.post('/api/invitations', body),
    onSuccess: refresh,
  })
}

export const useWithdraw = (onDone: () => void) => {
  const refresh = useRefreshInvitations()
  return useMutation({
    mutationFn: (invitationId: string) => http.delete(`/api/invitations/${invitationId}`),
    onSuccess: () => {
      onDone()
      return refresh()
    },
  })
}
