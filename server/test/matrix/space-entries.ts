import { randomBytes } from 'node:crypto'
import { administer } from '../../src/policy/person.ts'
import * as spacePolicy from '../../src/policy/space.ts'
import { sha256, uuidv7 } from '../../src/ids.ts'
import { everywhere, inPlaces, judge, type Case, type Entry } from './cases.ts'
import { UNKNOWN_ID, type Installation } from './installation.ts'

/** Long over, and a date that exists: what is sent with it is refused by the command after it has looked at the rights. */
const PAST = '2001-01-01T00:00:00Z'

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
  const named = i.places.filter((place) => i.viewerOf(actor).kind === 'person' && place.named.has(id))
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

/** Spaces, and invitations to them. */
export const spaceEntries: Record<string, Entry> = {
  'GET /api/invitations': everywhere('invitation.read', '/api/invitations'),
  'POST /api/invitations': inPlaces({
    access: 'invitation.create',
    request: ({ id }) => ({ url: '/api/invitations', body: { email: 'c@exemple.fr', role: 'guest', spaceId: id } }),
    may: spacePolicy.manage,
    also: toTheSite,
  }),
  'DELETE /api/invitations/:invitationId': revoke,
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
