import type { Author } from '@cenacle/contract/person'
import type { CurrentRenewalAnswer, RenewalAnswer } from '@cenacle/contract/renewal'
import type { PersonContext } from '../../../context.ts'
import { allow } from '../../../policy/allow.ts'
import * as policy from '../../../policy/renewal.ts'
import { presentAuthor } from '../../accounts/present.ts'
import { committeeRole, findNewest, type RenewalRow, standingOf, statusAt } from './rows.ts'

/**
 * Where the newest renewal stands. Before the close nothing is counted but how many have answered, and nobody's answer is
 * shown but one's own, whoever asks.
 * @throws Problem not-found for those who may not browse the committee
 */
export async function readRenewal(ctx: PersonContext): Promise<CurrentRenewalAnswer> {
  allow(policy.read(ctx.viewer), 'not-found')
  const runs = policy.run(ctx.viewer, await committeeRole(ctx))
  const row = await findNewest(ctx.db)
  if (!row) return { renewal: null, can: { open: runs } }
  const renewal = await present(ctx, row, runs)
  return { renewal, can: { open: runs && renewal.status === 'settled' } }
}

async function present(ctx: PersonContext, row: RenewalRow, runs: boolean): Promise<RenewalAnswer> {
  const standing = await standingOf(ctx.db, row.id, ctx.viewer)
  const status = statusAt(row, ctx.now())
  const { asked, answered, stay, ambassador, leave } = standing
  return {
    id: row.id,
    openedAt: row.opened_at.toISOString(),
    closesAt: row.closes_at.toISOString(),
    status,
    silence: row.silence,
    asked,
    answered,
    mine: { asked: standing.own, answer: standing.own_answer, at: standing.own_at?.toISOString() ?? null },
    result: status === 'settled' ? { stay, ambassador, leave } : null,
    silent: status === 'settled' && runs ? await listSilent(ctx, row.id) : null,
    can: {
      answer: status === 'open' && standing.own && policy.answer(ctx.viewer),
      abandon: status === 'open' && runs,
    },
  }
}

/** Who was asked and did not answer, by name. */
async function listSilent({ db }: PersonContext, renewalId: string): Promise<Author[]> {
  const rows = await db
    .selectFrom('renewal_person as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['p.id', 'p.name', 'p.portrait_key'])
    .where('r.renewal_id', '=', renewalId)
    .where('r.answer', 'is', null)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  return rows.map(presentAuthor)
}

/** The renewal that waits for the viewer's answer, if there is one. */
export async function findUnanswered(ctx: PersonContext): Promise<{ id: string; closesAt: string } | undefined> {
  if (!policy.answer(ctx.viewer)) return undefined
  const row = await ctx.db
    .selectFrom('renewal as r')
    .innerJoin('renewal_person as mine', 'mine.renewal_id', 'r.id')
    .select(['r.id', 'r.closes_at'])
    .where('mine.person_id', '=', ctx.viewer.id)
    .where('mine.answer', 'is', null)
    .where('r.settled_at', 'is', null)
    .where('r.closes_at', '>', ctx.now())
    .executeTakeFirst()
  return row && { id: row.id, closesAt: row.closes_at.toISOString() }
}
