import type { PageItem } from '@cenacle/contract/page'
import type { List } from '@cenacle/contract/paging'
import type { PersonCard } from '@cenacle/contract/person'
import type { SearchAnswer } from '@cenacle/contract/search'
import type { SpacePerson } from '@cenacle/contract/space'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { http, queryString } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'
import { matching } from '../behaviour/fold.ts'

const MOST_SHOWN = 12
const PAGE = 100
/** The directory of a space is read to its end up to this many: a mention is looked for among them all. */
const MOST_PEOPLE = 2_000

async function everybodyIn(spaceId: string): Promise<PersonCard[]> {
  const people: PersonCard[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await http.get<List<SpacePerson>>(
      `/api/spaces/${spaceId}/people${queryString({ limit: PAGE, cursor })}`,
    )
    people.push(...items.map(({ person }) => person))
    cursor = next ?? undefined
  } while (cursor && people.length < MOST_PEOPLE)
  return people
}

/** People of a space whose name answers what was typed. @param wanted undefined while nobody asks */
export function usePeopleFor(spaceId: string, wanted: string | undefined) {
  const { data, isPending, isError } = useQuery({
    queryKey: [...keys.spacePeople(spaceId), 'everybody'],
    queryFn: () => everybodyIn(spaceId),
    enabled: wanted !== undefined,
    staleTime: 60_000,
  })
  const found = wanted === undefined ? [] : matching(data ?? [], wanted, ({ name }) => name)
  return { found: found.slice(0, MOST_SHOWN), isPending, isError }
}

/** A page that can be linked to; `space` where it is another one's. */
export interface LinkedPage {
  id: string
  title: string
  space?: string | undefined
}

/** What a search marks in a title. */
const withoutMarks = (title: string): string => title.replace(/[\ue000\ue001]/g, '')

/** Pages whose title answers what was typed, those of the space first. @param wanted undefined while nobody asks */
export function usePagesFor(spaceId: string, pageId: string, wanted: string | undefined) {
  // The tree beside the text has read them.
  const own = useQueryClient().getQueryData<PageItem[]>(keys.pages(spaceId)) ?? []
  const q = useDeferredValue(wanted?.trim() ?? '')
  const { data, isFetching, isError } = useQuery({
    queryKey: ['page-choice', q],
    queryFn: ({ signal }) =>
      http.get<SearchAnswer>(`/api/search${queryString({ q, kind: 'page', limit: MOST_SHOWN })}`, { signal }),
    enabled: q.length > 1,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  })
  const near: LinkedPage[] = wanted === undefined ? [] : matching(own, wanted, ({ title }) => title)
  const far = q.length > 1 ? (data?.items ?? []) : []
  const seen = new Set([pageId])
  const found: LinkedPage[] = []
  const others = far.map(({ id, title, space }) => ({ id, title: withoutMarks(title), space: space.name }))
  for (const { id, title, space } of [...near, ...others]) {
    if (seen.has(id) || found.length >= MOST_SHOWN) continue
    seen.add(id)
    found.push({ id, title, space: own.some((page) => page.id === id) ? undefined : space })
  }
  return { found, isPending: isFetching && found.length === 0, isError }
}
