import { uuidv7 } from '../../src/ids.ts'
import type { Action } from '../../src/policy/matrix.ts'
import * as policy from '../../src/policy/award.ts'
import { hasSeat } from '../../src/policy/person.ts'
import { anEdition, nowhere, type Ids } from './an-edition.ts'
import { everywhere, judge, type Case, type Entry } from './cases.ts'
import { ONE_FILE } from './import-entries.ts'
import { UNKNOWN_ID, type Actor, type Installation, type Place } from './installation.ts'

const runs = (i: Installation, actor: Actor): boolean => {
  const committee = i.places.find(({ kind }) => kind === 'committee') as Place
  return policy.run(i.viewerOf(actor), i.factsOf(actor, committee).role)
}
const seated = (i: Installation, actor: Actor): boolean => hasSeat(i.viewerOf(actor))

interface OfAward {
  access: Action
  request: (ids: Ids, i: Installation) => Pick<Case, 'url' | 'body' | 'headers'>
  may?: (i: Installation, actor: Actor) => boolean
  /** Who may not is refused before anything is looked for. */
  rightFirst?: boolean
}

const ofAward =
  ({ access, request, may = () => true, rightFirst = false }: OfAward): Entry =>
  async (i, actor) => {
    const sees = policy.read(i.viewerOf(actor))
    const allowed = may(i, actor)
    const at = (target: string, ids: Ids, known: boolean): Case => ({
      target,
      ...request(ids, i),
      expected: judge(i, actor, access, sees && (known || (rightFirst && !allowed)), allowed),
    })
    return [at('the edition', await anEdition(i), true), at('unknown', nowhere, false)]
  }

const read = (what: string): Entry =>
  ofAward({ access: 'award.read', request: ({ editionId }) => ({ url: `/api/awards/${editionId}${what}` }) })
const run = (request: OfAward['request']): Entry =>
  ofAward({ access: 'award.run', request, may: runs, rightFirst: true })

/** One's own word, and that of somebody else. */
const lift: Entry = async (i, actor) => {
  const ids = await anEdition(i)
  const of = async (person_id: string | undefined): Promise<string> => {
    const id = uuidv7(Date.now())
    if (!person_id) return UNKNOWN_ID
    await i.t.deps.world.db
      .insertInto('award_recusal')
      .values({ id, category_id: ids.categoryId, person_id, origin: 'declared', reason: 'Oui', created_at: new Date() })
      .execute()
    return id
  }
  const own = actor === 'suspended' ? undefined : i.people.get(actor)?.id
  const sees = policy.read(i.viewerOf(actor))
  const at = (target: string, id: string, isOwn: boolean): Case => {
    const knows = id !== UNKNOWN_ID && (isOwn || runs(i, actor))
    const refused = !seated(i, actor) && !runs(i, actor) && !isOwn
    return {
      target,
      url: `/api/award-conflicts/${id}`,
      body: { reason: 'Homonyme.' },
      expected: judge(i, actor, 'award.lift', sees && (knows || refused), !refused),
    }
  }
  const another = at('another’s', await of(i.host.id), false)
  if (!seated(i, actor) && !runs(i, actor)) return [another, at('unknown', UNKNOWN_ID, false)]
  return [at('one’s own', await of(own), true), another, at('unknown', UNKNOWN_ID, false)]
}

/** A palmarès that two people have signed, and that is public. */
const published: Entry = async (i, actor) => {
  const { editionId } = await anEdition(i)
  const { db } = i.t.deps.world
  const hash = 'a'.repeat(64)
  const signed_at = new Date(0)
  for (const person_id of [i.host.id, i.guestOfB])
    await db.insertInto('award_signature').values({ edition_id: editionId, person_id, hash, signed_at }).execute()
  const edition = { id: editionId, name: 'Prix', year: 2026, partner: '' }
  const palmares = JSON.stringify({ edition, embargoAt: signed_at.toISOString(), categories: [] })
  const sealed = { sealed_at: signed_at, published_at: signed_at, palmares, palmares_hash: hash }
  await db.updateTable('award_edition').set(sealed).where('id', '=', editionId).execute()
  return [
    ...(await everywhere('award.public', `/api/palmares/${editionId}`)(i, actor)),
    { target: 'unknown', url: `/api/palmares/${UNKNOWN_ID}`, expected: 'hidden' },
  ]
}

