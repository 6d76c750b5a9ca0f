import * as policy from '../../src/policy/candidacy.ts'
import { everywhere, hiddenTo, type Entry } from './cases.ts'
import { UNKNOWN_ID, type Actor, type Installation } from './installation.ts'
import { CHARTER_HASH } from '../votes.ts'
import { ofCandidacies } from './vote-entries.ts'

const token = 'x'.repeat(30)
const application = {
  name: 'Paul Tanguy',
  email: 'paul@exemple.fr',
  college: 'man',
  employer: '',
  motivation: 'Pour aider.',
  consent: true,
  charter: CHARTER_HASH,
}
/** By a secret that nobody has: the rights are those of everybody, and the link is refused after them. */
const byLink = (url: string, body: object = {}): Entry =>
  everywhere('candidacy.apply', url, { body: { token, ...body } })

const targets = (i: Installation): [string, string][] => [
  ['another’s', i.freshCandidacy],
  ['the candidate’s own', i.ownCandidacy],
]
const relays = (i: Installation, actor: Actor): boolean => policy.relay(i.viewerOf(actor), null, false)
const speaks = (i: Installation, actor: Actor): boolean => policy.sponsor(i.viewerOf(actor), null, false)

/** A sponsor for one request: the next actor finds a candidacy without one. */
const withoutSponsor = (i: Installation, id: string) => () =>
  i.t.deps.world.db.updateTable('candidacy').set({ sponsor_id: null }).where('id', '=', id).execute()

const asSponsor = (path: string, body?: object): Entry =>
  ofCandidacies(
    'candidacy.sponsor',
    targets,
    (id, i) => ({
      url: `/api/candidacies/${id}/${path}`,
      ...(body && { body }),
      before: withoutSponsor(i, id),
      after: withoutSponsor(i, id),
    }),
    speaks,
  )

/** Of a question that is there: an unknown one is hidden, whoever asks. */
const ofQuestion =
  (act: 'pass' | 'answer'): Entry =>
  async (i, actor) => {
    const id = '0198c0de-0000-7000-8000-00000000cafe'
    const reset = async () => {
      await withoutSponsor(i, i.freshCandidacy)()
      const { db } = i.t.deps.world
      await db.deleteFrom('candidacy_question').where('id', '=', id).execute()
      const question = { candidacy_id: i.freshCandidacy, from_candidate: act === 'answer', body: 'Une question ?' }
      await db
        .insertInto('candidacy_question')
        .values({ id, ...question, asked_at: new Date() })
        .execute()
    }
    const url = (candidacyId: string): string => `/api/candidacies/${candidacyId}/questions/${id}/${act}`
    const body = act === 'answer' ? { body: { answer: 'Une réponse.' } } : {}
    const request = (candidacyId: string) => ({ url: url(candidacyId), ...body, before: reset, after: reset })
    const cases = await ofCandidacies(
      'candidacy.relay',
      (i) => [['another’s', i.freshCandidacy]],
      request,
      relays,
    )(i, actor)
    // Who may not act on any is told so; who may finds no such question here.
    const seesOnly = actor === 'candidate' || (policy.list(i.viewerOf(actor)) && !relays(i, actor))
    const own = {
      target: 'the candidate’s own',
      ...request(i.ownCandidacy),
      expected: seesOnly ? ('forbidden' as const) : hiddenTo(i, actor),
    }
    return [...cases, own]
  }

/** Candidacies beside the vote on them: the public form, the follow-up page, what the committee does. */
export const candidacyEntries: Record<string, Entry> = {
  'GET /api/applications/form': everywhere('candidacy.apply', '/api/applications/form'),
  'GET /api/settings/candidacies': everywhere('settings.manage', '/api/settings/candidacies'),
  'PUT /api/settings/candidacies': everywhere('settings.manage', '/api/settings/candidacies', {
    body: { charter: '', welcome: '' },
  }),
  'GET /api/welcome': everywhere('home.read', '/api/welcome'),
  'POST /api/welcome/charter': everywhere('home.read', '/api/welcome/charter', { body: { charter: CHARTER_HASH } }),
  'POST /api/applications': everywhere('candidacy.apply', '/api/applications', { body: application }),
  'POST /api/applications/confirm': byLink('/api/applications/confirm'),
  'POST /api/applications/follow': byLink('/api/applications/follow'),
  'POST /api/applications/withdraw': byLink('/api/applications/withdraw'),
  'POST /api/applications/questions': byLink('/api/applications/questions', { question: 'Quand ?' }),
  'POST /api/applications/answers': byLink('/api/applications/answers', { questionId: UNKNOWN_ID, answer: 'Oui.' }),
  'POST /api/applications/accept': byLink('/api/applications/accept', { charter: CHARTER_HASH }),
  'POST /api/applications/agree': byLink('/api/applications/agree', { charter: CHARTER_HASH }),
  'POST /api/applications/college': byLink('/api/applications/college', { college: 'woman' }),
  'POST /api/applications/link': everywhere('candidacy.apply', '/api/applications/link', {
    body: { email: 'personne@ville-exemple.fr' },
  }),
  'POST /api/applications/stay': byLink('/api/applications/stay'),
  'PUT /api/candidacies/:id/sponsor': asSponsor('sponsor'),
  'PUT /api/candidacies/:id/presentation': asSponsor('presentation', { text: 'Je la connais bien.' }),
  'POST /api/candidacies/:id/inadmissible': ofCandidacies(
    'candidacy.run',
    // One that is open already: refused after the rights, so that the others stay as they are.
    (i) => [
      ['another’s', i.openCandidacy],
      ['the candidate’s own', i.ownCandidacy],
    ],
    (id, i) => ({
      url: `/api/candidacies/${id}/inadmissible`,
      body: { reason: 'La candidature est en double.' },
      after: () =>
        i.t.deps.world.db
          .updateTable('candidacy')
          .set({ ended: null, ended_at: null, end_reason: null })
          .where('id', '=', id)
          .execute(),
    }),
    (i, actor) => policy.run(i.viewerOf(actor), false),
  ),
  'DELETE /api/candidacies/:id/veto': ofCandidacies(
    'candidacy.veto',
    targets,
    (id) => ({ url: `/api/candidacies/${id}/veto` }),
    (i, actor) => policy.vote(i.viewerOf(actor), false),
  ),
  'POST /api/candidacies/:id/second-reading': ofCandidacies(
    'candidacy.reopen',
    targets,
    (id) => ({ url: `/api/candidacies/${id}/second-reading`, body: {} }),
    (i, actor) => policy.open(i.viewerOf(actor), false),
  ),
  'GET /api/candidacies/:id/questions': (i, actor) =>
    [...targets(i), ['unknown', UNKNOWN_ID] as const].map(([target, id]) => ({
      target,
      url: `/api/candidacies/${id}/questions`,
      expected: id !== UNKNOWN_ID && policy.list(i.viewerOf(actor)) ? ('allowed' as const) : hiddenTo(i, actor),
    })),
  'POST /api/candidacies/:id/questions': ofCandidacies(
    'candidacy.ask',
    targets,
    (id) => ({ url: `/api/candidacies/${id}/questions`, body: { question: 'Pourquoi maintenant ?' } }),
    (i, actor) => policy.ask(i.viewerOf(actor), false),
  ),
  'POST /api/candidacies/:id/questions/:questionId/pass': ofQuestion('pass'),
  'PUT /api/candidacies/:id/questions/:questionId/answer': ofQuestion('answer'),
}
