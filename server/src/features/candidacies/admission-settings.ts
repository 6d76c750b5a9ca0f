import { type AdmissionsAnswer, type AdmissionsBody } from '@cenacle/contract/admissions'
import type { PersonContext } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/person.ts'
import { invalidField } from '../../problem.ts'
import { daysOf } from '../../time.ts'
import { readAdmissionRules, readOwnRules } from './rules.ts'
import { lockSeats } from './seats.ts'

/** The rules that the next opening freezes. */
export async function getAdmissions(ctx: PersonContext): Promise<AdmissionsAnswer> {
  allow(policy.administer(ctx.viewer))
  const { rules, delays, days, minDays, maxDays, sponsorRequired } = await readAdmissionRules(ctx.db)
  const { base, threshold, comparator, quorum, vetoLapses, lateVeto, vetoReaders = 'committee' } = rules
  const { secondReadingWithin, secondReading, offer, waiting } = delays
  return {
    days,
    minDays,
    maxDays,
    rules: { base, threshold, comparator, quorum, vetoLapses, lateVeto, vetoReaders },
    sponsorRequired,
    delays: {
      secondReadingWithin: daysOf(secondReadingWithin),
      secondReading: daysOf(secondReading),
      offer: daysOf(offer),
      waiting: daysOf(waiting),
    },
  }
}

/**
 * Changes them for the votes to come: one that is open keeps what its opening froze, an offer and a wait keep their dates. What
 * the setting says besides stays as it is. Under the seats' lock, as an opening is.
 * @throws Problem forbidden; invalid where one value does not go with another
 */
export async function setAdmissions(ctx: PersonContext, next: AdmissionsBody): Promise<void> {
  allow(policy.administer(ctx.viewer))
  await inTx(ctx, async (ctx) => {
    await lockSeats(ctx.db)
    const before = await readOwnRules(ctx.db)
    refuseContradiction(next, before.maxDays ?? DEFAULT_MOST_DAYS)
    const after = {
      ...before,
      ...next,
      rules: { ...before.rules, ...next.rules },
      delays: { ...before.delays, ...next.delays },
    }
    const row = { value: JSON.stringify(after), updated_at: ctx.now() }
    await ctx.db
      .insertInto('setting')
      .values({ key: 'admissions', ...row })
      .onConflict((oc) => oc.column('key').doUpdateSet(row))
      .execute()
    const detail = JSON.stringify({ before, after })
    await ctx.db
      .insertInto('audit')
      .values({ id: ctx.newId(), actor_id: ctx.viewer.id, type: 'admissions.set', detail, at: ctx.now() })
      .execute()
  })
}

const DEFAULT_MOST_DAYS = 60

function refuseContradiction({ days, minDays, rules }: AdmissionsBody, maxDays: number): void {
  if (minDays > maxDays) throw invalidField('/minDays', 'out-of-range')
  if (days < minDays || days > maxDays) throw invalidField('/days', 'out-of-range')
  for (const name of ['threshold', 'quorum'] as const)
    if (rules[name].numerator > rules[name].denominator) throw invalidField(`/rules/${name}/numerator`, 'out-of-range')
  // Less time after a late veto than it takes to be late would move nothing.
  const { windowHours, remainHours } = rules.lateVeto
  if (remainHours < windowHours) throw invalidField('/rules/lateVeto/remainHours', 'out-of-range')
}
