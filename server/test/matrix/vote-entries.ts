import * as candidacyPolicy from '../../src/policy/candidacy.ts'
import { hasSeat } from '../../src/policy/person.ts'
import * as votePolicy from '../../src/policy/vote.ts'
import type { Action } from '../../src/policy/matrix.ts'
import type { SpaceFacts } from '../../src/policy/space.ts'
import { DAY, REASON } from '../votes.ts'
import { everywhere, hiddenTo, inPlaces, judge, type Case, type Entry } from './cases.ts'
import { UNKNOWN_ID, type Actor, type Installation, type Place } from './installation.ts'

export const isCommittee = (place: Place): boolean => place.kind === 'committee'
const committee = (i: Installation): Place => i.places.find(isCommittee) as Place

/** Who was on the roll when the vote of a space opened. */
function isOnRoll(i: Installation, actor: Actor, place: Place): boolean {
  if (isCommittee(place)) return hasSeat(i.viewerOf(actor))
  return ['writer', 'facilitator'].includes(place.named.get(i.people.get(actor)?.id ?? '') ?? '')
}

const seesAdmission = (i: Installation, actor: Actor): boolean =>
  votePolicy.read(i.viewerOf(actor), {
    kind: 'candidacy',
    role: i.factsOf(actor, committee(i)).role,
    onRoll: false,
    candidate: false,
    admitted: false,
    released: true,
  })

/** The vote on a candidacy, beside those of the spaces. */
export const admission =
  (
    row: 'admission.read' | 'admission.cast' | 'admission.result' | 'admission.manage',
    request: (i: Installation) => Partial<Case> & { url: string },
    may: (i: Installation, actor: Actor) => boolean,
  ): Entry =>
  (i, actor) => [
    {
      target: 'an admission',
      row,
      expected: judge(i, actor, row, seesAdmission(i, actor), may(i, actor)),
      ...request(i),
    },
  ]

const liftVeto: Entry = (i, actor) => {
  const url = (id: string): string => `/api/votes/${id}/veto`
  const votes = (): boolean => hasSeat(i.viewerOf(actor))
  const veto = async () => {
    const ballot = { choice: 'veto', reason: REASON }
    if (votes()) await (await i.callerOf(actor)).put(`/api/votes/${i.openVote}/ballot`, ballot)
  }
  const unknown: Case = {
    target: 'unknown',
    url: url(UNKNOWN_ID),
    expected: judge(i, actor, 'vote.cast', false, false),
  }
  const mine = admission('admission.cast', () => ({ url: url(i.openVote), before: veto }), votes)
  return [...(mine(i, actor) as Case[]), unknown]
}

export const ofCandidacies =
  (
    access: Extract<Action, `candidacy.${string}`>,
    targets: (i: Installation) => [string, string][],
    request: (id: string, i: Installation) => Partial<Case> & { url: string },
    may: (i: Installation, actor: Actor) => boolean,
  ): Entry =>
  (i, actor) =>
    [...targets(i), ['unknown', UNKNOWN_ID] as [string, string]].map(([target, id]) => {
      const isOwn = actor === 'candidate' && id === i.ownCandidacy
      const sees = id !== UNKNOWN_ID && candidacyPolicy.read(i.viewerOf(actor), isOwn)
      return { target, ...request(id, i), expected: judge(i, actor, access, sees, may(i, actor)) }
    })

/** What one reads once a vote has closed. */
const afterClose = (what: string): Entry =>
  inPlaces({
    access: 'vote.result',
    request: ({ decisionId }) => ({ url: `/api/votes/${decisionId}/${what}` }),
    // Not before the close, whatever the role.
    may: () => false,
    also: (i, actor) => [
      ...(admission(
        'admission.result',
        () => ({ url: `/api/votes/${i.closedVote}/${what}` }),
        () => true,
      )(i, actor) as Case[]),
      ...(admission(
        'admission.result',
        () => ({ url: `/api/votes/${i.openVote}/${what}` }),
        () => false,
      )(i, actor) as Case[]),
    ],
  })

const opens = (facts: SpaceFacts, i: Installation, actor: Actor): boolean =>
  votePolicy.openDecision(i.viewerOf(actor), facts)
