import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Author, College } from '@cenacle/contract/person'
import type { Viewer, World } from '../../context.ts'
import type { Db, Schema, Tx } from '../../database/types.ts'
import { hidden } from '../../policy/allow.ts'
import * as policy from '../../policy/candidacy.ts'
import { presentAuthor } from '../accounts/present.ts'

/** The world inside a transaction. */
export type InTx = Omit<World, 'db'> & { db: Tx }

/** What is filed, by whichever way it came. `html` is the motivation as it is shown. */
export interface Filing {
  name: string
  email: string
  college: College
  employer: string
  motivation: string
  html: string
  sponsorNamed?: string
  sponsorId: string | null
  submittedBy: string | null
  /** Of the candidate, by the public form; a proposal has none. */
  consent: { at: Date; charterHash: string } | null
}

export type CandidacyRow = Selectable<Schema['candidacy']>
/** A candidacy with its sponsor's name, and whether the viewer is the candidate. */
export type SeenCandidacy = CandidacyRow & {
  own: boolean
  sponsor_name: string | null
  sponsor_portrait: string | null
  mediator_name: string | null
  mediator_portrait: string | null
}

/**
 * `select …` of candidacies `c` as the viewer sees them. The candidate is known by the account that the address had when the file came,
 * or has now.
 */
export const selectCandidacies = (viewer: Viewer): RawBuilder<SeenCandidacy> => sql`
  select c.*, p.name as sponsor_name, p.portrait_key as sponsor_portrait,
    m.name as mediator_name, m.portrait_key as mediator_portrait,
    exists (select from person me where me.id = ${viewer.kind === 'person' ? viewer.id : null}::uuid
      and (me.email_key = c.email_key or me.id = c.person_id)) as own
  from candidacy c left join person p on p.id = c.sponsor_id left join person m on m.id = c.mediated_by`

/** Whether the candidate's account is suspended. */
export const isSuspended = sql<boolean>`exists (
  select from person account
  where (account.email_key = candidacy.email_key or account.id = candidacy.person_id) and account.suspended_at is not null)`

/** The same of one candidacy. */
export async function hasSuspendedAccount(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('candidacy').select(isSuspended.as('is')).where('id', '=', id).executeTakeFirst()
  return row?.is === true
}

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
