import { decodeMessage } from '@cenacle/collab/protocol'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** A composition that does not end holds the others' words back for this long at most, ms. */
const LONGEST_MS = 8_000
/** The browser's last word on a composition comes a moment after its end, ms. */
const AFTER_MS = 120
const SYNC = 0
const UPDATE = 2

/** What a session offers to whoever knows when a letter is being composed. */
export interface Composing {
  begin(): void
  end(): void
}

/**
 * While a letter is composed (a dead key, a word that a phone proposes), what the others type waits outside of the document: the screen would
 * have to be drawn anew in the middle of it, and « ^ » then « e » would become « ^ê ». The editor and the document stay of one mind meanwhile.
 */
export function holdWhileComposing(provider: WebsocketProvider, doc: Y.Doc): Composing {
  const take = provider.messageHandlers[SYNC]
  const waiting: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isComposing = false
  const release = (): void => {
    isComposing = false
    clearTimeout(timer)
    const updates = waiting.splice(0)
    if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(updates), provider)
  }
  const releaseAfter = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(release, ms)
  }
  provider.messageHandlers[SYNC] = (encoder, decoder, ...rest) => {
    const message = isComposing && decoder.arr[1] === UPDATE ? decodeMessage(decoder.arr) : undefined
    if (message?.kind !== 'update') return take?.(encoder, decoder, ...rest)
    waiting.push(message.update.slice())
    decoder.pos = decoder.arr.length
  }
  return {
    begin() {
      isComposing = true
      releaseAfter(LONGEST_MS)
    },
    end: () => releaseAfter(AFTER_MS),
  }
}
