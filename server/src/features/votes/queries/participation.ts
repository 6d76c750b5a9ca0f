import { sql } from 'kysely'
import type { Db } from '../../../database/types.ts'
import { RECUSED } from './recusals.ts'

/** One place on a roll, and whether it took part: a ballot of any kind does, a blank one too. */
export interface Participation {
  vote_id: string
  person_id: string | null
  name: string | null
  portrait_key: string | null
  has_voted: boolean
}

/** Who is on the roll of some named votes and has voted, never what; those recused are not on it. In the order of names. */
export function listParticipation(db: Db, voteIds: readonly string[]): Promise<Participation[]> {
  if (voteIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('vote_roll as r')
    .leftJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('ballot as b', (join) => join.onRef('b.vote_id', '=', 'r.vote_id').onRef('b.number', '=', 'r.number'))
    .select((eb) => [
      'r.vote_id',
      'r.person_id',
      'p.name',
      'p.portrait_key',
      eb('b.number', 'is not', null).$castTo<boolean>().as('has_voted'),
    ])
    .where('r.vote_id', 'in', [...voteIds])
    .where(sql<boolean>`not ${RECUSED}`)
    .orderBy('p.name')
    .orderBy('r.number')
    .execute()
}
