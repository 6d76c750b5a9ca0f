import { aPerson } from './build.ts'
import type { Caller, TestApp } from './harness.ts'
import type { Committee } from './votes.ts'

export interface Officer {
  id: string
  caller: Caller
}

/** Two more who run a committee: one without a seat, and an ambassador who is named in it. */
export async function anOffice(
  app: TestApp,
  { spaceId }: Committee,
): Promise<{ office: Officer; ambassador: Officer }> {
  const { db } = app.deps.world
  const { id } = await aPerson(db, { role: 'administrator', name: 'Second' })
  const former = await aPerson(db, { role: 'ambassador', name: 'Ambassadrice' })
  const named = { space_id: spaceId, person_id: former.id, role: 'facilitator' as const }
  await db
    .insertInto('space_person')
    .values({ ...named, added_at: new Date() })
    .execute()
  return {
    office: { id, caller: await app.as(id) },
    ambassador: { id: former.id, caller: await app.as(former.id) },
  }
}
