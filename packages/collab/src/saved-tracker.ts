import { decodeMessage, type SavedState } from './protocol.ts'

/**
 * The browser's side of « Enregistré »: counts what one socket has sent and hears what the server has committed. Make a new one for
 * each socket.
 */
export class SavedTracker {
  #sent = 0
  #acknowledged = 0
  #state: SavedState = 'saved'

  /** Call with each frame that goes out. */
  sending(frame: Uint8Array): void {
    const isSync = frame[0] === 0
    if (isSync && (frame[1] === 1 || frame[1] === 2)) this.#sent += 1
  }

  /** Call with each frame of type MESSAGE_SAVED. @throws Malformed */
  receive(frame: Uint8Array): void {
    const message = decodeMessage(frame)
    if (message.kind !== 'saved') return
    this.#acknowledged = message.acknowledged
    this.#state = message.state
  }

  /** Messages that the server has not committed yet. */
  get waiting(): number {
    return this.#sent - this.#acknowledged
  }

  /** What to tell the person: everything is stored, something is on its way, the database is silent, or a text was refused. */
  get state(): 'saved' | 'saving' | 'unsaved' | 'refused' {
    if (this.#state !== 'saved') return this.#state
    return this.waiting > 0 ? 'saving' : 'saved'
  }
}
