import { randomBytes } from 'node:crypto'
import { columns } from '../../src/policy/matrix.ts'
import { implicitRole, rankOf, roleOfRank } from '../../src/policy/roles.ts'
import type { SpaceFacts } from '../../src/policy/space.ts'
import type { SpaceKind, SpaceRole } from '@cenacle/contract/space'
import type { Viewer } from '../../src/context.ts'
import { uuidv7 } from '../../src/ids.ts'
import { aPerson, aSpace } from '../build.ts'
import { testApp, viewerOf, type Caller, type TestApp } from '../harness.ts'
import { DAY, stopDatabaseClock, travel } from '../votes.ts'

/** Who asks: a column of the table of rights, or somebody suspended whose cookie is still in a browser. */
export const actors = [...columns, 'suspended'] as const
export type Actor = (typeof actors)[number]

/** Everything of one space that a route can name. */
export interface Place {
  name: string
  id: string
  kind: SpaceKind
  open: boolean
  named: Map<string, SpaceRole>
  topicId: string
  pageId: string
  fileKey: string
  decisionId: string
  draftId: string
}

export interface Installation {
  t: TestApp
  /** A person per actor; nobody for a visitor. */
  people: Map<Actor, { id: string; viewer: Viewer }>
  places: Place[]
  host: { id: string; caller: Caller }
  guestOfB: string
  openCandidacy: string
  freshCandidacy: string
  ownCandidacy: string
  openVote: string
  closedVote: string
  viewerOf(actor: Actor): Viewer
  /** Sends as an actor, from a session that nothing before has touched. */
  callerOf(actor: Actor): Promise<Caller>
  /** What the pure policies know of a space for an actor. */
  factsOf(actor: Actor, place: Place): SpaceFacts
}

export const UNKNOWN_ID = '0198c0de-0000-7000-8000-00000000dead'
const roleOf = {
  candidate: 'candidate',
  guest: 'guest',
  ambassador: 'ambassador',
  administrator: 'administrator',
} as const
const visitor: Viewer = { kind: 'anonymous' }

/** One committee with a team, an open and a closed loop, workshops A and B and the public space, and something in each. */
export async function install(options: Parameters<typeof testApp>[0] = {}): Promise<Installation> {
  const t = await testApp(options)
  const { db } = t.deps.world
  await stopDatabaseClock(t, t.deps.world.now())
  const people: Installation['people'] = new Map([['anonymous', { id: '', viewer: visitor }]])
  for (const actor of actors.filter((one) => one !== 'anonymous')) {
    const role = roleOf[actor as keyof typeof roleOf] ?? 'member'
    const email = `${actor}@exemple.fr`
    const person = await aPerson(db, { name: `Personne ${actor}`, email, role })
    people.set(actor, { id: person.id, viewer: viewerOf(person) })
  }
  const idOf = (actor: Actor): string => people.get(actor)?.id ?? ''
  const { id: hostId } = await aPerson(db, { name: 'Solenn Arzel' })
  const { id: guestOfB } = await aPerson(db, { role: 'guest', name: 'Bob Le Gall', email: 'bob@exemple.fr' })
  const places: Place[] = []
  const add = async (name: string, kind: SpaceKind, named: [string, SpaceRole][] = [], open = false): Promise<void> => {
    const all = new Map<string, SpaceRole>([[hostId, 'facilitator'], ...named])
    const slug = kind === 'committee' ? 'comite' : kind === 'public' ? 'public' : name
    const { id } = await aSpace(
      db,
      kind,
      [...all].map(([person, role]) => ({ id: person, role })),
      { name, slug, open },
    )
    places.push({ name, id, kind, open, named: all, topicId: '', pageId: '', fileKey: '', decisionId: '', draftId: '' })
  }
  await add('comite', 'committee')
  await add('equipe', 'team', [[idOf('team'), 'writer']])
  await add('boucle-ouverte', 'loop', [], true)
  await add('boucle-close', 'loop', [[idOf('facilitator'), 'writer']])
  await add('atelier-a', 'workshop', [
    [idOf('guest'), 'writer'],
    [idOf('facilitator'), 'facilitator'],
    [idOf('suspended'), 'writer'],
  ])
  await add('atelier-b', 'workshop', [[guestOfB, 'writer']])
  await add('espace-public', 'public')

  const first = await candidacies(t, await t.as(hostId), await t.as(idOf('administrator')), 'a')
  await travel(t, 11 * DAY)
  const host = { id: hostId, caller: await t.as(hostId) }
  const second = await candidacies(t, host.caller, await t.as(idOf('administrator')), 'b')
  for (const place of places) await fill(t, host.caller, place)
  for (const { id } of people.values()) if (id) await givePortrait(t, id)
  await db.updateTable('person').set({ suspended_at: null }).where('id', '=', idOf('suspended')).execute()

  const viewer = (actor: Actor): Viewer => (actor === 'suspended' ? visitor : (people.get(actor)?.viewer ?? visitor))
  return {
    t,
    people,
    places,
    host,
    guestOfB,
    openCandidacy: second.opened,
    freshCandidacy: second.fresh,
    ownCandidacy: second.own,
    openVote: second.voteId,
    closedVote: first.voteId,
    viewerOf: viewer,
    async callerOf(actor) {
      if (actor === 'anonymous') return t.anonymous
      const caller = await t.as(idOf(actor))
      // The session was opened before the suspension, which is why there is a cookie at all.
      if (actor === 'suspended')
        await db.updateTable('person').set({ suspended_at: new Date() }).where('id', '=', idOf(actor)).execute()
      return caller
    },
    factsOf(actor, place) {
      const who = viewer(actor)
      const named = who.kind === 'person' ? place.named.get(who.id) : undefined
      const role = roleOfRank(Math.max(rankOf(named), rankOf(implicitRole(who, place))))
      return { kind: place.kind, open: place.open, role, joined: named !== undefined, closed: false }
    },
  }
}