const REASON = 'A travaillé sur ce projet.'
const erratum =
  (what = '', body?: object): OfAward['request'] =>
  ({ editionId }) => ({ url: `/api/awards/${editionId}/erratum${what}`, ...(body && { body }) })

/** The award: editions, entries, conflicts of interest, duty, deliberation; the call and the palmarès are everybody's. */
export const awardEntries: Record<string, Entry> = {
  'GET /api/calls': everywhere('award.public', '/api/calls'),
  'POST /api/calls/:editionId/entries': async (i, actor) => {
    const { editionId, categoryId } = await anEdition(i)
    const said = { title: 'Le bon poteau', organisation: 'Ville', summary: 'Simple.', consent: true }
    const body = { ...said, categoryId, contactName: 'Paul Tanguy', contactEmail: 'paul@exemple.fr' }
    return everywhere('award.public', `/api/calls/${editionId}/entries`, { body })(i, actor)
  },
  'POST /api/calls/confirm': everywhere('award.public', '/api/calls/confirm', { body: { token: 'x'.repeat(30) } }),
  'GET /api/settings/award': everywhere('settings.manage', '/api/settings/award'),
  'PUT /api/settings/award': everywhere('settings.manage', '/api/settings/award', {
    body: { keptMonths: 12, privacy: '' },
  }),
  'GET /api/palmares': everywhere('award.public', '/api/palmares'),
  'GET /api/palmares/:editionId': published,
  'GET /api/palmares/:editionId/categories/:categoryId/counts': () => [
    { target: 'unknown', url: `/api/palmares/${UNKNOWN_ID}/categories/${UNKNOWN_ID}/counts`, expected: 'hidden' },
  ],
  'GET /api/palmares/:editionId/announcement': async (i, actor) => {
    const { editionId } = await anEdition(i)
    return [
      ...(await everywhere('award.public', `/api/palmares/${editionId}/announcement`)(i, actor)),
      { target: 'unknown', url: `/api/palmares/${UNKNOWN_ID}/announcement`, expected: 'hidden' },
    ]
  },
  'GET /api/awards': everywhere('award.read', '/api/awards'),
  // Its jury would close before its call does: refused after the rights.
  'POST /api/awards': everywhere('award.run', '/api/awards', {
    body: { name: 'Prix', year: 2026, callClosesAt: '2030-01-02T00:00:00Z', juryClosesAt: '2030-01-01T00:00:00Z' },
  }),
  'GET /api/awards/:editionId': read(''),
  'GET /api/awards/:editionId/entries': read('/entries'),
  'GET /api/awards/:editionId/duty': read('/duty'),
  'GET /api/awards/:editionId/journal': read('/journal'),
  'GET /api/awards/:editionId/journal/export': read('/journal/export'),
  'GET /api/awards/:editionId/scores': read('/scores'),
  'GET /api/awards/:editionId/scores/template': run(({ editionId }) => ({
    url: `/api/awards/${editionId}/scores/template`,
  })),
  // A form with a file alone: what it lacks is said after the rights.
  'POST /api/awards/:editionId/scores/check': run(({ editionId }) => ({
    url: `/api/awards/${editionId}/scores/check`,
    ...ONE_FILE,
  })),
  'POST /api/awards/:editionId/scores': run(({ editionId }) => ({
    url: `/api/awards/${editionId}/scores`,
    ...ONE_FILE,
  })),
  'GET /api/awards/:editionId/conflicts': read('/conflicts'),
  'PATCH /api/awards/:editionId': run(({ editionId }) => ({ url: `/api/awards/${editionId}`, body: {} })),
  'POST /api/awards/:editionId/phase': run(({ editionId }) => ({
    url: `/api/awards/${editionId}/phase`,
    body: { to: 'jury' },
  })),
  // A grid without criteria: refused after the rights.
  'POST /api/awards/:editionId/categories': run(({ editionId }) => ({
    url: `/api/awards/${editionId}/categories`,
    body: { name: 'Autre', question: 'Laquelle ?', method: 'grid' },
  })),
  'POST /api/awards/:editionId/entries': ofAward({
    access: 'award.enter',
    request: ({ editionId, categoryId }) => ({
      url: `/api/awards/${editionId}/entries`,
      body: { categoryId, title: 'Un autre', organisation: 'Ville', summary: 'Simple.' },
    }),
    may: seated,
  }),
  'GET /api/awards/:editionId/deliberation': run(({ editionId }) => ({ url: `/api/awards/${editionId}/deliberation` })),
  'POST /api/awards/:editionId/signature': run(({ editionId }) => ({
    url: `/api/awards/${editionId}/signature`,
    body: { hash: 'f'.repeat(64) },
  })),
  'GET /api/awards/:editionId/erratum': run(erratum()),
  'POST /api/awards/:editionId/erratum': run(erratum('', { reason: REASON })),
  'DELETE /api/awards/:editionId/erratum': run(erratum()),
  'POST /api/awards/:editionId/erratum/signature': run(erratum('/signature', { hash: 'a'.repeat(64) })),
  'PATCH /api/award-categories/:categoryId': run(({ categoryId }) => ({
    url: `/api/award-categories/${categoryId}`,
    body: {},
  })),
  // It has an entry: refused after the rights.
  'DELETE /api/award-categories/:categoryId': run(({ categoryId }) => ({ url: `/api/award-categories/${categoryId}` })),
  'PUT /api/award-categories/:categoryId/shortlist': run(({ categoryId }) => ({
    url: `/api/award-categories/${categoryId}/shortlist`,
    body: { entryIds: [] },
  })),
  'GET /api/award-categories/:categoryId/rankings': run(({ categoryId }) => ({
    url: `/api/award-categories/${categoryId}/rankings`,
  })),
  'POST /api/award-categories/:categoryId/shortlist-vote': run(({ categoryId }) => ({
    url: `/api/award-categories/${categoryId}/shortlist-vote`,
    body: { method: 'approval', most: 1, closesAt: '2099-01-01T00:00:00Z' },
  })),
  'DELETE /api/award-categories/:categoryId/shortlist-vote': run(({ categoryId }) => ({
    url: `/api/award-categories/${categoryId}/shortlist-vote`,
    body: { reason: REASON },
  })),
  'PUT /api/award-categories/:categoryId/deliberation': run(({ categoryId }) => ({
    url: `/api/award-categories/${categoryId}/deliberation`,
    body: {},
  })),
  // Its call is open: refused after the rights.
  'POST /api/award-categories/:categoryId/draw': run(({ categoryId }) => ({
    url: `/api/award-categories/${categoryId}/draw`,
    body: { places: 3 },
  })),
  'POST /api/award-categories/:categoryId/draw/replacements': run(({ categoryId }) => ({
    url: `/api/award-categories/${categoryId}/draw/replacements`,
  })),
  // Its jury is not open: refused after the rights.
  'POST /api/award-categories/:categoryId/extension': run(({ categoryId }) => ({
    url: `/api/award-categories/${categoryId}/extension`,
    body: { closesAt: '2099-01-01T00:00:00Z', reason: REASON },
  })),
  'POST /api/award-categories/:categoryId/recusals': run(({ categoryId }, { host }) => ({
    url: `/api/award-categories/${categoryId}/recusals`,
    body: { personId: host.id, reason: REASON },
  })),
  'POST /api/award-categories/:categoryId/conflicts': ofAward({
    access: 'award.declare',
    request: ({ categoryId }) => ({ url: `/api/award-categories/${categoryId}/conflicts`, body: { reason: REASON } }),
    may: (i, actor) => seated(i, actor) || runs(i, actor),
    rightFirst: true,
  }),
  // Its jury is not open: refused after the rights.
  'POST /api/award-categories/:categoryId/no-conflict': ofAward({
    access: 'award.sayNone',
    request: ({ categoryId }) => ({ url: `/api/award-categories/${categoryId}/no-conflict` }),
    may: seated,
    rightFirst: true,
  }),
  'PUT /api/award-entries/:entryId/verdict': run(({ entryId }) => ({
    url: `/api/award-entries/${entryId}/verdict`,
    body: { verdict: 'eligible' },
  })),
  // No jury is open: that is said after the rights.
  'POST /api/award-entries/:entryId/withdrawal': run(({ entryId }) => ({
    url: `/api/award-entries/${entryId}/withdrawal`,
    body: { reason: REASON },
  })),
  'DELETE /api/award-conflicts/:conflictId': lift,
}
