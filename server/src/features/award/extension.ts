import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/award.ts'
import { Problem } from '../../problem.ts'
import { extendHeld } from '../votes/commands/manage.ts'
import { halt } from '../votes/queries/rules.ts'
import { lockVote } from '../votes/queries/rows.ts'
import { recusalsOf } from './conflicts-found.ts'
import { allowPhase, allowRunning, committeeRole, getCategory, lockEdition, noteDone } from './rows.ts'

/**
 * Gives the jury of a category more time, twice at most, with a reason that its roll is told. Who runs the award and has no conflict of
 * interest in the category may, whether or not they judge it: its ballots they read no more than before.
 * @returns the edition's id
 * @throws Problem not-found, forbidden, edition-frozen, vote-closed, extensions-used; invalid for a close that is not later
 */
export const extendJury = (
  ctx: PersonContext,
  categoryId: string,
  { closesAt, reason }: { closesAt: string; reason: string },
): Promise<string> =>
  inTx(ctx, async (ctx) => {
    await allowRunning(ctx)
    const held = await lockEdition(ctx.db, (await getCategory(ctx.db, categoryId)).edition_id)
    allowPhase(held, 'jury')
    const recused = (await recusalsOf(ctx.db, held.edition, true)).get(categoryId)?.has(ctx.viewer.id) ?? false
    allow(policy.extend(ctx.viewer, { phase: held.phase, role: await committeeRole(ctx) }, recused))
    const { vote_id } = await getCategory(ctx.db, categoryId)
    if (vote_id === null) throw new Problem('vote-not-open')
    const { vote, now } = await lockVote(ctx.db, vote_id)
    const stop = halt(vote, now)
    if (stop) throw new Problem(stop)
    await extendHeld(ctx, { vote, now, actor: 'bureau' }, { closesAt, reason })
    const changes = { juryClosesAt: { from: vote.closes_at.toISOString(), to: closesAt } }
    await noteDone(ctx, held.edition, 'jury.extended', { categoryId, changes, reason })
    return held.edition.id
  })
