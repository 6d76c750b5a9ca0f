import type { DutyAnswer } from '@cenacle/contract/award-jury'

/** The categories that somebody judges, and those of them whose ballot is awaited. */
export const owedBy = (personId: string, duty: DutyAnswer | undefined): { judges: string[]; owes: string[] } => {
  const own = (duty?.categories ?? []).flatMap(({ id, people }) => {
    const place = people.find(({ person }) => person?.id === personId)
    return place ? [{ id, state: place.state }] : []
  })
  return { judges: own.map(({ id }) => id), owes: own.filter(({ state }) => state === 'waiting').map(({ id }) => id) }
}
