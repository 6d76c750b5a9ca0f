import { handIn } from '@cenacle/collab/hand-in'
import { MESSAGE_SAVED } from '@cenacle/collab/protocol'
import { SavedTracker } from '@cenacle/collab/saved-tracker'
import type { RecoveredItem } from '@cenacle/contract/recovered'
import type { SpaceRole } from '@cenacle/contract/space'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { aPerson, aSpace } from '../build.ts'
import { type Caller, testApp, type TestApp } from '../harness.ts'
import { markdownOf, rewrite, textsIn } from '../writing.ts'

/** The whole product on a port, with people who write and read in one space. */
export interface Committee {
  t: TestApp
  origin: string
  spaceId: string
  newPage(markdown: string, title?: string): Promise<string>
  caller(who: string): Caller
  idOf(who: string): string
  /** What was taken away by a merge, as somebody who writes the page is offered it. */
  recovered(pageId: string): Promise<RecoveredItem[]>
  open(who: string, pageId: string, how?: Opening): Tab
  close(): Promise<void>
}

interface Opening {
  /** Where the line goes, when not straight to the server. */
  through?: string
  params?: Record<string, string>
}

/** A browser that writes with the public client, hands in as ours does, and uses our editor's own diff. */
export interface Tab extends Disposable {
  doc: Y.Doc
  provider: WebsocketProvider
  /** With what the server closed the line, each time. */
  codes: number[]
  readonly saved: SavedTracker['state']
  markdown: string
  /** Types into the nth text of the page, at its end when not said. */
  type(text: string, n?: number, at?: number): void
}

/** Starts it. @param roles the first of them opens the pages */
export async function committee(
  roles: Record<string, SpaceRole>,
  options: Parameters<typeof testApp>[0] = {},
): Promise<Committee> {
  const t = await testApp(options)
  const { db } = t.deps.world
  const people = new Map<string, { id: string; caller: Caller }>()
  for (const who of Object.keys(roles)) {
    const { id } = await aPerson(db, { name: `${who} Vasseur` })
    people.set(who, { id, caller: await t.as(id) })
  }
  const tabs: Tab[] = []
  const named = Object.entries(roles).map(([who, role]) => ({ id: people.get(who)?.id ?? '', role }))
  const spaceId = (await aSpace(db, 'team', named)).id
  const origin = await t.listen()
  const get = (who: string) => {
    const person = people.get(who)
    if (!person) throw new Error(`nobody is called ${who}`)
    return person
  }
  const [first = ''] = people.keys()
  return {
    t,
    origin,
    spaceId,
    async newPage(markdown, title = 'Une page') {
      const made = await get(first).caller.post(`/api/spaces/${spaceId}/pages`, { title, markdown })
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      return made.body.id
    },
    caller: (who) => get(who).caller,
    idOf: (who) => get(who).id,
    async recovered(pageId) {
      return (await get(first).caller.get(`/api/pages/${pageId}/recovered`)).body.items
    },
    open(who, pageId, how) {
      const tab = openTab(origin, get(who).caller.cookie, pageId, how)
      tabs.push(tab)
      return tab
    },
    async close() {
      // Also when a test failed: a line that is left open would keep the process.
      for (const tab of tabs) tab[Symbol.dispose]()
      await t.close()
    },
  }
}

/** Opens a page on a real socket, with the cookie of a session. */
export function openTab(
  origin: string,
  cookie: string,
  pageId: string,
  { through = origin, params }: Opening = {},
): Tab {
  let saved = new SavedTracker()
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie }, origin: through })
      saved = new SavedTracker()
      this.on('error', () => {})
    }
    override send(data: Uint8Array): void {
      saved.sending(data)
      super.send(data)
    }
  }
  const doc = new Y.Doc()
  const codes: number[] = []
  const provider = new WebsocketProvider(`${through.replace('http', 'ws')}/collab`, pageId, doc, {
    // The polyfill's type is the browser's constructor; ws has the same surface.
    WebSocketPolyfill: Socket as never,
    params: { saved: '1', ...params },
    disableBc: true,
    maxBackoffTime: 200,
  })
  // As our editor does: what may not have arrived is said again, before one hears what became of its paragraph.
  let unsent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, by: unknown) => void (by !== provider && unsent.push(update)))
  provider.on('status', ({ status }) => status === 'connected' && handIn(provider.ws, unsent))
  provider.messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
    saved.receive(decoder.arr)
    decoder.pos = decoder.arr.length
    if (saved.state === 'saved') unsent = []
  }
  provider.on('connection-close', (event) => {
    if (event) codes.push(event.code)
  })
  return {
    doc,
    provider,
    codes,
    get saved() {
      return provider.wsconnected ? saved.state : 'unsaved'
    },
    get markdown() {
      return markdownOf(doc)
    },
    set markdown(text) {
      rewrite(doc, text)
    },
    type(text, n = 0, at) {
      const into = textsIn(doc)[n]
      if (!into) throw new Error(`the page has no text ${n}`)
      into.insert(at ?? into.length, text)
    },
    [Symbol.dispose]() {
      provider.destroy()
      doc.destroy()
    },
  }
}
