import { type RawBuilder, sql } from 'kysely'
import type { List } from '@cenacle/contract/paging'
import type { CandidaciesQuery, CandidacyAnswer, CandidacyStatus } from '@cenacle/contract/candidacy'
import type { Context } from '../../context.ts'
import { cut, decodeCursor } from '../../database/paging.ts'
import { presentAuthor } from '../accounts/present.ts'
import { allow } from '../../policy/allow.ts'
import * as policy from '../../policy/candidacy.ts'
import { votesWithStatus } from '../votes/queries/standing.ts'
import { type StandingVeto, standingVetoes } from './reopen.ts'
import { judgedInstant } from '../votes/queries/rows.ts'
import { isFrozen } from './committee-acts.ts'
import { getCandidacy, type SeenCandidacy, selectCandidacies, sponsorOf } from './rows.ts'
import { readAdmissionRules } from './rules.ts'
import { readSituation } from './situation.ts'
import { candidacyStatus } from './status.ts'
import { after } from '../../time.ts'
import { waitingRanks } from './waiting.ts'

export { lockSeats, readSeats, readSetting } from './seats.ts'
export { countOffered } from './offered.ts'
export { listWaiting } from './waiting.ts'

/** One candidacy. @throws Problem not-found */
export async function readCandidacy(ctx: Context, id: string): Promise<CandidacyAnswer> {
  const candidacy = await getCandidacy(ctx, id)
  const [answer] = await present(ctx, [candidacy])
  return answer as CandidacyAnswer
}

/** Candidacies, newest first; a candidate's own alone. @throws Problem not-found for those whom admissions do not concern */
export async function listCandidacies(
  ctx: Context,
  { cursor, limit, state }: CandidaciesQuery,
): Promise<List<CandidacyAnswer>> {
  const isCandidate = ctx.viewer.kind === 'person' && ctx.viewer.role === 'candidate'
  allow(policy.list(ctx.viewer) || isCandidate, 'not-found')
  const last = cursor ? decodeCursor(cursor, ['time', 'id']) : undefined
  const { rows } = await sql<SeenCandidacy>`select * from (${selectCandidacies(ctx.viewer)}) c
    where ${policy.list(ctx.viewer) ? sql`true` : sql`c.own`}
      and ${state ? await isIn(ctx, state) : sql`true`}
      and ${last ? sql`(c.submitted_at, c.id) < (${last[0]}::timestamptz, ${last[1]}::uuid)` : sql`true`}
    order by c.submitted_at desc, c.id desc limit ${limit + 1}`.execute(ctx.db)
  const page = cut(
    rows,
    limit,
    (row) => row,
    (row) => [row.submitted_at.toISOString(), row.id],
  )
  return { items: await present(ctx, page.items), next: page.next }
}

/** `candidacyStatus`, as SQL, for the two that wait for an act. Whoever is the candidate waits for others. */
async function isIn(ctx: Context, state: NonNullable<CandidaciesQuery['state']>): Promise<RawBuilder<boolean>> {
  const now = await judgedInstant(ctx)
  const { opening, secondReadingWithin } = (await readAdmissionRules(ctx.db)).delays
  const isLive = sql`c.ended is null and c.admitted_at is null and not c.own`
  if (state === 'submitted')
    return sql<boolean>`(${isLive} and c.vote_id is null and c.submitted_at > ${after(now, -opening)}::timestamptz)`
  return sql<boolean>`(${isLive} and c.second_reading_at is null and exists (
    select from vote v join ballot b on b.vote_id = v.id and b.choice = 'veto' and b.lapsed_at is null
    where v.id = c.vote_id and v.cancelled_at is null and v.closes_at <= ${now}::timestamptz
      and v.closes_at > ${after(now, -secondReadingWithin)}::timestamptz))`
}

/** What whoever is the candidate does not learn: that somebody opposed a veto, that too few voted. */
const asTold: Partial<Record<CandidacyAnswer['status'], CandidacyAnswer['status']>> = {
  vetoed: 'open',
  quorum_failed: 'open',
  no_ballot: 'open',
  refused: 'not_adopted',
}

