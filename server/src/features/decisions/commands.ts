import type { Rooms } from '@cenacle/collab/rooms'
import type { z } from 'zod'
import type { createDecisionBody } from '@cenacle/contract/decision'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/vote.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
import { openDecision } from './open.ts'
import { readSource } from './source.ts'
import { instantOf } from '../../time.ts'

/**
 * Puts a question to the vote of a space, now.
 * @returns the vote's id
 * @throws Problem not-found, forbidden, method-not-available; invalid when the close is past or for what the method does not admit
 */
export async function createDecision(
  ctx: PersonContext,
  rooms: Rooms,
  body: z.output<typeof createDecisionBody>,
): Promise<string> {
  // Texts are read and rendered before the transaction: they may take their time.
  allow(policy.openDecision(ctx.viewer, factsOf(await getSpace(ctx, body.spaceId))))
  const sourced = await readSource(ctx, rooms, body.source, body.spaceId)
  const html = (await renderText(ctx, body.text)) + (sourced?.html ?? '')
  return inTx(ctx, async (ctx) => {
    const space = factsOf(await getSpace(ctx, body.spaceId))
    allow(policy.openDecision(ctx.viewer, space))
    const closesAt = instantOf(body.closesAt)
    return openDecision(ctx, space, { ...body, html, closesAt, source: sourced?.source ?? null })
  })
}

/** What its author says of a question, rendered; nothing for nothing. */
export const renderText = async (ctx: Pick<PersonContext, 'renderPost'>, text: string): Promise<string> =>
  text === '' ? '' : ctx.renderPost(text)
