import type { Node } from '@tiptap/pm/model'
import type { Selection } from '@tiptap/pm/state'
import type { Mapping } from '@tiptap/pm/transform'
import type { Edits } from './edits.ts'

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

/** What proposes what a transaction would do, for `makeEdits`. */
export type Proposal =
  | { kind: 'proposal'; edits: Edits; select: (doc: Node, mapping: Mapping) => Selection; id: string }
  | { kind: 'as-is' }
  | { kind: 'blocked'; why: Blocked }
