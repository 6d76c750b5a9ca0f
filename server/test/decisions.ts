import assert from 'node:assert/strict'
import type { Answer, Looked, TestApp } from './harness.ts'
import { type Committee, HOUR } from './votes.ts'

/** A member of a committee. */
export function memberOf(committee: Committee, index: number): Committee['members'][number] {
  const found = committee.members[index]
  assert.ok(found, `no member ${index}`)
  return found
}

/** So many hours from now, as the wire says it. */
export const later = (app: TestApp, hours: number): string =>
  new Date(app.deps.world.now().getTime() + hours * HOUR).toISOString()

/** Opens a decision of the committee by its first member, for a hundred hours where not said. @returns the vote */
export async function aDecision(app: TestApp, committee: Committee, values: object = {}): Promise<Looked> {
  const body = {
    spaceId: committee.spaceId,
    question: 'Tenir la prochaine réunion à Rennes\u202f?',
    closesAt: later(app, 100),
    ...values,
  }
  const answer = await memberOf(committee, 0).caller.post('/api/decisions', body)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}

/** Casts what a method asks for. */
export const castValue = (committee: Committee, index: number, voteId: string, value: object): Promise<Answer> =>
  memberOf(committee, index).caller.put(`/api/votes/${voteId}/ballot`, { choice: 'cast', value })

export const castChoice = (committee: Committee, index: number, voteId: string, choice: string): Promise<Answer> =>
  memberOf(committee, index).caller.put(`/api/votes/${voteId}/ballot`, { choice })
