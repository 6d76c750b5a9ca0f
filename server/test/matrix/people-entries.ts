import { randomBytes } from 'node:crypto'
import { administer, browse } from '../../src/policy/person.ts'
import * as spacePolicy from '../../src/policy/space.ts'
import { sha256, uuidv7 } from '../../src/ids.ts'
import { everywhere, hiddenTo, inPlaces, judge, type Case, type Entry } from './cases.ts'
import { givePortrait, UNKNOWN_ID, type Actor, type Installation } from './installation.ts'

const PASSWORD = 'un soir de pluie à Quimper'
const TOKEN = 'x'.repeat(43)
/** Long over, and a date that exists: what is sent with it is refused by the command after it has looked at the rights. */
const PAST = '2001-01-01T00:00:00Z'
export const NOT_AN_IMAGE = {
  body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nno\r\n--b--\r\n',
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
}

const forgetTries = ({ t }: Installation) => t.deps.world.db.deleteFrom('throttle').execute()
/** A route about oneself: whoever is signed in. */
const self =
  (url: string, rest: (i: Installation, id: string) => Partial<Case> = () => ({})): Entry =>
  (i, actor) => [
    {
      target: 'own',
      url,
      expected: judge(i, actor, 'self.read', true, true),
      ...rest(i, i.people.get(actor)?.id ?? ''),
    },
  ]
/** A route that a link opens: everybody may try; a link that nobody sent is 410 to all. */
const link =
  (url: string, body: unknown): Entry =>
  (i, actor) =>
    everywhere('link.use', url, { body, before: () => forgetTries(i) })(i, actor)

const oneOf: Entry = async (i, actor) => {
  const idIn = async (caller: { get(url: string): Promise<{ body: { items?: { id: string }[] } }> }) =>
    (await caller.get('/api/sessions')).body.items?.at(0)?.id ?? 'a'.repeat(24)
  const url = (id: string): string => `/api/sessions/${id}`
  const own = isSignedIn(i, actor) ? await idIn(await i.callerOf(actor)) : 'a'.repeat(24)
  const gone = hiddenTo(i, actor)
  return [
    { target: 'own', url: url(own), expected: judge(i, actor, 'self.write', true, true) },
    { target: 'another’s', url: url(await idIn(i.host.caller)), expected: gone },
    { target: 'unknown', url: url('0'.repeat(24)), expected: gone },
  ]
}

const isSignedIn = (i: Installation, actor: Actor): boolean => i.viewerOf(actor).kind === 'person'

/** Whom an actor may see: oneself, the committee, whoever shares a room with them. */
const persons =
  (url: (id: string) => string): Entry =>
  (i, actor) => {
    const viewer = i.viewerOf(actor)
    const shares = (name: string): boolean =>
      i.places.some((place) => place.name === name && i.factsOf(actor, place).role)
    const known = browse(viewer) || administer(viewer)
    const seen: [string, string, boolean][] = [
      ['own', i.people.get(actor)?.id || UNKNOWN_ID, true],
      ['a member', i.host.id, known || shares('atelier-a')],
      ['guest of A', i.people.get('guest')?.id ?? '', administer(viewer) || shares('atelier-a')],
      ['guest of B', i.guestOfB, administer(viewer) || shares('atelier-b')],
      ['candidate', i.people.get('candidate')?.id ?? '', administer(viewer) || actor === 'candidate'],
      ['unknown', UNKNOWN_ID, false],
    ]
    const give = (id: string) => () => (id === UNKNOWN_ID ? Promise.resolve() : givePortrait(i.t, id))
    return seen.map(([target, id, sees]) => {
      return { target, url: url(id), expected: judge(i, actor, 'person.read', sees, true), before: give(id) }
    })
  }

const administerPerson: Entry = (i, actor) => {
  const isAdministrator = administer(i.viewerOf(actor))
  const at = (target: string, id: string, sees: boolean, may: boolean): Case => ({
    target,
    url: `/api/people/${id}`,
    body: {},
    expected: judge(i, actor, 'person.administer', !isAdministrator || sees, isAdministrator && may),
  })
  return [
    at('own', i.people.get(actor)?.id || i.host.id, true, false),
    at('a member', i.host.id, true, true),
    at('unknown', UNKNOWN_ID, false, true),
  ]
}