async function present(ctx: Context, rows: SeenCandidacy[]): Promise<CandidacyAnswer[]> {
  const now = await judgedInstant(ctx)
  const seating = await readSituation(ctx.db, now)
  const voteIds = rows.flatMap(({ vote_id }) => vote_id ?? [])
  const votes = await votesWithStatus(ctx.db, voteIds, now)
  const sees = (row: SeenCandidacy): boolean => policy.see(ctx.viewer, row.own)
  const { minDays, maxDays, days, sponsorRequired } = await readAdmissionRules(ctx.db)
  const vetoes = Map.groupBy(rows.some(sees) ? await standingVetoes(ctx.db, voteIds) : [], ({ voteId }) => voteId)
  const isWaiting = rows.some((row) => sees(row) && row.waiting_since !== null)
  const ranks = isWaiting ? await waitingRanks(ctx.db, now) : new Map<string, number>()
  return rows.map((row) => {
    const isCommittee = sees(row)
    const vote = row.vote_id ? votes.get(row.vote_id) : undefined
    const status = candidacyStatus(row, vote, seating, now)
    const standing = status === 'vetoed' ? (vetoes.get(row.vote_id ?? '') ?? []) : []
    const needsSponsor = isCommittee && sponsorRequired && status === 'submitted' && row.sponsor_id === null
    const rights = rightsOf(ctx, row, status, standing)
    const can = { ...rights, open: rights.open && !needsSponsor }
    return {
      id: row.id,
      name: row.name,
      college: row.college,
      employer: row.employer,
      motivation: row.motivation,
      html: row.html,
      sponsor: sponsorOf(row),
      status: isCommittee ? status : (asTold[status] ?? status),
      submittedAt: row.submitted_at.toISOString(),
      openedAt: vote?.opensAt.toISOString() ?? null,
      // The candidate learns the outcome; the vote is the committee's. Once admitted, they read its totals.
      voteId: isCommittee || (row.admitted_at !== null && policy.list(ctx.viewer)) ? row.vote_id : null,
      sponsorNamed: row.sponsor_named,
      presentation: isCommittee ? presentationOf(row) : null,
      opening: can.open ? { minDays, maxDays, days } : null,
      rank: isCommittee ? (ranks.get(row.id) ?? null) : null,
      offerUntil: status === 'offered' ? (row.offer_until?.toISOString() ?? null) : null,
      endReason: status === 'inadmissible' ? row.end_reason : null,
      needsSponsor,
      secondReading: isCommittee && row.second_reading_at !== null,
      mediation: isCommittee ? mediationOf(row) : null,
      vetoes: isCommittee && status === 'vetoed' ? countsOf(standing) : null,
      can,
    }
  })
}

const presentationOf = (row: SeenCandidacy): CandidacyAnswer['presentation'] =>
  row.presentation !== null && row.presented_at
    ? { text: row.presentation, html: row.presentation_html ?? '', at: row.presented_at.toISOString() }
    : null

function mediationOf(row: SeenCandidacy): CandidacyAnswer['mediation'] {
  const { mediation: text, mediated_by: id, mediator_name: name, mediator_portrait: portrait_key } = row
  if (text === null || !row.second_reading_at) return null
  const person = id !== null && name !== null ? presentAuthor({ id, name, portrait_key }) : null
  return { text, person, at: row.second_reading_at.toISOString() }
}

const countsOf = (standing: StandingVeto[]): CandidacyAnswer['vetoes'] => ({
  standing: standing.length,
  takenBack: standing.filter(({ isTakenBack }) => isTakenBack).length,
})

function rightsOf(
  { viewer }: Context,
  row: SeenCandidacy,
  status: CandidacyStatus,
  standing: StandingVeto[],
): CandidacyAnswer['can'] {
  const isLive = row.ended === null && row.admitted_at === null
  const { own } = row
  const speaks = isLive && policy.sponsor(viewer, row.sponsor_id, own)
  const mine = standing.find(({ personId }) => viewer.kind === 'person' && personId === viewer.id)
  const isResolved = standing.every(({ isTakenBack }) => isTakenBack)
  return {
    open: status === 'submitted' && policy.open(viewer, own),
    sponsor: speaks && row.sponsor_id === null,
    present: speaks && !isFrozen(status),
    readQuestions: policy.see(viewer, own),
    ask: isLive && policy.ask(viewer, own),
    declareInadmissible: status === 'submitted' && policy.run(viewer, own),
    takeVetoBack: mine !== undefined && !mine.isWithdrawn && policy.vote(viewer, own),
    reopen: status === 'vetoed' && isResolved && policy.open(viewer, own),
    mediate: status === 'vetoed' && !isResolved && policy.run(viewer, own),
  }
}
