import { sql } from 'kysely'
import type { List, PageQuery } from '@cenacle/contract/paging'
import type { CandidacyAnswer } from '@cenacle/contract/vote'
import type { Context } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/candidacy.ts'
import { votesWithStatus } from '../votes/queries/standing.ts'
import { getCandidacy, type SeenCandidacy, selectCandidacies, sponsorOf } from './rows.ts'
import { readSeats } from './seats.ts'
import { candidacyStatus } from './status.ts'

/** One candidacy. @throws Problem not-found */
export async function readCandidacy(ctx: Context, id: string): Promise<CandidacyAnswer> {
  const candidacy = await getCandidacy(ctx, id)
  const [answer] = await present(ctx, [candidacy])
  return answer as CandidacyAnswer
}

/** What was just filed, for whoever filed it, with an account or without. */
export async function presentFiled(ctx: Context, id: string): Promise<CandidacyAnswer> {
  const { rows } = await sql<SeenCandidacy>`${selectCandidacies(ctx.viewer)} where c.id = ${id}::uuid`.execute(ctx.db)
  const [answer] = await present(ctx, rows)
  return answer as CandidacyAnswer
}

/** Candidacies, newest first; a candidate's own alone. @throws Problem not-found for those whom admissions do not concern */
export async function listCandidacies(ctx: Context, { cursor, limit }: PageQuery): Promise<List<CandidacyAnswer>> {
  const isCandidate = ctx.viewer.kind === 'person' && ctx.viewer.role === 'candidate'
  allow(policy.list(ctx.viewer) || isCandidate, 'not-found')
  const after = cursor ? decodeCursor(cursor, ['time', 'id']) : undefined
  const { rows } = await sql<SeenCandidacy>`select * from (${selectCandidacies(ctx.viewer)}) c
    where ${policy.list(ctx.viewer) ? sql`true` : sql`c.own`}
      and ${after ? sql`(c.submitted_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by c.submitted_at desc, c.id desc limit ${limit + 1}`.execute(ctx.db)
  const page = cut(
    rows,
    limit,
    (row) => row,
    (row) => [row.submitted_at.toISOString(), row.id],
  )
  return { items: await present(ctx, page.items), next: page.next }
}

async function present(ctx: Context, rows: SeenCandidacy[]): Promise<CandidacyAnswer[]> {
  const seating = await readSeats(ctx.db)
  const votes = await votesWithStatus(
    ctx.db,
    rows.flatMap(({ vote_id }) => vote_id ?? []),
    ctx.now(),
  )
  return rows.map((row) => {
    const vote = row.vote_id ? votes.get(row.vote_id) : undefined
    return {
      id: row.id,
      name: row.name,
      college: row.college,
      employer: row.employer,
      motivation: row.motivation,
      html: row.html,
      sponsor: sponsorOf(row),
      status: candidacyStatus(row, vote && vote.evaluation, seating),
      submittedAt: row.submitted_at.toISOString(),
      openedAt: vote?.opensAt.toISOString() ?? null,
      // The candidate learns the outcome; the vote is the committee's.
      voteId: policy.list(ctx.viewer) ? row.vote_id : null,
      can: { open: row.vote_id === null && policy.open(ctx.viewer) },
    }
  })
}
