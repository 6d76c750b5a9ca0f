import type { z } from 'zod'
import type { createDecisionBody } from '@cenacle/contract/vote'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/vote.ts'
import { invalidField, Problem } from '../../problem.ts'
import { factsOf, getSpace } from '../spaces/queries.ts'
import { committeeRoll, openVote, spaceRoll } from '../votes/commands/open.ts'
import { openingInstant } from '../votes/queries/rows.ts'
import { decisionRules } from '../votes/queries/rules.ts'
import { instantOf } from '../../time.ts'

/**
 * Puts a question to the vote of a space: yes, no or abstain, by a majority that its author sets.
 * @returns the vote's id
 * @throws Problem not-found, forbidden, method-not-available; invalid when the close is past or a share exceeds the whole
 */
export async function createDecision(ctx: PersonContext, body: z.output<typeof createDecisionBody>): Promise<string> {
  const { rules, question, spaceId } = body
  return inTx(ctx, async (ctx) => {
    const space = factsOf(await getSpace(ctx, spaceId))
    allow(policy.openDecision(ctx.viewer, space))
    if (body.method !== 'threshold') throw new Problem('method-not-available', { detail: LATER })
    if (body.options.length > 0) throw invalidField('/options', 'not-allowed')
    for (const name of ['threshold', 'quorum'] as const)
      if (rules[name].numerator > rules[name].denominator)
        throw invalidField(`/rules/${name}/numerator`, 'out-of-range')
    const opensAt = await openingInstant(ctx)
    const closesAt = instantOf(body.closesAt)
    if (closesAt <= ctx.now()) throw invalidField('/closesAt', 'date-past')
    const roll = space.kind === 'committee' ? await committeeRoll(ctx.db) : await spaceRoll(ctx.db, spaceId, opensAt)
    return openVote(ctx, { kind: 'decision', spaceId, question, rules: decisionRules(rules), opensAt, closesAt, roll })
  })
}

const LATER = 'Le jugement majoritaire, la méthode de Schulze et l’approbation viennent avec le module de décisions.'
