import type { WebsocketProvider } from 'y-websocket'

/** A composition that does not end holds the others' words back for this long at most, ms. */
const LONGEST_MS = 10_000
/** The browser's last word on a composition comes a moment after its end, ms. */
const AFTER_MS = 120
const SYNC = 0
const UPDATE = 2
const AWARENESS = 1

/** What a session offers to whoever knows when a letter is being composed. */
export interface Composing {
  begin(): void
  end(): void
}

/**
 * While a letter is composed (a dead key, a word that a phone proposes), what the others type and where they are waits outside of the document: the
 * screen would have to be drawn anew in the middle of it, and « ^ » then « e » would become « ^ê ». The editor and the document stay of one mind
 * meanwhile.
 */
export function holdWhileComposing({ messageHandlers }: WebsocketProvider): Composing {
  let waiting: (() => void)[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isComposing = false
  const release = (): void => {
    isComposing = false
    clearTimeout(timer)
    const due = waiting
    waiting = []
    for (const take of due) take()
  }
  const releaseAfter = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(release, ms)
  }
  for (const type of [SYNC, AWARENESS]) {
    const take = messageHandlers[type]
    messageHandlers[type] = (...message) => {
      const [, { arr }] = message
      // The questions of the server are answered at once.
      if (isComposing && (type === AWARENESS || arr[1] === UPDATE)) waiting.push(() => take?.(...message))
      else take?.(...message)
    }
  }
  return {
    begin() {
      isComposing = true
      releaseAfter(LONGEST_MS)
    },
    end: () => releaseAfter(AFTER_MS),
  }
}
