import * as encoding from 'lib0/encoding'
import { Malformed, Reader } from './reader.ts'

/** Message types of y-websocket 3.1.0, and the one we add (far from theirs: Hocuspocus uses 4 to 9). */
const SYNC = 0
const AWARENESS = 1
const QUERY_AWARENESS = 3
export const MESSAGE_SAVED = 100

const STEP1 = 0
const STEP2 = 1
const UPDATE = 2

/**
 * What our `saved` frame says.
 * - `saved`: all that anybody typed in this page is committed, apart from what is on its way this instant.
 * - `unsaved`: the database does not answer; texts are shown but not yet stored.
 * - `refused`: an update of this connection was not accepted, and what follows it cannot be shown either; reload.
 */
export type SavedState = 'saved' | 'unsaved' | 'refused'
const STATES: readonly SavedState[] = ['saved', 'unsaved', 'refused']

export type Message =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'awareness'; update: Uint8Array }
  | { kind: 'query' }
  | { kind: 'saved'; acknowledged: number; state: SavedState }

/**
 * Reads one frame, which holds exactly one message.
 * @throws Malformed, and nothing else
 */
export function decodeMessage(frame: Uint8Array): Message {
  const reader = new Reader(frame)
  const message = readMessage(reader)
  if (reader.left > 0) throw new Malformed('bytes after the message')
  return message
}

function readMessage(reader: Reader): Message {
  const type = reader.uint()
  if (type === SYNC) return readSync(reader)
  if (type === AWARENESS) return { kind: 'awareness', update: reader.block() }
  if (type === QUERY_AWARENESS) return { kind: 'query' }
  if (type === MESSAGE_SAVED) return readSaved(reader)
  throw new Malformed('unknown message type')
}

function readSync(reader: Reader): Message {
  const step = reader.uint()
  const bytes = reader.block()
  if (step === STEP1) {
    checkStateVector(bytes)
    return { kind: 'step1', stateVector: bytes }
  }
  if (step === STEP2) return { kind: 'step2', update: bytes }
  if (step === UPDATE) return { kind: 'update', update: bytes }
  throw new Malformed('unknown sync message')
}

function readSaved(reader: Reader): Message {
  const acknowledged = reader.uint()
  const state = STATES[reader.uint()]
  if (!state) throw new Malformed('unknown state')
  return { kind: 'saved', acknowledged, state }
}

function checkStateVector(bytes: Uint8Array): void {
  const reader = new Reader(bytes)
  const clients = reader.uint()
  if (clients > reader.left / 2) throw new Malformed('the state vector ends too early')
  for (let i = 0; i < clients * 2; i += 1) reader.uint()
  if (reader.left > 0) throw new Malformed('bytes after the state vector')
}

/** Asks the other side for what `stateVector` lacks. */
export const encodeStep1 = (stateVector: Uint8Array): Uint8Array => sync(STEP1, stateVector)

/** Answers a step 1. */
export const encodeStep2 = (update: Uint8Array): Uint8Array => sync(STEP2, update)

/** One change, or several merged into one. */
export const encodeUpdate = (update: Uint8Array): Uint8Array => sync(UPDATE, update)

const sync = (step: number, bytes: Uint8Array): Uint8Array => framed([SYNC, step], bytes)

/** Wraps an awareness update (y-protocols/awareness). */
export const encodeAwareness = (update: Uint8Array): Uint8Array => framed([AWARENESS], update)

/** Types (below 128), then length-prefixed bytes, in one allocation: this runs for each frame. */
function framed(types: readonly number[], bytes: Uint8Array): Uint8Array {
  let lengthBytes = 1
  for (let rest = bytes.length; rest > 127; rest = Math.floor(rest / 128)) lengthBytes += 1
  const frame = new Uint8Array(types.length + lengthBytes + bytes.length)
  frame.set(types)
  let at = types.length
  for (let rest = bytes.length; ; rest = Math.floor(rest / 128)) {
    frame[at] = rest > 127 ? (rest % 128) + 128 : rest
    at += 1
    if (rest <= 127) break
  }
  frame.set(bytes, at)
  return frame
}

/**
 * The frame that y-websocket lacks.
 * @param acknowledged how many of this connection's first step 2 and update messages are committed
 */
export function encodeSaved(acknowledged: number, state: SavedState): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_SAVED)
  encoding.writeVarUint(encoder, acknowledged)
  encoding.writeVarUint(encoder, STATES.indexOf(state))
  return encoding.toUint8Array(encoder)
}
