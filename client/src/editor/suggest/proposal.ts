import type { Transaction } from '@tiptap/pm/state'
import type { TextEdit } from './edits.ts'

/** Whoever makes a proposal, and the ids that they use. */
export interface Proposer {
  /** What their ids begin with. */
  key: string
  newId(): string
  /** The proposal that is being typed: what follows it belongs to it. */
  current: string | undefined
  /** Whether it was touched a moment ago: a deletion then grows. */
  isRecent: boolean
}

/** What may not be proposed, and why it is said. */
export type Blocked = 'format' | 'structure'

/** A transaction that proposes what another one would do; `texts` are its changes of text, for `writeExactly`. */
export type Proposal =
  | { kind: 'proposal'; tr: Transaction; texts: readonly TextEdit[]; id: string }
  | { kind: 'as-is' }
  | { kind: 'blocked'; why: Blocked }