/** Three candidacies: one before the committee, one that nobody has opened, one of the actor who is a candidate. */
async function candidacies(t: TestApp, host: Caller, administrator: Caller, mark: string) {
  const file = async (email: string): Promise<string> => {
    const body = {
      name: 'Maud Kerbrat',
      email,
      college: 'woman',
      employer: 'Ville de Lanvec',
      motivation: 'Pour aider.',
    }
    return made(await administrator.post('/api/candidacies', body))
  }
  const [opened, fresh] = [await file(`ouverte-${mark}@exemple.fr`), await file(`nouvelle-${mark}@exemple.fr`)]
  const own = await file('candidate@exemple.fr')
  const answer = await host.post(`/api/candidacies/${opened}/open`, {})
  if (answer.status !== 201) throw new Error(`opening: ${JSON.stringify(answer.body)}`)
  return { opened, fresh, own, voteId: answer.body.voteId as string }
}

async function fill(t: TestApp, host: Caller, place: Place): Promise<void> {
  const topic = { title: `Sujet ZEBRA de ${place.name}`, body: 'Premier message.' }
  place.topicId = made(await host.post(`/api/spaces/${place.id}/topics`, topic))
  place.pageId = made(await host.post(`/api/spaces/${place.id}/pages`, { title: `Page ZEBRA de ${place.name}` }))
  await host.put(`/api/pages/${place.pageId}/publication`, { seq: 1 })
  const closesAt = new Date(t.deps.world.now().getTime() + 5 * DAY).toISOString()
  const decision = { spaceId: place.id, question: `Question ZEBRA de ${place.name} ?`, closesAt }
  place.decisionId = made(await host.post('/api/decisions', decision))
  place.draftId = await aDraft(host, place)
  place.fileKey = randomBytes(20).toString('hex')
  await t.deps.world.files.put(place.fileKey, new Uint8Array([1]))
  const row = { key: place.fileKey, space_id: place.id, type: 'image/webp', name: 'image.webp', size: 1 }
  await t.deps.world.db
    .insertInto('file')
    .values({ ...row, created_at: new Date() })
    .execute()
}

/** A question that nobody has opened yet. @returns its id */
export const aDraft = async (host: Caller, place: Place): Promise<string> =>
  made(await host.post('/api/decisions/drafts', { spaceId: place.id, question: `Projet ZEBRA de ${place.name} ?` }))

function made(answer: { status: number; body: { id: string } }): string {
  if (answer.status !== 201) throw new Error(`not made: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.id
}

/** A picture, so that who may see a person gets something. */
export async function givePortrait({ deps: { world } }: TestApp, personId: string): Promise<void> {
  await world.files.put(`portrait-${personId}`, new Uint8Array([1]))
  await world.db
    .updateTable('person')
    .set({ portrait_key: `portrait-${personId}` })
    .where('id', '=', personId)
    .execute()
}

/** A thread on a page with one comment. @returns their ids */
export async function aThread({ deps: { world } }: TestApp, pageId: string, authorId: string) {
  const [threadId, commentId] = [uuidv7(Date.now()), uuidv7(Date.now())]
  const last = { last_text: '', last_before: '', last_after: '' }
  await world.db
    .insertInto('page_comment_thread')
    .values({ id: threadId, page_id: pageId, author_id: authorId, quote: '', ...last, created_at: world.now() })
    .execute()
  const said = { body: 'Une remarque.', html: '<p>Une remarque.</p>' }
  await world.db
    .insertInto('page_comment')
    .values({ id: commentId, thread_id: threadId, author_id: authorId, ...said, created_at: world.now() })
    .execute()
  return { threadId, commentId }
}

/** A reply that may be deleted. @returns its id */
export async function aPost({ deps: { world } }: TestApp, topicId: string, authorId: string): Promise<string> {
  const { count } = await world.db
    .selectFrom('post')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('topic_id', '=', topicId)
    .executeTakeFirstOrThrow()
  const row = { topic_id: topicId, author_id: authorId, body: 'Une réponse.', html: '<p>Une réponse.</p>', excerpt: '' }
  const id = uuidv7(Date.now())
  const at = world.now()
  const number = Number(count) + 1
  await world.db
    .insertInto('post')
    .values({ id, ...row, number, created_at: at, written_at: at })
    .execute()
  await world.db.updateTable('topic').set({ post_count: number }).where('id', '=', topicId).execute()
  return id
}
