import type { SavedState } from '@cenacle/collab/protocol'

/** Why writing has ended for good in this tab. */
export type StopReason = 'read-only' | 'signed-out' | 'gone' | 'refused' | 'outdated'

/** What is known about one's own text. `sent` and `acknowledged` count the step 2 and update messages of the line that is open now. */
export interface SaveFacts {
  readonly line: 'opening' | 'open' | 'down'
  /** The line has answered the server's question « what do you have? »: from here on all that is here has been sent. */
  readonly handedIn: boolean
  readonly sent: number
  readonly acknowledged: number
  readonly server: SavedState
  /** Since when there is text that is not known to be stored, ms; undefined when there is none. */
  readonly unsavedSince: number | undefined
  /** When something was typed last, ms. */
  readonly typedAt: number
  readonly stopped: StopReason | undefined
}

export type SaveEvent =
  | { type: 'opened' }
  | { type: 'closed' }
  | { type: 'typed'; at: number }
  | { type: 'sent'; handsIn: boolean }
  | { type: 'heard'; acknowledged: number; state: SavedState }
  | { type: 'stopped'; reason: StopReason }

/** What is said to the person. */
export type SaveWord = 'saved' | 'saving' | 'unsaved' | 'connecting' | 'offline' | StopReason

/** « Enregistrement… » for longer than this is « Non enregistré »: a line may be dead without saying so. */
export const PATIENCE_MS = 2_500
/**
 * « Enregistré » is said once the keys have rested for so long: while one writes, each letter would turn the word over twice, and draw the
 * screen anew for it.
 */
export const REST_MS = 500

export const untouched: SaveFacts = {
  line: 'opening',
  handedIn: false,
  sent: 0,
  acknowledged: 0,
  server: 'saved',
  unsavedSince: undefined,
  typedAt: -Infinity,
  stopped: undefined,
}

/** The facts after an event. A text counts as saved only when its own line has handed in everything and all of it is acknowledged. */
export function afterEvent(facts: SaveFacts, event: SaveEvent): SaveFacts {
  switch (event.type) {
    case 'opened':
      return { ...facts, line: 'open', handedIn: false, sent: 0, acknowledged: 0 }
    case 'closed':
      return { ...facts, line: 'down', handedIn: false }
    case 'typed':
      return { ...facts, unsavedSince: facts.unsavedSince ?? event.at, typedAt: event.at }
    case 'sent':
      return { ...facts, sent: facts.sent + 1, handedIn: facts.handedIn || event.handsIn }
    case 'heard':
      return settled({
        ...facts,
        server: event.state,
        // Over HTTP two answers may cross.
        acknowledged: Math.max(facts.acknowledged, event.acknowledged),
      })
    case 'stopped':
      return { ...facts, stopped: event.reason, line: 'down' }
  }
}

function settled(facts: SaveFacts): SaveFacts {
  const all = facts.line === 'open' && facts.handedIn && facts.acknowledged >= facts.sent && facts.server === 'saved'
  return all ? { ...facts, unsavedSince: undefined } : facts
}

/** What to say now. @param now ms, on the clock of the events */
export function wordFor(facts: SaveFacts, now: number): SaveWord {
  const { stopped, server, line, unsavedSince } = facts
  if (stopped) return stopped
  if (server === 'refused') return 'refused'
  if (line !== 'open') return unsavedSince === undefined ? (line === 'down' ? 'offline' : 'connecting') : 'unsaved'
  if (server === 'unsaved') return 'unsaved'
  if (unsavedSince === undefined) return restsIn(facts, now) > 0 ? 'saving' : 'saved'
  return now - unsavedSince < PATIENCE_MS ? 'saving' : 'unsaved'
}

/** How long until the keys have rested, ms; nothing once they have. */
export const restsIn = ({ typedAt }: SaveFacts, now: number): number => Math.max(0, typedAt + REST_MS - now)

/** Whether leaving now could lose something. */
export const isAtRisk = (facts: SaveFacts): boolean => facts.unsavedSince !== undefined || facts.server === 'refused'

/** Whether all is well with what one types. */
export const isCalm = (word: SaveWord): boolean => word === 'saved' || word === 'saving' || word === 'connecting'
