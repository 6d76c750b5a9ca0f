import assert from 'node:assert/strict'
import type { SpaceRole } from '@cenacle/contract/space'
import { aPerson, aSpace } from './build.ts'
import type { Caller, TestApp } from './harness.ts'

/** A loop with one who runs it, one who comments and one who reads; and somebody outside. */
export async function aLoop(t: TestApp) {
  const { db } = t.deps.world
  const join = async (name: string, role?: SpaceRole) => {
    const { id } = await aPerson(db, { name })
    return { named: role ? [{ id, role }] : [], caller: await t.as(id) }
  }
  const runs = await join('Aude Le Goff', 'facilitator')
  const talks = await join('Basile Nkosi', 'commenter')
  const reads = await join('Chloé Martin', 'reader')
  const outside = await join('Driss Alaoui')
  const space = await aSpace(db, 'loop', [...runs.named, ...talks.named, ...reads.named])
  return { space, runs: runs.caller, talks: talks.caller, reads: reads.caller, outside: outside.caller }
}

/** Opens a topic over HTTP. @returns the answer's body */
export async function aTopic(
  caller: Caller,
  spaceId: string,
  body = 'Bonjour à toutes et à tous.',
  title = 'Un sujet',
) {
  const answer = await caller.post(`/api/spaces/${spaceId}/topics`, { title, body })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}

/** Replies over HTTP. @returns the answer's body */
export async function aPost(caller: Caller, topicId: string, body = 'Une réponse.') {
  const answer = await caller.post(`/api/topics/${topicId}/posts`, { body })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}
