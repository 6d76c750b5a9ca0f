import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { siteRole } from '@cenacle/contract/person'
import { spaceKind, spaceRole } from '@cenacle/contract/space'
import { aPerson, aSpace } from '../../test/build.ts'
import { testApp, viewerOf, type TestApp } from '../../test/harness.ts'
import { anonymous, type Viewer } from '../context.ts'
import { readersOf } from './readers.ts'
import { implicitRole, rankOf } from './roles.ts'
import * as space from './space.ts'
import { joinOwnRow, roleRank, visibleSpaces } from './visible.ts'

let t: TestApp
before(async () => void (t = await testApp()))
after(() => t.close())

const HOUR = 3_600_000
/** An end date in hours from now: past, this very instant, or ahead; or none. */
const until = fc.option(fc.constantFrom(-24, -1, 0, 1, 24), { nil: undefined })
const world = fc.record({
  people: fc.array(
    fc.record({ role: fc.constantFrom(...siteRole.options), office: fc.boolean(), suspended: fc.boolean() }),
    { minLength: 1, maxLength: 6 },
  ),
  spaces: fc.array(
    fc.record({
      kind: fc.constantFrom(...spaceKind.options.filter((kind) => kind !== 'committee')),
      open: fc.boolean(),
      named: fc.array(fc.record({ who: fc.nat(5), role: fc.constantFrom(...spaceRole.options), until }), {
        maxLength: 4,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
})

test('`visibleTo` in SQL says what the pure policy says, and so do the ranks and the readers', async () => {
  const { db } = t.deps.world
  const now = t.deps.world.now()
  await fc.assert(
    fc.asyncProperty(world, async ({ people, spaces }) => {
      for (const table of ['space_person', 'space', 'person'] as const) await db.deleteFrom(table).execute()
      const persons: Awaited<ReturnType<typeof aPerson>>[] = []
      for (const { role, office, suspended } of people)
        persons.push(await aPerson(db, { role, administrator: office || role === 'administrator', suspended }))
      const rooms = [{ ...(await aSpace(db, 'committee', [], { slug: 'comite' })), named: [] as Named[] }]
      for (const { kind, open, named } of spaces) {
        const unique = new Map(named.map((one) => [one.who % persons.length, one]))
        const rows = [...unique].map(([who, one]) => ({
          id: persons[who]?.id ?? '',
          role: one.role,
          until: one.until === undefined ? undefined : new Date(now.getTime() + one.until * HOUR),
        }))
        const given = rows.map(({ id, role, until }) => ({ id, role, ...(until && { until }) }))
        rooms.push({ ...(await aSpace(db, kind, given, { open })), named: rows })
      }
      for (const viewer of [anonymous, ...persons.map((person) => viewerOf(person))]) {
        const expected = new Map(rooms.map((room) => [room.id, roleIn(viewer, room, now)]))
        const { rows } = await sql<{ id: string; rank: number }>`
          select s.id, ${roleRank(viewer)} as rank from space s ${joinOwnRow(viewer, now)}`.execute(db)
        assert.deepEqual(new Map(rows.map(({ id, rank }) => [id, rank])), expected)
        const visible = await visibleSpaces(viewer, now).execute(db)
        const ids = (visible.rows as unknown[]).map((row) => (row as { id: string }).id)
        assert.deepEqual(
          ids.toSorted(),
          rooms
            .filter((room) => reads(viewer, room, now))
            .map(({ id }) => id)
            .toSorted(),
        )
      }
      for (const room of rooms) {
        const { rows } = await sql<{ id: string }>`select p.id from person p where ${readersOf(room, now)}`.execute(db)
        const readers = persons.filter((one) => !one.suspended_at && reads(viewerOf(one), room, now))
        assert.deepEqual(rows.map(({ id }) => id).toSorted(), readers.map(({ id }) => id).toSorted())
      }
    }),
    { numRuns: 40 },
  )
})

interface Named {
  id: string
  role: (typeof spaceRole.options)[number]
  until: Date | undefined
}
type Room = Awaited<ReturnType<typeof aSpace>> & { named: Named[] }

function roleIn(viewer: Viewer, room: Room, now: Date): number {
  const own = room.named.find((one) => viewer.kind === 'person' && one.id === viewer.id)
  const isRunning = own && (own.until === undefined || own.until > now)
  return Math.max(rankOf(isRunning ? own.role : null), rankOf(implicitRole(viewer, room)))
}

const reads = (viewer: Viewer, room: Room, now: Date): boolean =>
  space.read({
    kind: room.kind,
    open: room.open,
    role: (['reader', 'commenter', 'writer', 'facilitator'] as const)[roleIn(viewer, room, now) - 1] ?? null,
    joined: false,
    closed: false,
  })
