import type { EventFrame, EventHint } from '@cenacle/contract/events'

export type ConnectionState = 'connecting' | 'live' | 'lost'

interface Listener {
  onHint: (hint: EventHint) => void
  /** The gap was too long to be replayed: everything may have changed. */
  onResync: () => void
  onState: (state: ConnectionState) => void
  /** The server will not have us any more: signed out, or the session ended. */
  onRefused: () => void
  /** Two attempts in a row came to nothing, perhaps for want of a session: a browser does not say why, HTTP does. */
  onUnopened: () => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** Close codes for « do not come back », as in ARCHITECTURE.md, Live. */
const isFinal = (code: number): boolean => code === 4401 || code === 4403

/** The wait before the nth new attempt, doubled each time, with up to a half of chance so that a crowd does not return at once. */
export const backOff = (attempt: number, random: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + random / 2)

/**
 * The one events socket of a tab. Reconnects for ever, resumes after the last hint it saw, tries at once when the
 * network or the tab comes back.
 * @returns stops it
 */
export const openEventStream = (url: string, listener: Listener): (() => void) => {
  let socket: WebSocket | undefined
  let seq: number | undefined
  let attempt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const receive = (frame: EventFrame): void => {
    if ('hint' in frame) {
      seq = frame.hint.seq
      return listener.onHint(frame.hint)
    }
    if ('resync' in frame) {
      seq = frame.resync.seq
      return listener.onResync()
    }
    attempt = 0
    seq ??= frame.hello.seq
    listener.onState('live')
  }

  const connect = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (stopped || (socket && socket.readyState < WebSocket.CLOSING)) return
    const opened = new WebSocket(seq === undefined ? url : `${url}?after=${seq}`)
    socket = opened
    opened.onmessage = (message) => receive(JSON.parse(String(message.data)) as EventFrame)
    opened.onclose = ({ code }) => {
      if (stopped || socket !== opened) return
      socket = undefined
      if (isFinal(code)) {
        stop()
        return listener.onRefused()
      }
      if (attempt > 0) listener.onUnopened()
      listener.onState(attempt === 0 ? 'connecting' : 'lost')
      timer = setTimeout(connect, backOff(attempt, Math.random()))
      attempt += 1
    }
  }
  const now = (): void => {
    if (timer) connect()
  }
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') now()
  }
  const stop = (): void => {
    stopped = true
    clearTimeout(timer)
    window.removeEventListener('online', now)
    document.removeEventListener('visibilitychange', whenVisible)
    socket?.close()
  }

  window.addEventListener('online', now)
  document.addEventListener('visibilitychange', whenVisible)
  connect()
  return stop
}
