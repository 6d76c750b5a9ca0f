import { aPerson, aSpace } from './build.ts'
import type { Caller, TestApp } from './harness.ts'

/** A team and who stands around it. */
export interface Team {
  spaceId: string
  /** Runs it. */
  ann: Caller
  annId: string
  /** Writes in it. */
  bob: Caller
  /** Reads it. */
  rita: Caller
  ritaId: string
  /** A member of the committee who is not in it. */
  stranger: Caller
}

/** Makes one. @param name of the space */
export async function aTeam(t: TestApp, name?: string): Promise<Team> {
  const { db } = t.deps.world
  const ann = await aPerson(db, { name: 'Ann Tessier' })
  const bob = await aPerson(db, { name: 'Bob Lannes' })
  const rita = await aPerson(db, { name: 'Rita Coste' })
  const sam = await aPerson(db, { name: 'Sam Ruel' })
  const named = [{ id: ann.id, role: 'facilitator' as const }, { id: bob.id }, { id: rita.id, role: 'reader' as const }]
  const { id: spaceId } = await aSpace(db, 'team', named, name === undefined ? {} : { name })
  return {
    spaceId,
    ann: await t.as(ann.id),
    annId: ann.id,
    bob: await t.as(bob.id),
    rita: await t.as(rita.id),
    ritaId: rita.id,
    stranger: await t.as(sam.id),
  }
}
