import { MESSAGE_SAVED } from '@cenacle/collab/protocol'
import { SavedTracker } from '@cenacle/collab/saved-tracker'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** The public client on a real socket, with the saved state that our own client adds. */
export interface Browser {
  doc: Y.Doc
  provider: WebsocketProvider
  readonly text: string
  readonly saved: SavedTracker
  readonly closedWith: number | undefined
  destroy(): void
}

export function openBrowser(
  origin: string,
  pageId: string,
  personId: string,
  mode: 'write' | 'read' = 'write',
): Browser {
  let saved = new SavedTracker()
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { 'x-person': personId, 'x-mode': mode }, origin })
      saved = new SavedTracker()
      this.on('error', () => {})
    }

    override send(data: Uint8Array): void {
      saved.sending(data)
      super.send(data)
    }
  }
  const doc = new Y.Doc()
  let closedWith: number | undefined
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/collab`, pageId, doc, {
    // The polyfill's type is the browser's constructor; ws has the same surface.
    WebSocketPolyfill: Socket as never,
    params: { saved: '1' },
    disableBc: true,
    maxBackoffTime: 200,
  })
  provider.messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
    saved.receive(decoder.arr)
    decoder.pos = decoder.arr.length
  }
  provider.on('connection-close', (event) => {
    if (event) closedWith = event.code
  })
  return {
    doc,
    provider,
    get text() {
      return doc.getText('title').toJSON()
    },
    get saved() {
      return saved
    },
    get closedWith() {
      return closedWith
    },
    destroy() {
      provider.destroy()
      doc.destroy()
    },
  }
}

const TURN_MS = 5

/**
 * Waits until it is so. Counted in turns of this process, not by the clock: what a busy machine takes longer for, it is given longer
 * for, and minutes in which it stands still are nobody's.
 * @param what one waits for; a function where the failure should say how far it came
 * @param ms what so many turns take at least; where the product promises a time, that one
 * @throws when it is not so by then
 */
export async function until(
  what: string | (() => string),
  isSo: () => boolean | Promise<boolean>,
  ms = 60_000,
): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += TURN_MS) {
    if (waited > ms) throw new Error(`not in ${ms} ms: ${typeof what === 'string' ? what : what()}`)
    await new Promise((resolve) => setTimeout(resolve, TURN_MS))
  }
}
