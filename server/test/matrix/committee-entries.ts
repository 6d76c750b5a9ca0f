import * as meetingPolicy from '../../src/policy/meeting.ts'
import * as renewalPolicy from '../../src/policy/renewal.ts'
import { sha256, uuidv7 } from '../../src/ids.ts'
import { DAY, HOUR } from '../votes.ts'
import { everywhere, hiddenTo, inPlaces, judge, type Case, type Entry, type InPlace } from './cases.ts'
import { UNKNOWN_ID, type Actor, type Installation, type Place } from './installation.ts'

/** A meeting of the host that is going on: it has begun, so that attendance can be written down, and is not over. */
async function aMeeting({ t, host }: Installation, { id: space_id }: Place): Promise<string> {
  if (space_id === UNKNOWN_ID) return UNKNOWN_ID
  const now = t.deps.world.now().getTime()
  const id = uuidv7(Date.now())
  const times = { starts_at: new Date(now - HOUR), ends_at: new Date(now + HOUR), changed_at: new Date(now) }
  await t.deps.world.db
    .insertInto('meeting')
    .values({ id, space_id, title: 'Réunion', created_by: host.id, ...times })
    .execute()
  return id
}

const onMeeting = (
  access: InPlace['access'],
  what: string,
  body: unknown,
  may: (place: meetingPolicy.MeetingFacts, i: Installation, actor: Actor) => boolean,
): Entry =>
  inPlaces({
    access,
    request: async (place, i) => ({
      url: `/api/meetings/${await aMeeting(i, place)}${what}`,
      ...(body !== undefined && { body }),
    }),
    may: (space, i, actor) =>
      meetingPolicy.read(space) &&
      may({ space, createdBy: i.host.id, begun: true, over: false, cancelled: false }, i, actor),
  })

const SECRET = 'a-secret-of-an-agenda-0123456789'
/** The address of somebody's calendar, which asks for no account. */
const calendar: Entry = async (i, actor) => {
  const row = { person_id: i.host.id, token_hash: sha256(SECRET), created_at: new Date() }
  await i.t.deps.world.db
    .insertInto('calendar_feed')
    .values(row)
    .onConflict((oc) => oc.column('person_id').doUpdateSet(row))
    .execute()
  return everywhere('feed.read', `/api/calendar/${SECRET}.ics`)(i, actor)
}

async function aRenewal({ t }: Installation, asked?: string): Promise<string> {
  const { db } = t.deps.world
  const now = t.deps.world.now()
  await db.deleteFrom('renewal').execute()
  const id = uuidv7(Date.now())
  const times = { opened_at: now, closes_at: new Date(now.getTime() + 20 * DAY) }
  await db
    .insertInto('renewal')
    .values({ id, silence: 'stay', ...times })
    .execute()
  if (asked) await db.insertInto('renewal_person').values({ renewal_id: id, person_id: asked }).execute()
  return id
}

const onRenewal =
  (
    access: 'renewal.open' | 'renewal.answer',
    what: string,
    may: (i: Installation, actor: Actor) => boolean,
    body?: unknown,
  ): Entry =>
  async (i, actor) => {
    const id = await aRenewal(i, i.people.get(actor)?.id)
    const sees = renewalPolicy.read(i.viewerOf(actor))
    const at = (target: string, url: string, known: boolean): Case => ({
      target,
      url,
      ...(body !== undefined && { body }),
      // Who runs it is asked first: whoever does not, learns nothing of which there are.
      expected: judge(
        i,
        actor,
        access,
        sees && (known || (access === 'renewal.open' && !may(i, actor))),
        may(i, actor),
      ),
    })
    return [
      at('the round', `/api/renewals/${id}${what}`, true),
      at('unknown', `/api/renewals/${UNKNOWN_ID}${what}`, false),
    ]
  }

const runs = (i: Installation, actor: Actor): boolean => {
  const committee = i.places.find(({ kind }) => kind === 'committee') as Place
  return renewalPolicy.run(i.viewerOf(actor), i.factsOf(actor, committee).role)
}

const open: Entry = (i, actor) => {
  const sees = renewalPolicy.read(i.viewerOf(actor))
  // Long past: refused after the rights.
  const body = { closesAt: '2001-01-01T00:00:00Z' }
  const expected = sees ? judge(i, actor, 'renewal.open', true, runs(i, actor)) : hiddenTo(i, actor)
  return [{ target: 'a round', url: '/api/renewals', body, expected }]
}

/** Who is in the committee, seats, meetings, calendars, the renewal. */
export const committeeEntries: Record<string, Entry> = {
  'GET /api/committee/people': everywhere('people.read', '/api/committee/people'),
  'GET /api/committee/seats': everywhere('committee.seats', '/api/committee/seats'),
  'GET /api/spaces/:spaceId/meetings': inPlaces({
    access: 'meeting.read',
    request: ({ id }) => ({ url: `/api/spaces/${id}/meetings` }),
    may: meetingPolicy.read,
  }),
  'POST /api/spaces/:spaceId/meetings': inPlaces({
    access: 'meeting.write',
    // It ends before it begins: refused after the rights.
    request: ({ id }) => ({
      url: `/api/spaces/${id}/meetings`,
      body: { title: 'Réunion', startsAt: '2030-01-01T10:00:00Z', endsAt: '2030-01-01T09:00:00Z' },
    }),
    may: meetingPolicy.create,
  }),
  'GET /api/meetings/:meetingId': onMeeting('meeting.read', '', undefined, () => true),
  'GET /api/meetings/:meetingId/calendar.ics': onMeeting('meeting.read', '/calendar.ics', undefined, () => true),
  'PATCH /api/meetings/:meetingId': onMeeting('meeting.change', '', { place: 'Salle 4' }, (meeting, i, actor) =>
    meetingPolicy.change(i.viewerOf(actor), meeting),
  ),
  'PUT /api/meetings/:meetingId/answer': onMeeting(
    'meeting.answer',
    '/answer',
    { answer: 'remote' },
    (meeting, i, actor) => meetingPolicy.answer(i.viewerOf(actor), meeting),
  ),
  'PUT /api/meetings/:meetingId/attendance': onMeeting(
    'meeting.change',
    '/attendance',
    { present: [] },
    (meeting, i, actor) => meetingPolicy.setAttendance(i.viewerOf(actor), meeting),
  ),
  'POST /api/meetings/:meetingId/minutes': onMeeting(
    'meeting.write',
    '/minutes',
    undefined,
    meetingPolicy.writeMinutes,
  ),
  'GET /api/me/calendar': everywhere('feed.own', '/api/me/calendar'),
  'POST /api/me/calendar': everywhere('feed.own', '/api/me/calendar'),
  'DELETE /api/me/calendar': everywhere('feed.own', '/api/me/calendar'),
  'GET /api/calendar/:secret': calendar,
  'GET /api/renewals/current': everywhere('renewal.read', '/api/renewals/current'),
  'POST /api/renewals': open,
  'PUT /api/renewals/:renewalId/answer': onRenewal(
    'renewal.answer',
    '/answer',
    (i, actor) => renewalPolicy.answer(i.viewerOf(actor)),
    { answer: 'stay' },
  ),
  'DELETE /api/renewals/:renewalId': onRenewal('renewal.open', '', runs),
}
