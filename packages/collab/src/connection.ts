/** A frame for several readers: an adapter may keep its wire form in `wire`, made once however many they are. */
export class Frame {
  readonly payload: Uint8Array
  wire: Uint8Array | undefined

  constructor(payload: Uint8Array) {
    this.payload = payload
  }
}

/** One browser, whatever carries its messages. */
export interface Connection {
  send(frame: Frame): void
  /** Closes it for good; nothing is received after it. */
  close(code: number, reason: string): void
  /** Bytes that wait to be sent. */
  bufferedAmount(): number
}

/** Why we close; the codes of reference/trust.md D. 4400 to 4499 make y-websocket stop, the others make it come back. */
export const CLOSE = {
  restart: 1012,
  loadFailed: 1011,
  rightsChanged: 4205,
  malformed: 4400,
  signedOut: 4401,
  readOnly: 4403,
  gone: 4404,
  slow: 4408,
  outdated: 4426,
  tooMany: 4429,
} as const

/** Who is at the other end, as the session says. */
export interface Visitor {
  personId: string
  name: string
  /** A CSS colour of our palette. */
  color: string
  /** Who may only suggest writes too, but what they write must leave the page as it is. */
  mode: 'write' | 'suggest' | 'read'
  /** Gets `saved` frames. */
  wantsSaved: boolean
}
