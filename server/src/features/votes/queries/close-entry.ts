import { sql } from 'kysely'
import type { CalendarEntry } from '../../../calendar/ics.ts'
import type { PersonContext } from '../../../context.ts'
import * as policy from '../../../policy/vote.ts'
import { after, DAY_MS, instantOf, latest } from '../../../time.ts'
import { type SeenVote, seen, selectVotes } from './rows.ts'
import type { VoteRow } from './types.ts'

type Reading = Pick<PersonContext, 'db' | 'baseUrl'>

const DAY_MINUTES = 1_440
const PAST_DAYS = 30

/** What makes another version of the entry: the log only grows, and so does their number, also when a vote is opened again. */
const VERSIONS = [
  'close.moved',
  'close.extended',
  'close.early',
  'vote.cancelled',
  'ballot.closed',
  'candidacy.reopened',
] as const

/** The closes of some votes as entries of a calendar. Each move, the cancellation, the end and another opening are versions. */
export async function closeEntries({ db, baseUrl }: Reading, votes: readonly VoteRow[]): Promise<CalendarEntry[]> {
  if (votes.length === 0) return []
  const events = await db
    .selectFrom('vote_event')
    .select(['vote_id', 'ts'])
    .where(
      'vote_id',
      'in',
      votes.map(({ id }) => id),
    )
    .where('type', 'in', [...VERSIONS])
    .execute()
  const changes = Map.groupBy(events, ({ vote_id }) => vote_id)
  return votes.map((vote) =>
    closeEntry(
      baseUrl,
      vote,
      (changes.get(vote.id) ?? []).map(({ ts }) => instantOf(ts)),
    ),
  )
}

function closeEntry(baseUrl: string, vote: VoteRow, changes: readonly Date[]): CalendarEntry {
  return {
    uid: `vote-${vote.id}@${new URL(baseUrl).hostname}`,
    sequence: changes.length,
    changedAt: changes.reduce(latest, vote.opens_at),
    startsAt: vote.closes_at,
    title: `Clôture du vote\u00a0: ${vote.question}`,
    description: `Dernier moment pour vous prononcer\u00a0: ${baseUrl}/votes/${vote.id}`,
    url: `${baseUrl}/votes/${vote.id}`,
    cancelled: vote.cancelled_at !== null,
    remindMinutes: DAY_MINUTES,
  }
}

/** The votes on whose roll the viewer stands, as long as they may read them; those long closed are left out. */
export async function listOwnCloses(ctx: PersonContext): Promise<CalendarEntry[]> {
  const since = after(ctx.now(), -PAST_DAYS * DAY_MS)
  const { rows } = await sql<SeenVote & { rank: number }>`${selectVotes(ctx.viewer, ctx.now(), false)}
    where mine.number is not null and v.closes_at > ${since}::timestamptz
    order by v.closes_at, v.id`.execute(ctx.db)
  const votes = rows.map(seen).filter((vote) => policy.read(ctx.viewer, vote))
  return closeEntries(ctx, votes)
}
