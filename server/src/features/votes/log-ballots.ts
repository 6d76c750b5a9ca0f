import type { VoteLogAnswer } from '@cenacle/contract/vote'
import { pseudonym } from './commands/log.ts'

export type LoggedEvent = VoteLogAnswer['events'][number]

/** The last word of every voter after some events, by pseudonym: a veto that was lifted and a ballot that was voided leave none. */
export function lastWords(events: readonly LoggedEvent[]): Map<string, LoggedEvent> {
  const last = new Map<string, LoggedEvent>()
  for (const event of events) {
    if (event.type === 'ballot.cast' || event.type === 'veto.filed') last.set(event.actor, event)
    if (event.type === 'veto.lifted') last.delete(event.actor)
    if (event.type === 'voter.recused') last.delete(pseudonym(Number(event.body?.['voter'])))
  }
  return last
}

/** Events that filed a veto which lapsed with its author's seat, by their numbers. */
export const lapsedVetoes = (events: readonly LoggedEvent[]): Set<unknown> =>
  new Set(events.filter(({ type }) => type === 'veto.lapsed').map(({ body }) => body?.['veto']))

/** Ids of the options that were withdrawn, the first one first. */
export const withdrawnIn = (events: readonly LoggedEvent[]): string[] =>
  events.flatMap(({ type, body }) => {
    const option = body?.['option']
    return type === 'option.withdrawn' && typeof option === 'string' ? [option] : []
  })

/** How many of the roll of the opening were recused from the whole vote. */
export const recusedOf = (events: readonly LoggedEvent[]): number =>
  events.filter(({ type, body }) => type === 'voter.recused' && body?.['options'] === undefined).length
