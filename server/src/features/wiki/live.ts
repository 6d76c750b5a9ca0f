import type { FastifyRequest } from 'fastify'
import { CLOSE } from '@cenacle/collab/connection'
import type { Rooms } from '@cenacle/collab/rooms'
import { personColor } from '@cenacle/contract/person-color'
import type { Seating } from '../../collab/socket.ts'
import type { SignedIn, Viewer, World } from '../../context.ts'
import { inTx } from '../../database/transaction.ts'
import { record } from '../../events/record.ts'
import type { EventTail } from '../../events/tail.ts'
import * as policy from '../../policy/page.ts'
import { Problem } from '../../problem.ts'
import { findViewerOfSession } from '../accounts/queries.ts'
import { getPage } from './rows.ts'

/** Colours of people's carets: `--person-N` of the client's light theme. */
const COLORS = ['#1d4e89', '#8a3b12', '#1e6b47', '#6b2e7e', '#0b5c6b', '#97275a', '#5a5a12', '#463a9a']
const PRESENCE_MS = 3_000

/**
 * Where a viewer sits in a page: writers write, who may comment suggests, all others who may read watch.
 * @throws Problem not-found, or sign-in-required for a visitor
 */
export async function seatOf(world: World, viewer: Viewer, pageId: string): Promise<Seating> {
  const page = await getPage({ ...world, viewer }, pageId)
  const [personId, name] = viewer.kind === 'person' ? [viewer.id, viewer.name] : ['', '']
  const mode = policy.write(page.facts) ? 'write' : policy.comment(page.facts) ? 'suggest' : 'read'
  return {
    visitor: { personId, name, color: COLORS[personColor(personId)] ?? '#1d4e89', mode },
    accessUntil: page.space.until,
  }
}

/** The same later, with session and rights as they are then: undefined without a session, null without the page. */
export async function seatAgain(
  world: World,
  request: FastifyRequest,
  pageId: string,
): Promise<Seating | null | undefined> {
  const viewer = await viewerNow(world, request.viewer)
  if (!viewer) return undefined
  try {
    return await seatOf(world, viewer, pageId)
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return null
    throw error
  }
}

const viewerNow = (world: World, viewer: Viewer): Promise<SignedIn | undefined> | Viewer =>
  viewer.kind === 'person' ? findViewerOfSession(world, viewer.sessionId) : viewer

/**
 * Sends away whoever is in a page that was put into the trash, with all that went along, and whoever writes in one that was frozen, whichever
 * process did it.
 * @returns what stops it
 */
export const expelFromGone = (world: World, tail: EventTail, rooms: Rooms): (() => void) =>
  tail.subscribe(({ type, ids }) => {
    if (type !== 'page.changed') return
    const { pageId } = ids
    if (ids['gone'] !== undefined && pageId !== undefined)
      expelFromTrash(world, rooms, pageId).catch((error: unknown) =>
        world.log.warn({ error, page: pageId }, 'who is in a page of the trash could not be sent away'),
      )
    if (ids['frozen'] !== undefined)
      rooms.expel((id, { mode }) => (id === pageId && mode !== 'read' ? CLOSE.rightsChanged : undefined))
  })

async function expelFromTrash({ db }: World, rooms: Rooms, pageId: string): Promise<void> {
  const pages = await db.selectFrom('page').select('id').where('trashed_with', '=', pageId).execute()
  const gone = new Set([pageId, ...pages.map(({ id }) => id)])
  rooms.expel((id) => (gone.has(id) ? CLOSE.gone : undefined))
}

/** Says « somebody came, somebody left » for each page where it is so, every few seconds at most. @returns what stops it */
export function tellPresence(world: World, rooms: Rooms): () => void {
  let before = new Map<string, string>()
  let telling: Promise<void> | undefined
  const tell = async (): Promise<void> => {
    const now = new Map(
      [...rooms.people()].map(([id, people]) => [
        id,
        people
          .map((one) => one.id)
          .sort()
          .join(),
      ]),
    )
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id))
    before = now
    if (changed.length === 0) return
    const pages = await world.db.selectFrom('page').select(['id', 'space_id']).where('id', 'in', changed).execute()
    await inTx(world, async (ctx) => {
      for (const { id, space_id } of pages)
        await record(ctx, { type: 'page.presence', spaceId: space_id, ids: { pageId: id, spaceId: space_id } })
    })
  }
  const timer = setInterval(() => {
    telling ??= tell()
      .catch((error: unknown) => world.log.warn({ error }, 'presence could not be told'))
      .finally(() => (telling = undefined))
  }, PRESENCE_MS)
  timer.unref()
  return () => clearInterval(timer)
}