/** To the site and to each space: of an invitation that is not theirs to withdraw, nobody learns. */
const revoke: Entry = async (i, actor) => {
  const isAdministrator = administer(i.viewerOf(actor))
  const at = (target: string, id: string, may: boolean): Case => ({
    target,
    url: `/api/invitations/${id}`,
    expected: judge(i, actor, 'invitation.revoke', may, may),
  })
  const cases = [at('to the site', await anInvitation(i, null), isAdministrator), at('unknown', UNKNOWN_ID, false)]
  for (const place of i.places) {
    const facts = i.factsOf(actor, place)
    const may = spacePolicy.manage(facts) || (isAdministrator && spacePolicy.read(facts))
    cases.push(at(`to ${place.name}`, await anInvitation(i, place.id), may))
  }
  return cases
}

/** An invitation that nobody used. @returns its id */
async function anInvitation({ t }: Installation, space_id: string | null): Promise<string> {
  const id = uuidv7(Date.now())
  const row = { email: 'a@exemple.fr', email_key: 'a@exemple.fr', role: 'member' as const, created_at: new Date() }
  const token_hash = sha256(randomBytes(8).toString('hex'))
  await t.deps.world.db
    .insertInto('invitation')
    .values({ id, token_hash, space_id, ...row, expires_at: new Date() })
    .execute()
  return id
}

const toTheSite: Entry = (i, actor) => {
  const expected = judge(i, actor, 'invitation.create', true, administer(i.viewerOf(actor)))
  // Somebody who has an account already: refused after the rights, for whoever may invite.
  return [{ target: 'the site', url: '/api/invitations', body: { email: 'bob@exemple.fr', role: 'guest' }, expected }]
}

const createSpace: Entry = (i, actor) =>
  (['loop', 'team', 'workshop'] as const).map((kind) => ({
    target: kind,
    url: '/api/spaces',
    body: { kind, name: 'Nouvel espace', guests: [{ email: 'c@exemple.fr', until: PAST }] },
    expected: judge(i, actor, 'space.create', true, spacePolicy.create(i.viewerOf(actor), kind)),
  }))

/** Leaving a space in which one is named. */
const leave: Entry = (i, actor) => {
  const id = i.people.get(actor)?.id ?? ''
  const named = i.places.filter((place) => isSignedIn(i, actor) && place.named.has(id))
  return named.map((place) => ({
    target: `own, ${place.name}`,
    url: `/api/spaces/${place.id}/people/${id}`,
    expected: 'allowed',
    after: () => name(i, place.id, id, place.named.get(id) ?? 'writer'),
  }))
}

const name = (
  { t }: Installation,
  space_id: string,
  person_id: string,
  role: 'reader' | 'commenter' | 'writer' | 'facilitator',
) =>
  t.deps.world.db
    .insertInto('space_person')
    .values({ space_id, person_id, role, added_at: new Date() })
    .onConflict((oc) => oc.doNothing())
    .execute()
const unname = ({ t }: Installation, space_id: string, person_id: string) =>
  t.deps.world.db
    .deleteFrom('space_person')
    .where('space_id', '=', space_id)
    .where('person_id', '=', person_id)
    .execute()

