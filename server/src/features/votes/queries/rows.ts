import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { SpaceKind, SpaceRole } from '@cenacle/contract/space'
import type { Viewer } from '../../../context.ts'
import type { Db, Schema, Tx } from '../../../database/types.ts'
import { hidden } from '../../../policy/allow.ts'
import { Problem } from '../../../problem.ts'
import { roleOfRank } from '../../../policy/roles.ts'
import { joinOwnRow, roleRank } from '../../../policy/visible.ts'
import * as policy from '../../../policy/vote.ts'
import { RECUSED } from './recusals.ts'
import type { VoteRow } from './types.ts'
import { earliest } from '../../../time.ts'

/** A vote with what the viewer is to it: the role in its space, the place on its roll, whether it is theirs. */
export type SeenVote = VoteRow & {
  role: SpaceRole | null
  space_kind: SpaceKind
  number: number | null
  /** Of a secret vote: the viewer took part. */
  has_voted: boolean
  /** Options that the viewer alone does not judge. */
  excused: string[]
  /** On the roll, and not recused. */
  onRoll: boolean
  /** Its result is public, or under no embargo. By the database's clock. */
  released: boolean
  /** How many took part, before the close too: participation is no result. */
  voted: number
  candidacy_id: string | null
  /** It is about the viewer's own candidacy; and that was admitted. */
  candidate: boolean
  admitted: boolean
  written_name: string | null
  written_portrait: string | null
  reviewer_name: string | null
  reviewer_portrait: string | null
}

/** All but the texts, which may be as long as a page. */
const listed = sql.raw(
  [
    'id',
    'space_id',
    'kind',
    'method',
    'question',
    'rules',
    'opened_by',
    'opens_at',
    'closes_at',
    'moved_at',
    'reopened_at',
    'roll_size',
    'rules_hash',
    'roll_hash',
    'draw_nonce',
    'settled_at',
    'counted',
    'options',
    'withdrawn',
    'secret',
    'topic_id',
    'page_id',
    'page_version',
    'source_title',
    'revises_id',
    'revises_version',
    'revision_pending',
    'adopted_seq',
    'replaced_seq',
    'adopted_at',
    'extensions',
    'cancelled_at',
    'cancel_reason',
    'outcome_by',
    'outcome_at',
    'review_on',
    'reviewed_at',
    'reviewed_by',
    'review_text',
    'source_at',
    'embargo',
    'released_at',
  ]
    .map((name) => `v.${name}`)
    .join(', '),
)
const textless = sql`${listed}, null::text as text, null::text as html, null::text as proposal,
  null::jsonb as comparison, null::text as outcome_text, null::text as outcome_html`

type Ranked = SeenVote & { rank: number }

/** Of a vote `v`: whoever asks now may learn its result, once it has closed. */
export const RELEASED = sql<boolean>`(not v.embargo or coalesce(v.released_at <= cenacle_clock(), false))`

/** Of a vote with its candidacy `c`: it is the viewer's, by the address of the account, or by the account that had it when the file came. */
export const isCandidate = (viewer: Viewer): RawBuilder<boolean> => sql<boolean>`exists (
  select from person me where me.id = ${viewer.kind === 'person' ? viewer.id : null}::uuid
    and (me.email_key = c.email_key or me.id = c.person_id))`

/**
 * `select …` of votes as the viewer sees them; add conditions on `v`, the viewer's place is `mine`.
 * @param texts with the texts of each, for one vote; a list goes without
 */
export const selectVotes = (viewer: Viewer, now: Date, texts: boolean): RawBuilder<Ranked> => sql`
  select ${texts ? sql`v.*` : textless}, s.kind as space_kind, ${roleRank(viewer)} as rank, mine.number,
    mine.number is not null as "onRoll", coalesce(mine.has_voted, false) as has_voted, coalesce(mine.options, '[]') as excused,
    ${RELEASED} as released,
    case when v.secret then (select count(*)::int from vote_roll t where t.vote_id = v.id and t.has_voted)
      else (select count(*)::int from ballot t where t.vote_id = v.id) end as voted,
    c.id as candidacy_id, ${isCandidate(viewer)} as candidate, c.admitted_at is not null as admitted,
    w.name as written_name, w.portrait_key as written_portrait,
    e.name as reviewer_name, e.portrait_key as reviewer_portrait
  from vote v
  join space s on s.id = v.space_id
  ${joinOwnRow(viewer, now)}
  left join lateral (
    select r.number, r.has_voted, x.options from vote_roll r
    left join vote_recusal x on x.vote_id = r.vote_id and x.number = r.number
    where r.vote_id = v.id and r.person_id = ${viewer.kind === 'person' ? viewer.id : null}::uuid and not ${RECUSED}
  ) mine on true
  left join candidacy c on c.vote_id = v.id
  left join person w on w.id = v.outcome_by
  left join person e on e.id = v.reviewed_by`

export const seen = ({ rank, ...row }: Ranked): SeenVote => ({ ...row, role: roleOfRank(rank) })

/**
 * Finds a vote that the viewer may read.
 * @throws Problem sign-in-required or not-found, the same for a hidden vote as for an unknown one; not-on-roll for a jury of others
 */
export const getVote = (ctx: Asking, id: string): Promise<SeenVote> => findVote(ctx, id, policy.read)

/** The same of a vote whose log the viewer may read, be it without its contents. @throws Problem as above */
export const getLogged = (ctx: Asking, id: string): Promise<SeenVote> => findVote(ctx, id, policy.readLog)

type Asking = { db: Db; now(): Date; viewer: Viewer }

async function findVote(ctx: Asking, id: string, may: typeof policy.read): Promise<SeenVote> {
  const select = selectVotes(ctx.viewer, ctx.now(), true)
  const { rows } = await sql<Ranked>`${select} where v.id = ${id}::uuid`.execute(ctx.db)
  const vote = rows[0] && seen(rows[0])
  if (vote && may(ctx.viewer, vote)) return vote
  if (!vote || !policy.mayKnow(ctx.viewer, vote)) throw hidden(ctx.viewer)
  throw new Problem('not-on-roll')
}

/**
 * Locks a vote against every other ballot, then reads it and the database's clock: the deadline is judged by that clock,
 * after the wait for the lock.
 */
export async function lockVote(db: Tx, id: string): Promise<{ vote: VoteRow; now: Date }> {
  const vote = await db.selectFrom('vote').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  return { vote: asVote(vote), now: await databaseClock(db) }
}

/** The clock of every deadline. */
export async function databaseClock(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select cenacle_clock() as now`.execute(db)
  const [row] = rows
  if (!row) throw new Error('the database has no clock')
  return row.now
}

/**
 * Now, by whichever of the two clocks is behind: a vote opens no later than the clock that will judge its ballots, so that the first
 * voter is never told to wait; and nothing is told of ballots as long as that clock still takes some.
 */
export async function judgedInstant(ctx: { db: Db; now(): Date }): Promise<Date> {
  return earliest(ctx.now(), await databaseClock(ctx.db))
}

/** JSON columns have the shape that the opening gave them. */
export const asVote = (row: Selectable<Schema['vote']>): VoteRow => row as VoteRow
