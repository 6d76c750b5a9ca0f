import type { RenewalChoice } from '@cenacle/contract/renewal'
import type { World } from '../../../context.ts'
import { inTx } from '../../../database/transaction.ts'
import type { Tx } from '../../../database/types.ts'
import { record } from '../../../events/record.ts'
import { enqueue, type Handler } from '../../../jobs/jobs.ts'
import { queueMail } from '../../../jobs/mail-job.ts'
import { after, latest, SECOND_MS } from '../../../time.ts'
import { changeStanding, tellStanding } from '../../accounts/commands/standing.ts'
import { lockSeats } from '../../candidacies/queries.ts'
import { SETTLE_JOB, tellCommittee } from './commands.ts'
import { closeLeft, handOver, type Heir } from './hand-over.ts'
import { mails } from './mails.ts'
import { holdRenewal, statusAt } from './rows.ts'

type Settling = Omit<World, 'db'> & { db: Tx }
interface Member {
  id: string
  name: string
  email: string
  is_administrator: boolean
  effect: RenewalChoice
}

/**
 * Lets the answers take effect once the round is closed: all of them or none, once, whoever else closes at the same time. Held by
 * the lock of admissions, so that nobody is seated in between; the seats that become free replay the waiting list (the database
 * queues that).
 */
export const settleRenewal: Handler = (world, { renewalId }) =>
  inTx(world, async (ctx) => {
    await lockSeats(ctx.db)
    const { renewal, now } = await holdRenewal(ctx.db, String(renewalId), 'update')
    if (!renewal || renewal.settled_at) return
    if (statusAt(renewal, now) === 'open') {
      const again = latest(renewal.closes_at, after(ctx.now(), SECOND_MS))
      return enqueue(ctx, SETTLE_JOB, { renewalId: renewal.id }, again)
    }
    const members = await lockMembers(ctx.db, renewal)
    const having = (effect: RenewalChoice): Member[] => members.filter((member) => member.effect === effect)
    await becomeAmbassadors(ctx, having('ambassador'))
    const { heirs, closed } = await leave(ctx, having('leave'))
    for (const effect of ['stay', 'ambassador', 'leave'] as const)
      await note(ctx.db, renewal.id, effect, having(effect))
    await ctx.db.updateTable('renewal').set({ settled_at: now }).where('id', '=', renewal.id).execute()
    const [ambassadors, leavers] = [having('ambassador').length, having('leave').length]
    const detail = JSON.stringify({ renewalId: renewal.id, stay: having('stay').length, ambassadors, leavers })
    await ctx.db
      .insertInto('audit')
      .values({ id: ctx.newId(), actor_id: renewal.opened_by, type: 'renewal.settled', detail, at: ctx.now() })
      .execute()
    await tellCommittee(ctx, renewal.id)
    await tellStanding(ctx, idsOf([...having('ambassador'), ...having('leave')]))
    await tellHeirs(ctx, heirs)
    for (const spaceId of closed) await record(ctx, { type: 'space.changed', spaceId, ids: { spaceId } })
  })

/**
 * Those who were asked and still have a seat, with what becomes of them. Whoever was suspended since could not answer, and stays.
 * The rows of administrators come first, as where roles are changed by hand: two who lock in one order never wait for each other.
 */
async function lockMembers(db: Tx, renewal: { id: string; silence: RenewalChoice }): Promise<Member[]> {
  await db.selectFrom('person').select('id').where('is_administrator', '=', true).orderBy('id').forUpdate().execute()
  const rows = await db
    .selectFrom('person as p')
    .innerJoin('renewal_person as r', 'r.person_id', 'p.id')
    .select(['p.id', 'p.name', 'p.email', 'p.is_administrator', 'p.suspended_at', 'r.answer'])
    .where('r.renewal_id', '=', renewal.id)
    .where('p.role', '=', 'member')
    .orderBy('p.id')
    .forUpdate('p')
    .execute()
  return rows.map(({ answer, suspended_at, ...person }) => ({
    ...person,
    effect: answer ?? (suspended_at ? 'stay' : renewal.silence),
  }))
}

const idsOf = (members: readonly Member[]): string[] => members.map(({ id }) => id)

async function becomeAmbassadors(ctx: Settling, members: Member[]): Promise<void> {
  await changeStanding(ctx.db, idsOf(members), { role: 'ambassador' })
  for (const person of members) await queueMail(ctx, mails.ambassador(person, ctx.baseUrl))
}

/**
 * Who leaves loses the seat, the spaces and the way in. Whoever administers the installation keeps that office until somebody else
 * takes it away: a committee must not be left without anybody who holds its keys. What a leaver alone ran is handed over, or closed.
 */
async function leave(ctx: Settling, members: Member[]): Promise<{ heirs: Heir[]; closed: string[] }> {
  const keepers = idsOf(members.filter((member) => member.is_administrator))
  await changeStanding(ctx.db, keepers, { role: 'administrator' })
  const leavers = members.filter((member) => !member.is_administrator)
  const ids = idsOf(leavers)
  if (ids.length === 0) return { heirs: [], closed: [] }
  const heirs = await handOver(ctx.db, ids)
  const closed = await closeLeft(ctx, ids)
  await changeStanding(ctx.db, ids, { role: 'guest', suspended_at: ctx.now() })
  for (const table of ['space_person', 'calendar_feed'] as const)
    await ctx.db.deleteFrom(table).where('person_id', 'in', ids).execute()
  for (const person of leavers) await queueMail(ctx, mails.goodbye(person))
  for (const heir of heirs) await queueMail(ctx, mails.heir(heir, heir.space, ctx.baseUrl))
  return { heirs, closed }
}

async function tellHeirs(ctx: Settling, heirs: Heir[]): Promise<void> {
  for (const { personId, spaceId } of heirs) {
    await record(ctx, { type: 'access.changed', personId, ids: { spaceId } })
    await record(ctx, { type: 'space.changed', spaceId, ids: { spaceId } })
  }
}

async function note(db: Tx, renewalId: string, effect: RenewalChoice, members: Member[]): Promise<void> {
  if (members.length === 0) return
  await db
    .updateTable('renewal_person')
    .set({ effect })
    .where('renewal_id', '=', renewalId)
    .where('person_id', 'in', idsOf(members))
    .execute()
}
