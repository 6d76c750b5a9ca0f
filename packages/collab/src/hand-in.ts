import { encodeUpdate } from './protocol.ts'
import * as Y from 'yjs'

/** Bytes of typed text that are sent again at once. More is a whole page from an earlier visit: it follows in the answer to what the server lacks. */
const MOST = 256 * 1024

/**
 * What was typed and may not have arrived goes first over a new line, as it was typed: once the browser has heard that its paragraph is gone, Yjs
 * would hand in a hole instead of the letters.
 */
export function handIn(line: Pick<WebSocket, 'send'> | null, unsent: readonly Uint8Array[]): void {
  if (unsent.length === 0) return
  const update = Y.mergeUpdates([...unsent])
  if (update.length <= MOST) line?.send(encodeUpdate(update).slice())
}