/** Accounts, people, spaces, invitations. */
export const peopleEntries: Record<string, Entry> = {
  'POST /api/session': (i, actor) =>
    everywhere('session.create', '/api/session', {
      body: { email: 'personne@exemple.fr', password: 'faux' },
      before: () => forgetTries(i),
    })(i, actor),
  'GET /api/session': self('/api/session'),
  'DELETE /api/session': self('/api/session'),
  'GET /api/sessions': self('/api/sessions'),
  'DELETE /api/sessions': self('/api/sessions'),
  'DELETE /api/sessions/:sessionId': oneOf,
  'GET /api/me': self('/api/me'),
  'PATCH /api/me': self('/api/me', () => ({ body: {} })),
  'PUT /api/me/password': self('/api/me/password', (i) => ({
    body: { current: 'faux', next: PASSWORD },
    before: () => forgetTries(i),
  })),
  'PUT /api/me/portrait': self('/api/me/portrait', () => NOT_AN_IMAGE),
  'DELETE /api/me/portrait': self('/api/me/portrait'),
  'POST /api/password-resets': link('/api/password-resets', { email: 'personne@exemple.fr' }),
  'POST /api/password-resets/redeem': link('/api/password-resets/redeem', { token: TOKEN, password: PASSWORD }),
  'GET /api/setup': everywhere('public.read', '/api/setup'),
  'POST /api/setup': link('/api/setup', {
    token: TOKEN,
    name: 'Aude Le Goff',
    email: 'aude@exemple.fr',
    password: PASSWORD,
  }),
  'GET /api/people': everywhere('people.read', '/api/people'),
  'GET /api/people/:personId': persons((id) => `/api/people/${id}`),
  'GET /api/people/:personId/portrait': persons((id) => `/api/people/${id}/portrait`),
  'PATCH /api/people/:personId': administerPerson,
  'GET /api/invitations': everywhere('invitation.read', '/api/invitations'),
  'POST /api/invitations': inPlaces({
    access: 'invitation.create',
    request: ({ id }) => ({ url: '/api/invitations', body: { email: 'c@exemple.fr', role: 'guest', spaceId: id } }),
    may: spacePolicy.manage,
    also: toTheSite,
  }),
  'DELETE /api/invitations/:invitationId': revoke,
  'POST /api/invitations/check': link('/api/invitations/check', { token: TOKEN }),
  'POST /api/invitations/accept': link('/api/invitations/accept', {
    token: TOKEN,
    name: 'Yaëlle Ortiz',
    password: PASSWORD,
  }),
  'GET /api/spaces': everywhere('space.list', '/api/spaces'),
  'POST /api/spaces': createSpace,
  'GET /api/spaces/:spaceId': inPlaces({
    access: 'space.read',
    request: ({ id }) => ({ url: `/api/spaces/${id}` }),
    may: () => true,
    also: (i, actor) =>
      i.places.map((place) => {
        const sees = spacePolicy.read(i.factsOf(actor, place))
        const url = `/api/spaces/${place.kind === 'committee' ? 'comite' : place.kind === 'public' ? 'public' : place.name}`
        return { target: `${place.name}, by its slug`, url, expected: judge(i, actor, 'space.read', sees, true) }
      }),
  }),
  'PATCH /api/spaces/:spaceId': inPlaces({
    access: 'space.manage',
    request: ({ id }) => ({ url: `/api/spaces/${id}`, body: {} }),
    may: spacePolicy.manage,
  }),
  'GET /api/spaces/:spaceId/invitations': inPlaces({
    access: 'space.invitations',
    request: ({ id }) => ({ url: `/api/spaces/${id}/invitations` }),
    may: spacePolicy.manage,
  }),
  'GET /api/spaces/:spaceId/people': inPlaces({
    access: 'space.people',
    request: ({ id }) => ({ url: `/api/spaces/${id}/people` }),
    may: () => true,
  }),
  'PUT /api/spaces/:spaceId/people/:personId': inPlaces({
    access: 'space.manage',
    request: ({ id }, i) => ({ url: `/api/spaces/${id}/people/${i.guestOfB}`, body: { role: 'writer', until: PAST } }),
    may: spacePolicy.manage,
  }),
  'DELETE /api/spaces/:spaceId/people/:personId': inPlaces({
    access: 'space.manage',
    request: (place, i) => {
      const isThere = place.named.has(i.guestOfB)
      const url = `/api/spaces/${place.id}/people/${i.guestOfB}`
      if (place.id === UNKNOWN_ID) return { url }
      const put = () => name(i, place.id, i.guestOfB, 'writer')
      return { url, before: put, after: () => (isThere ? put() : unname(i, place.id, i.guestOfB)) }
    },
    may: spacePolicy.manage,
    also: leave,
  }),
  'POST /api/spaces/:spaceId/join': inPlaces({
    access: 'space.join',
    request: (place, i, actor) => {
      const id = i.people.get(actor)?.id || UNKNOWN_ID
      return {
        url: `/api/spaces/${place.id}/join`,
        after: () => (place.named.has(id) ? Promise.resolve() : unname(i, place.id, id)),
      }
    },
    may: (facts, i, actor) => spacePolicy.join(i.viewerOf(actor), facts),
  }),
}