const soon = (i: Installation): string => new Date(i.t.deps.world.now().getTime() + DAY).toISOString()

/** Candidacies, decisions, votes. */
export const voteEntries: Record<string, Entry> = {
  'GET /api/candidacies': everywhere('candidacy.list', '/api/candidacies'),
  'POST /api/candidacies': everywhere('candidacy.create', '/api/candidacies', {
    body: { name: 'Paul Tanguy', email: 'paul@exemple.fr', college: 'man', employer: '', motivation: 'Pour aider.' },
  }),
  'GET /api/candidacies/:id': ofCandidacies(
    'candidacy.read',
    (i) => [
      ['another’s', i.openCandidacy],
      ['the candidate’s own', i.ownCandidacy],
    ],
    (id) => ({ url: `/api/candidacies/${id}` }),
    () => true,
  ),
  'POST /api/candidacies/:id/open': ofCandidacies(
    'candidacy.open',
    (i) => [
      ['another’s', i.freshCandidacy],
      ['the candidate’s own', i.ownCandidacy],
    ],
    // Too soon a close: refused after the rights.
    (id, i) => ({ url: `/api/candidacies/${id}/open`, body: { closesAt: soon(i) } }),
    (i, actor) => candidacyPolicy.open(i.viewerOf(actor), false),
  ),
  'POST /api/decisions': inPlaces({
    access: 'decision.open',
    request: (place) => ({
      url: '/api/decisions',
      body: { spaceId: place.id, question: 'Une question ?', closesAt: '2001-01-01T00:00:00Z' },
      ...(isCommittee(place) && { row: 'committee.decide' as const }),
    }),
    may: opens,
  }),
  'GET /api/votes': everywhere('vote.list', '/api/votes'),
  'GET /api/votes/:id': inPlaces({
    access: 'vote.read',
    request: ({ decisionId }) => ({ url: `/api/votes/${decisionId}` }),
    may: () => true,
    also: admission(
      'admission.read',
      (i) => ({ url: `/api/votes/${i.openVote}` }),
      () => true,
    ),
  }),
  'GET /api/votes/:id/calendar.ics': inPlaces({
    access: 'vote.read',
    request: ({ decisionId }) => ({ url: `/api/votes/${decisionId}/calendar.ics` }),
    may: () => true,
    also: admission(
      'admission.read',
      (i) => ({ url: `/api/votes/${i.openVote}/calendar.ics` }),
      () => true,
    ),
  }),
  'GET /api/votes/:id/log': inPlaces({
    access: 'vote.read',
    request: ({ decisionId }) => ({ url: `/api/votes/${decisionId}/log` }),
    may: () => true,
    also: admission(
      'admission.read',
      (i) => ({ url: `/api/votes/${i.openVote}/log` }),
      () => true,
    ),
  }),
  'PUT /api/votes/:id/ballot': inPlaces({
    access: 'vote.cast',
    // A veto where none is foreseen: refused after the rights, and no ballot is left behind.
    request: ({ decisionId }) => ({ url: `/api/votes/${decisionId}/ballot`, body: { choice: 'veto', reason: REASON } }),
    may: (_, i, actor, place) => isOnRoll(i, actor, place),
    also: admission(
      'admission.cast',
      (i) => ({ url: `/api/votes/${i.openVote}/ballot`, body: { choice: 'abstain' } }),
      (i, actor) => hasSeat(i.viewerOf(actor)),
    ),
  }),
  'DELETE /api/votes/:id/veto': liftVeto,
  // Of secret votes alone, which `secret.test.ts` closes and asks for; a named vote has no such list for anybody.
  'GET /api/votes/:id/published': (i, actor) =>
    [
      ...i.places.map(({ name, decisionId }) => ({ target: name, id: decisionId })),
      { target: 'unknown', id: UNKNOWN_ID },
    ].map(({ target, id }) => ({ target, url: `/api/votes/${id}/published`, expected: hiddenTo(i, actor) })),
  'GET /api/votes/:id/result': afterClose('result'),
  'GET /api/votes/:id/export': afterClose('export'),
}
