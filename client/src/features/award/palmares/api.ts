import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EditionAnswer } from '@cenacle/contract/award'
import type {
  AnnouncementAnswer,
  ArchiveAnswer,
  CategoryPalmares,
  ErratumAnswer,
  ErratumBody,
  PalmaresAnswer,
  PalmaresContent,
  PalmaresVersion,
} from '@cenacle/contract/award-jury'
import { http, queryString } from '../../../lib/http.ts'

export type Palmares = PalmaresAnswer
export type Content = PalmaresContent
export type Category = CategoryPalmares
export type Nominee = CategoryPalmares['nominees'][number]
export type Level = CategoryPalmares['levels'][number]
export type Version = PalmaresVersion
export type Erratum = ErratumAnswer

/** An announcement, and when this page read it by its own steady clock, ms. */
export type Announced = AnnouncementAnswer & { readAt: number }

const keys = {
  archive: ['palmares'],
  one: (id: string, version?: number) => ['palmares', id, version ?? 'last'],
  announcement: (id: string) => ['palmares', id, 'announcement'],
  erratum: (id: string) => ['palmares', id, 'erratum'],
  edition: (id: string) => ['palmares', id, 'edition'],
} as const

/** How often a page that waits asks whether the instant has been moved. */
const LOOK_AGAIN_MS = 60_000

export const useArchive = () =>
  useQuery({ queryKey: keys.archive, queryFn: () => http.get<ArchiveAnswer>('/api/palmares') })

/** A palmarès; refused (403 `embargo`) until the instant at which the server opens it. */
export const usePalmares = (id: string, version?: number) =>
  useQuery({
    queryKey: keys.one(id, version),
    queryFn: () => http.get<Palmares>(`/api/palmares/${id}${queryString({ version })}`),
  })

/** When a palmarès opens. */
export const useAnnouncement = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: keys.announcement(id),
    queryFn: async (): Promise<Announced> => {
      const answer = await http.get<AnnouncementAnswer>(`/api/palmares/${id}/announcement`)
      return { ...answer, readAt: performance.now() }
    },
    enabled: isWanted,
    staleTime: 0,
    refetchInterval: LOOK_AGAIN_MS,
  })

/** The edition as those who run it see it: the names of its categories, for a rehearsal. */
export const useRunEdition = (id: string, isWanted = true) =>
  useQuery({
    queryKey: keys.edition(id),
    queryFn: () => http.get<EditionAnswer>(`/api/awards/${id}`),
    enabled: isWanted,
  })

export const useErratum = (id: string) =>
  useQuery({ queryKey: keys.erratum(id), queryFn: () => http.get<Erratum>(`/api/awards/${id}/erratum`) })

/** One act on an erratum; whatever it was, everything about the palmarès is read again. */
const useErratumAct = <Body, Answer>(send: (body: Body) => Promise<Answer>, after?: (answer: Answer) => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: (answer) => after?.(answer),
    // Refused because somebody else acted meanwhile: the page shows what.
    onSettled: () => queries.invalidateQueries({ queryKey: keys.archive }),
  })
}

export const useProposeErratum = (id: string, after: () => void) =>
  useErratumAct((body: ErratumBody) => http.post<Erratum>(`/api/awards/${id}/erratum`, body), after)
export const useSignErratum = (id: string, after: (answer: { published: boolean }) => void) =>
  useErratumAct(
    (hash: string) => http.post<{ published: boolean }>(`/api/awards/${id}/erratum/signature`, { hash }),
    after,
  )
export const useWithdrawErratum = (id: string, after: () => void) =>
  useErratumAct(() => http.delete<Erratum>(`/api/awards/${id}/erratum`), after)
