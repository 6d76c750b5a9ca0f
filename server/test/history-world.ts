import assert from 'node:assert/strict'
import { MESSAGE_SAVED } from '@cenacle/collab/protocol'
import { SavedTracker } from '@cenacle/collab/saved-tracker'
import { serializeMarkdown } from '@cenacle/document/markdown-serialize'
import { readBody } from '@cenacle/document/yjs'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { aPerson, aSpace } from './build.ts'
import { testApp, type Caller, type TestApp } from './harness.ts'

/** Who writes in the tests of the history: a facilitator, a writer, a reader. */
export type Who = 'ann' | 'bob' | 'rita'

/** A team with pages whose history is looked at. */
export interface HistoryWorld {
  t: TestApp
  spaceId: string
  origin: string
  people: Record<Who, { id: string; caller: Caller }>
  /** Makes a page. @returns its address in the API */
  aPage(markdown: string): Promise<string>
  /** Writes a page anew over HTTP. @returns the new seq */
  put(who: Who, url: string, markdown: string, title?: string): Promise<number>
  markdownOf(url: string): Promise<string>
  openTab(who: Who, url: string): Tab
}
export type Tab = ReturnType<typeof openTab>

/** The id of a page from its address. */
export const idOf = (url: string): string => url.split('/').at(-1) ?? ''

export async function historyWorld(): Promise<HistoryWorld> {
  const t = await testApp()
  const { db } = t.deps.world
  const people = {} as HistoryWorld['people']
  for (const [key, name] of [
    ['ann', 'Ann Tessier'],
    ['bob', 'Bob Lannes'],
    ['rita', 'Rita Coste'],
  ] as const) {
    const { id } = await aPerson(db, { name })
    people[key] = { id, caller: await t.as(id) }
  }
  const named = [
    { id: people.ann.id, role: 'facilitator' },
    { id: people.bob.id, role: 'writer' },
    { id: people.rita.id, role: 'reader' },
  ] as const
  const { id: spaceId } = await aSpace(db, 'team', [...named])
  const origin = await t.listen()
  return {
    t,
    spaceId,
    origin,
    people,
    async aPage(markdown) {
      const { body } = await people.ann.caller.post(`/api/spaces/${spaceId}/pages`, { title: 'Une page', markdown })
      return `/api/pages/${body.id}`
    },
    async put(who, url, markdown, title) {
      const { headers } = await people[who].caller.get(url)
      const match = { 'if-match': String(headers['etag']) }
      const body = { markdown, ...(title !== undefined && { title }) }
      const answer = await people[who].caller.put(`${url}/markdown`, body, match)
      assert.equal(answer.status, 200)
      return answer.body.seq
    },
    markdownOf: async (url) => (await people.rita.caller.get(url)).body.markdown,
    openTab: (who, url) => openTab(origin, people[who].caller.cookie, idOf(url)),
  }
}

/** The text of a block of a page's document. */
export function lineOf(doc: Y.Doc, index: number): Y.XmlText {
  const block = doc.getXmlFragment('body').get(index)
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined
  assert.ok(text instanceof Y.XmlText)
  return text
}

/** The public client with a session's cookie. */
function openTab(origin: string, cookie: string, page: string) {
  let saved = new SavedTracker()
  const headers = { cookie }
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers, origin })
      saved = new SavedTracker()
      this.on('error', () => {})
    }
    override send(data: Uint8Array): void {
      saved.sending(data)
      super.send(data)
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/collab`, page, doc, {
    WebSocketPolyfill: Socket as never,
    params: { saved: '1' },
    disableBc: true,
  })
  provider.messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
    saved.receive(decoder.arr)
    decoder.pos = decoder.arr.length
  }
  return {
    doc,
    provider,
    get saved() {
      return saved.state === 'saved'
    },
    get markdown() {
      return serializeMarkdown(readBody(doc))
    },
    line: (index: number): Y.XmlText => lineOf(doc, index),
    [Symbol.dispose]() {
      provider.destroy()
      doc.destroy()
    },
  }
}
