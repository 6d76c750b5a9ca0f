import assert from 'node:assert/strict'
import { jobHandlers } from '../src/features.ts'
import { ADOPT_JOB } from '../src/features/wiki/commands/adopt-job.ts'
import { castChoice, later, memberOf } from './decisions.ts'
import { type Answer, type Caller, type Looked, testApp, type TestApp } from './harness.ts'
import { aCommittee, type Committee, travelToClose } from './votes.ts'

/** What a page says, and what is proposed instead. */
export const BEFORE = 'Le comité se réunit deux fois par an.\n\nIl vote à la majorité.\n'
export const AFTER = 'Le comité se réunit quatre fois par an.\n\nIl vote à la majorité.\n'
/** How the three of the committee adopt a revision. */
export const YES = ['yes', 'yes', 'no']

/** A committee of three with pages, revisions and votes on them. */
export interface RevisionWorld {
  app: TestApp
  committee: Committee
  one: Caller
  two: Caller
  read(id: string, who?: Caller): Promise<Looked>
  revisionsOf(id: string, who?: Caller): Promise<Looked>
  write(id: string, markdown: string, title?: string, who?: Caller): Promise<void>
  /** A page, and a revision of it that says something else. */
  aRevision(text?: string): Promise<{ pageId: string; id: string }>
  ask(id: string, values?: object): Promise<Answer>
  open(id: string): Promise<Looked>
  /** Everybody votes, the vote closes, the jobs run. */
  decide(vote: Looked, choices: readonly string[]): Promise<void>
  voteOf(id: string): Promise<Looked>
  /** How many rows the log of a page has. */
  rowsOf(pageId: string): Promise<number>
  adopt(pageId: string): Promise<void>
}

/** Opens it. */
export async function revisionWorld(): Promise<RevisionWorld> {
  const app = await testApp()
  const committee = await aCommittee(app, 3)
  const [one, two] = [memberOf(committee, 0).caller, memberOf(committee, 1).caller]
  const read = async (id: string, who = one): Promise<Looked> => (await who.get(`/api/pages/${id}`)).body
  const write = async (id: string, markdown: string, title?: string, who = one): Promise<void> => {
    const { seq } = await read(id, who)
    const body = { markdown, ...(title !== undefined && { title }) }
    const answer = await who.put(`/api/pages/${id}/markdown`, body, { 'if-match': `"${seq}"` })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  const ask = (id: string, values: object = {}): Promise<Answer> =>
    one.post('/api/decisions', {
      spaceId: committee.spaceId,
      question: 'Se réunir quatre fois par an ?',
      rules: { veto: true },
      closesAt: later(app, 100),
      source: { kind: 'page', id },
      ...values,
    })
  let made = 0
  return {
    app,
    committee,
    one,
    two,
    read,
    write,
    ask,
    revisionsOf: async (id, who = one) => (await who.get(`/api/pages/${id}/revisions`)).body,
    async aRevision(text = AFTER) {
      const title = `Méthodologie ${++made}`
      const page = await one.post(`/api/spaces/${committee.spaceId}/pages`, { title, markdown: BEFORE })
      const answer = await two.post(`/api/pages/${page.body.id}/revisions`)
      assert.equal(answer.status, 201, JSON.stringify(answer.body))
      assert.equal(answer.body.markdown, BEFORE)
      await write(answer.body.id, text)
      return { pageId: page.body.id, id: answer.body.id }
    },
    async open(id) {
      const { status, body } = await ask(id)
      assert.equal(status, 201, JSON.stringify(body))
      return body
    },
    async decide(vote, choices) {
      for (const [index, choice] of choices.entries())
        assert.equal((await castChoice(committee, index, vote.id, choice)).status, 201)
      await travelToClose(app, vote, 0)
      await app.runJobs()
    },
    voteOf: async (id) => (await one.get(`/api/votes/${id}`)).body,
    async rowsOf(pageId) {
      const { db } = app.deps.world
      return (await db.selectFrom('page_update').select('seq').where('page_id', '=', pageId).execute()).length
    },
    adopt: async (pageId) => jobHandlers(app.deps)[ADOPT_JOB]?.(app.deps.world, { pageId }),
  }
}
