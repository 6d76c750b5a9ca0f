import assert from 'node:assert/strict'
import { commentsIn } from '@cenacle/document/comments'
import type * as Y from 'yjs'
import { aPerson, aSpace } from './build.ts'
import { testApp, type Answer, type Caller, type Looked } from './harness.ts'

/** A space with one person of each role, and what they do with comments on its pages. Close `t` at the end. */
export async function aCommentedSpace() {
  const t = await testApp()
  const { db } = t.deps.world
  const names = ['Ève Garin', 'Wilfried Noir', 'Coralie Brun', 'Omar Diallo', 'Rose Petit', 'Sam Ruel']
  const people = await Promise.all(names.map((name) => aPerson(db, { name })))
  const roles = ['facilitator', 'writer', 'commenter', 'commenter', 'reader'] as const
  const named = roles.map((role, i) => ({ id: people[i]?.id ?? '', role }))
  const { id: spaceId } = await aSpace(db, 'loop', named)
  const callers = await Promise.all(people.map(({ id }) => t.as(id)))
  const [runs, writes, comments, other, reads, stranger] = callers as [Caller, Caller, Caller, Caller, Caller, Caller]

  const aPage = async (markdown: string): Promise<string> => {
    const { status, body } = await runs.post(`/api/spaces/${spaceId}/pages`, { title: 'Une page', markdown })
    assert.equal(status, 201)
    return body.id
  }
  const begin = async (pageId: string, quote: string, who = comments, body = 'À revoir.'): Promise<Looked> => {
    const answer = await who.post(`/api/pages/${pageId}/threads`, { body, place: quoted(quote) })
    assert.equal(answer.status, 201, JSON.stringify(answer.body))
    return answer.body
  }
  const threadsOf = async (pageId: string, who = comments): Promise<Looked[]> =>
    (await who.get(`/api/pages/${pageId}/threads`)).body.items
  const page = async (pageId: string, who = comments): Promise<Looked> => (await who.get(`/api/pages/${pageId}`)).body
  const put = async (pageId: string, markdown: string): Promise<Answer> =>
    runs.put(`/api/pages/${pageId}/markdown`, { markdown }, { 'if-match': `"${(await page(pageId)).seq}"` })
  /** What a thread's mark covers in the document as it is in its room. */
  const covered = async (pageId: string, threadId: string): Promise<string | undefined> =>
    (await t.deps.collab.rooms.read(pageId, (doc) => commentsIn(doc)))?.get(threadId)?.text
  /** Somebody writes in the page. */
  const asWriter = (pageId: string, change: (doc: Y.Doc) => void) =>
    t.deps.collab.rooms.edit(pageId, '0198c0de-0000-7000-8000-000000000001', change)
  const callersByRole = { runs, writes, comments, other, reads, stranger }
  return { t, ...callersByRole, aPage, begin, threadsOf, page, put, covered, asWriter }
}

/** A passage by its words. */
export const quoted = (quote: string) => ({ quote, near: 0 })
export const codeOf = ({ status, body }: Answer): [number, string] => [status, body.code]
