import { administer, browse } from '../../src/policy/person.ts'
import { everywhere, hiddenTo, judge, type Case, type Entry } from './cases.ts'
import { givePortrait, UNKNOWN_ID, type Actor, type Installation } from './installation.ts'

const PASSWORD = 'un soir de pluie à Quimper'
const TOKEN = 'x'.repeat(43)
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
/** Accounts and people. */
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
  'POST /api/invitations/check': link('/api/invitations/check', { token: TOKEN }),
  'POST /api/invitations/accept': link('/api/invitations/accept', {
    token: TOKEN,
    name: 'Yaëlle Ortiz',
    password: PASSWORD,
  }),
}
