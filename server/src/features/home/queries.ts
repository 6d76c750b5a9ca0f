import type { HomeAnswer } from '@cenacle/contract/home'
import type { PersonContext } from '../../context.ts'
import { findNextMeeting, findUnanswered } from '../committee/queries.ts'
import { listMovingTopics, listUnanswered } from '../forum/queries.ts'
import { readCommittee } from './committee.ts'
import { listMovingPages, listWriting } from './pages.ts'
import { listReviews, listWaitingCandidacies, listWaitingVotes } from './votes.ts'

/** Who is in which page right now: person ids by page id. */
export type Presence = () => ReadonlyMap<string, readonly string[]>

const MOVING = 12
const MENTIONS = 10

/** What waits for the viewer, what moves in their spaces, who writes right now, and the committee for those of it. */
export async function readHome(ctx: PersonContext, presence: Presence): Promise<HomeAnswer> {
  const votes = await listWaitingVotes(ctx)
  const mentions = await listUnanswered(ctx, MENTIONS)
  const candidacies = await listWaitingCandidacies(ctx)
  const reviews = await listReviews(ctx)
  const renewal = await findUnanswered(ctx)
  const topics = await listMovingTopics(ctx, MOVING)
  const pages = await listMovingPages(ctx, MOVING)
  return {
    waiting: [
      ...votes,
      ...(renewal ? [{ kind: 'renewal' as const, ...renewal }] : []),
      ...mentions,
      ...reviews,
      ...candidacies,
    ],
    moving: [...topics, ...pages].sort(newestFirst).slice(0, MOVING),
    writing: await listWriting(ctx, presence()),
    nextMeeting: await findNextMeeting(ctx),
    ...(await readCommittee(ctx)),
  }
}

/** ISO times of one form are in the order of their letters. */
const newestFirst = (a: { at: string }, b: { at: string }): number => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1)
