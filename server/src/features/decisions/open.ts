import type { World } from '../../context.ts'
import type { Tx } from '../../database/types.ts'
import { invalidField, Problem } from '../../problem.ts'
import type { SpaceFacts } from '../../policy/space.ts'
import { committeeRoll, type NewSource, openVote, spaceRoll } from '../votes/commands/open.ts'
import { judgedInstant } from '../votes/queries/rows.ts'
import { readVetoRules } from '../votes/queries/veto-rules.ts'
import { type Question, rulesOf } from './question.ts'

/** Fewer voters than this would know each other's ballots from the result. */
const FEWEST_SECRET = 5

/** A question that is ready to be voted on. */
export interface Ready extends Question {
  spaceId: string
  question: string
  text: string
  /** The text, rendered, with that of its page. */
  html: string
  closesAt: Date
  source: NewSource | null
  /** Of a draft: the vote's id too, and whose it is. */
  id?: string
  authorId?: string | null
}

/**
 * Opens a decision in a space, now.
 * @returns the vote's id
 * @throws Problem roll-too-small, conflict for a roll of nobody; invalid for what the method does not admit
 */
export async function openDecision(
  ctx: Omit<World, 'db'> & { db: Tx; viewer: { id: string } },
  space: Pick<SpaceFacts, 'kind'>,
  ready: Ready,
): Promise<string> {
  const rules = rulesOf(ready, await readVetoRules(ctx.db))
  // A text is taken or left: only yes or no says that.
  if (ready.source?.kind === 'page' && ready.source.revises && ready.method !== 'threshold')
    throw invalidField('/method', 'not-allowed')
  if (ready.closesAt <= ctx.now()) throw invalidField('/closesAt', 'date-past')
  const opensAt = await judgedInstant(ctx)
  const roll =
    space.kind === 'committee' ? await committeeRoll(ctx.db) : await spaceRoll(ctx.db, ready.spaceId, opensAt)
  if (ready.secret && roll.length < FEWEST_SECRET) throw new Problem('roll-too-small')
  return openVote(ctx, { ...ready, kind: 'decision', rules, opensAt, roll })
}
