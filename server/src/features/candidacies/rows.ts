import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Author } from '@cenacle/contract/person'
import type { Viewer } from '../../context.ts'
import type { Db, Schema } from '../../database/types.ts'
import { hidden } from '../../policy/allow.ts'
import * as policy from '../../policy/candidacy.ts'
import { presentAuthor } from '../accounts/present.ts'

export type CandidacyRow = Selectable<Schema['candidacy']>
/** A candidacy with its sponsor's name, and whether the viewer is the candidate. */
export type SeenCandidacy = CandidacyRow & {
  own: boolean
  sponsor_name: string | null
  sponsor_portrait: string | null
}

/** `select …` of candidacies `c` as the viewer sees them. The candidate is known by the address of the account. */
export const selectCandidacies = (viewer: Viewer): RawBuilder<SeenCandidacy> => sql`
  select c.*, p.name as sponsor_name, p.portrait_key as sponsor_portrait,
    exists (select from person me where me.id = ${viewer.kind === 'person' ? viewer.id : null}::uuid and me.email_key = c.email_key) as own
  from candidacy c left join person p on p.id = c.sponsor_id`

/** @throws Problem sign-in-required or not-found */
export async function getCandidacy(ctx: { db: Db; viewer: Viewer }, id: string): Promise<SeenCandidacy> {
  const { rows } = await sql<SeenCandidacy>`${selectCandidacies(ctx.viewer)} where c.id = ${id}::uuid`.execute(ctx.db)
  const [candidacy] = rows
  if (!candidacy || !policy.read(ctx.viewer, candidacy.own)) throw hidden(ctx.viewer)
  return candidacy
}

export const sponsorOf = ({ sponsor_id, sponsor_name, sponsor_portrait }: SeenCandidacy): Author | null =>
  sponsor_id !== null && sponsor_name !== null
    ? presentAuthor({ id: sponsor_id, name: sponsor_name, portrait_key: sponsor_portrait })
    : null
