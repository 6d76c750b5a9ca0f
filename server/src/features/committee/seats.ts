import { type College, quotaOf } from '@cenacle/tally/seats'
import type { SeatsPicture } from '@cenacle/contract/committee'
import type { PersonContext } from '../../context.ts'
import { allow } from '../../policy/allow.ts'
import * as candidacy from '../../policy/candidacy.ts'
import { browse } from '../../policy/person.ts'
import { countOffered, listWaiting, readSeats, readSetting } from '../candidacies/queries.ts'
import { listTeams } from './directory.ts'

/**
 * Seats, parity and waiting list: of the colleges the totals, whoever asks; of those who wait the names, for whom admissions
 * concern, and never with a college.
 * @throws Problem not-found for those who may not browse the committee
 */
export async function readSeatsPicture(ctx: PersonContext): Promise<SeatsPicture> {
  allow(browse(ctx.viewer), 'not-found')
  const { cap, parity, difference } = await readSetting(ctx.db)
  const { women, men, undeclared = 0 } = (await readSeats(ctx.db)).seats
  const offered = await countOffered(ctx.db, ctx.now())
  const waiting = await listWaiting(ctx.db, ctx.now())
  const count = (college: College): number => waiting.filter((one) => one.college === college).length
  const taken = women + men + undeclared + offered.woman + offered.man + offered.undeclared
  return {
    cap,
    parity,
    difference,
    quota: parity === 'shown' ? null : quotaOf(cap),
    seated: { women, men, undeclared },
    offered: { women: offered.woman, men: offered.man, undeclared: offered.undeclared },
    free: Math.max(0, cap - taken),
    ambassadors: await countAmbassadors(ctx),
    waiting: { women: count('woman'), men: count('man'), undeclared: count('undeclared') },
    list: candidacy.list(ctx.viewer)
      ? waiting.map(({ id, name, admissibleAt, rank }) => ({ candidacyId: id, name, rank, since: admissibleAt }))
      : null,
    teams: await listTeams(ctx),
  }
}

async function countAmbassadors({ db }: PersonContext): Promise<number> {
  const { count } = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', '=', 'ambassador')
    .where('suspended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
