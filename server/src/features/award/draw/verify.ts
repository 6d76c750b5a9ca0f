import type { JournalExport } from '@cenacle/contract/award-journal'
import { drawCommit, drawOrder } from '@cenacle/tally/draw'
import { z } from 'zod'
import { sha256 } from '../../../ids.ts'
import { teamOf } from './order.ts'

type Event = JournalExport['events'][number]

const ids = z.array(z.string())
const drawn = z.object({
  categoryId: z.string(),
  places: z.number().int(),
  nonce: z.string(),
  head: z.string(),
  seed: z.string(),
  pool: ids,
  order: ids,
  team: ids,
})
const replaced = z.object({ categoryId: z.string(), gone: ids, team: ids })
type Drawn = z.infer<typeof drawn> & { gone: string[] }

/**
 * Draws again every team that a journal says was drawn: from the nonce that was promised when the call opened, the journal's hash as
 * eligibility closed, and the pool.
 * @param events of a chain that is whole; those whose bodies one may not read are passed over
 * @returns the first thing that is wrong, or null
 */
export function drawProblem(events: readonly Event[]): string | null {
  const draws = new Map<string, Drawn>()
  for (const { seq, type, body } of events) {
    if (body === undefined) continue
    const said =
      type === 'team.drawn'
        ? drawFault(events, draws, body)
        : type === 'team.replaced'
          ? replaceFault(draws, body)
          : null
    if (said) return `event ${seq}: ${said}`
  }
  return null
}

function drawFault(events: readonly Event[], draws: Map<string, Drawn>, body: unknown): string | null {
  const { data: said } = drawn.safeParse(body)
  if (!said) return 'a draw that cannot be read'
  if (draws.has(said.categoryId)) return 'a team was drawn twice'
  const promised = z
    .object({ draws: z.record(z.string(), z.string()) })
    .safeParse(events.find(({ type }) => type === 'edition.call')?.body).data?.draws[said.categoryId]
  if (promised !== drawCommit(sha256, said.nonce)) return 'the nonce of a draw is not the one that was promised'
  if (events.find(({ type }) => type === 'edition.shortlist')?.hash !== said.head)
    return 'a draw does not rest on the journal as eligibility closed'
  const { seed, order } = drawOrder(sha256, said.nonce, said.head, said.pool)
  if (seed !== said.seed || !isSame(order, said.order)) return 'the order of a draw is not the one that its seed gives'
  if (!isSame(teamOf(order, [], said.places), said.team)) return 'a team is not the first of its draw'
  draws.set(said.categoryId, { ...said, gone: [] })
  return null
}

function replaceFault(draws: Map<string, Drawn>, body: unknown): string | null {
  const { data: said } = replaced.safeParse(body)
  const draw = draws.get(said?.categoryId ?? '')
  if (!said || !draw) return 'places of a team that was not drawn'
  if (!draw.gone.every((id) => said.gone.includes(id))) return 'who had left a drawn team is back'
  if (!isSame(teamOf(draw.order, said.gone, draw.places), said.team)) return 'a team is not the next of its draw'
  draws.set(said.categoryId, { ...draw, gone: said.gone })
  return null
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])
