import { sql } from 'kysely'
import type { Db } from '../../../database/types.ts'
import { readersOf } from '../../../policy/readers.ts'
import { needsSeat } from '../../../policy/vote.ts'
import { RECUSED } from './recusals.ts'
import type { VoteRow } from './types.ts'

/** Somebody on the roll who may still read the vote, and how they are written to. */
export interface Voter {
  number: number
  name: string
  email: string
  /** They took part; of a secret vote nothing more is known. */
  has_voted: boolean
  /** They may still vote: nobody without a seat on admissions, in juries and in what the committee decides. */
  has_voice: boolean
}

/** Those on the roll of a vote who still have their voice. */
export async function listVoters(...asked: Parameters<typeof listEnrolled>): Promise<Voter[]> {
  return (await listEnrolled(...asked)).filter(({ has_voice }) => has_voice)
}

/** All on the roll, also those who gave up their seat since: who lost access to its space is told nothing of it any more. */
export async function listEnrolled(
  db: Db,
  vote: Pick<VoteRow, 'id' | 'kind' | 'space_id'>,
  now: Date,
): Promise<Voter[]> {
  const space = await db
    .selectFrom('space')
    .select(['id', 'kind', 'open'])
    .where('id', '=', vote.space_id)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<Voter>`
    select r.number, p.name, p.email,
      r.has_voted or exists (select from ballot b where b.vote_id = r.vote_id and b.number = r.number) as has_voted,
      ${needsSeat({ kind: vote.kind, space_kind: space.kind }) ? sql`p.role = 'member'` : sql`true`} as has_voice
    from vote_roll r join person p on p.id = r.person_id
    where r.vote_id = ${vote.id}::uuid and not ${RECUSED} and ${readersOf(space, now)}
    order by r.number`.execute(db)
  return rows
}
