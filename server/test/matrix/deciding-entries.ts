import type { Action } from '../../src/policy/matrix.ts'
import { administer } from '../../src/policy/person.ts'
import * as spacePolicy from '../../src/policy/space.ts'
import * as votePolicy from '../../src/policy/vote.ts'
import { everywhere, inPlaces, judge, nowhere, type Case, type Entry } from './cases.ts'
import { aDraft, type Actor, type Installation, type Place } from './installation.ts'
import { DAY } from '../votes.ts'
import { admission, isCommittee } from './vote-entries.ts'

const REASON = 'Trois personnes étaient en congé.'
const PAST = '2001-01-01T00:00:00Z'

const set = ({ t }: Installation, id: string, values: object) =>
  t.deps.world.db.updateTable('vote').set(values).where('id', '=', id).execute()

/** What is done with a vote besides voting; every vote here was opened by the host, so others need to run the space. */
const managing = (
  action: string,
  body: object | undefined,
  rest: (i: Installation, id: string) => Pick<Case, 'before' | 'after'> = () => ({}),
): Entry =>
  inPlaces({
    access: 'vote.manage',
    request: ({ decisionId }, i) => ({ url: `/api/votes/${decisionId}/${action}`, body, ...rest(i, decisionId) }),
    may: spacePolicy.manage,
    ...(action !== 'outcome' &&
      action !== 'review' && {
        also: admission(
          'admission.manage',
          (i) => ({ url: `/api/votes/${i.openVote}/${action}`, body }),
          (i, actor) => action !== 'cancel' && action !== 'withdrawals' && administer(i.viewerOf(actor)),
        ),
      }),
  })

/** Closes a decision for one request. */
const closed = (i: Installation, id: string): Pick<Case, 'before' | 'after'> => {
  const at = (milliseconds: number) => new Date(i.t.deps.world.now().getTime() + milliseconds)
  return {
    before: () => set(i, id, { opens_at: at(-2), closes_at: at(-1) }),
    after: () => set(i, id, { closes_at: at(5 * DAY), settled_at: null, counted: null }),
  }
}

/** The same, with an outcome to look at again. */
const toReview = (i: Installation, id: string): Pick<Case, 'before' | 'after'> => {
  const { before, after } = closed(i, id)
  const none = { reviewed_at: null, reviewed_by: null, review_text: null, review_on: null }
  return {
    before: async () => {
      await before?.()
      await set(i, id, { review_on: '2026-01-05' })
    },
    after: async () => {
      await set(i, id, none)
      await after?.()
    },
  }
}

interface OfDraft {
  access: Extract<Action, 'draft.read' | 'draft.write'>
  request: (id: string) => { url: string; body?: unknown }
  /** Makes a draft for each request, since it does not outlive it. */
  fresh?: boolean
}

/** Drafts are hidden from those who could not put a question to the vote there; who could, but not this one, is refused. */
const ofDrafts =
  ({ access, request, fresh }: OfDraft): Entry =>
  async (i: Installation, actor: Actor) => {
    const cases: Case[] = []
    for (const place of i.places) {
      const facts = i.factsOf(actor, place)
      const viewer = i.viewerOf(actor)
      const sees = votePolicy.openDecision(viewer, facts)
      const may = access === 'draft.read' || votePolicy.changeDraft(viewer, facts, { own: false })
      const id = fresh ? await aDraft(i.host.caller, place) : place.draftId
      cases.push({ target: place.name, ...request(id), expected: judge(i, actor, access, sees, may) })
    }
    const unknown = request(nowhere.draftId)
    return [...cases, { target: 'unknown', ...unknown, expected: judge(i, actor, access, false, false) }]
  }

const draft = (id: string): string => `/api/decisions/drafts/${id}`
const elsewhere = { kind: 'topic', id: nowhere.topicId }

/** The life of votes and drafts. */
export const decidingEntries: Record<string, Entry> = {
  'POST /api/votes/:id/extend': managing('extend', { closesAt: PAST, reason: REASON }),
  // These votes have no option: that is said after the rights.
  'POST /api/votes/:id/withdrawals': managing('withdrawals', { optionId: 'o1', reason: REASON }),
  'POST /api/votes/:id/close': managing('close', undefined),
  'POST /api/votes/:id/cancel': managing('cancel', { reason: REASON }, (i, id) => ({
    after: () => set(i, id, { cancelled_at: null, cancel_reason: null }),
  })),
  'PUT /api/votes/:id/outcome': managing('outcome', { text: 'Nous le ferons.' }, closed),
  'PUT /api/votes/:id/review': managing('review', { text: 'Les deux points sont faits.' }, toReview),
  'GET /api/decisions/drafts': everywhere('draft.list', '/api/decisions/drafts'),
  'POST /api/decisions/drafts': inPlaces({
    access: 'decision.open',
    // A source that nobody has: refused after the rights.
    request: (place: Place) => ({
      url: '/api/decisions/drafts',
      body: { spaceId: place.id, question: 'Un projet ?', source: elsewhere },
      ...(isCommittee(place) && { row: 'committee.decide' as const }),
    }),
    may: (facts, i, actor) => votePolicy.openDecision(i.viewerOf(actor), facts),
  }),
  'GET /api/decisions/drafts/:id': ofDrafts({ access: 'draft.read', request: (id) => ({ url: draft(id) }) }),
  'PATCH /api/decisions/drafts/:id': ofDrafts({
    access: 'draft.write',
    request: (id) => ({ url: draft(id), body: {} }),
  }),
  'DELETE /api/decisions/drafts/:id': ofDrafts({
    access: 'draft.write',
    request: (id) => ({ url: draft(id) }),
    fresh: true,
  }),
  // Without a close: refused after the rights.
  'POST /api/decisions/drafts/:id/open': ofDrafts({
    access: 'draft.write',
    request: (id) => ({ url: `${draft(id)}/open` }),
  }),
  'PUT /api/decisions/drafts/:id/schedule': ofDrafts({
    access: 'draft.write',
    request: (id) => ({ url: `${draft(id)}/schedule` }),
  }),
  'DELETE /api/decisions/drafts/:id/schedule': ofDrafts({
    access: 'draft.write',
    request: (id) => ({ url: `${draft(id)}/schedule` }),
  }),
}
