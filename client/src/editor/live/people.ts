import type { Awareness } from 'y-protocols/awareness'

/** Somebody who is in the page, as the server names them. */
export interface Present {
  id: string
  name: string
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The person of an awareness state; undefined for a state without one, such as one's own. */
export function personOf(state: unknown): Present | undefined {
  const user = isRecord(state) ? state['user'] : undefined
  if (!isRecord(user)) return undefined
  const { id, name } = user
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined
}

/**
 * Everybody else in a page, once each however many tabs they have open, by name.
 * @param before the last answer, given back when nothing has changed
 */
export function peopleIn(awareness: Awareness, before: readonly Present[]): readonly Present[] {
  const people = new Map<string, Present>()
  for (const [client, state] of awareness.getStates()) {
    const person = client === awareness.clientID ? undefined : personOf(state)
    if (person) people.set(person.id, person)
  }
  const now = [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'))
  const isSame =
    now.length === before.length && now.every(({ id, name }, i) => before[i]?.id === id && before[i]?.name === name)
  return isSame ? before : now
}
