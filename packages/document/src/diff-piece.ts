import type { Node as PmNode } from 'prosemirror-model'

/** A piece of a comparison: a block, or a piece of a line. */
export interface Piece {
  change: 'same' | 'added' | 'removed' | 'changed'
  /** Null where it did not stand before. */
  from: PmNode | null
  /** Null where it stands no more. */
  to: PmNode | null
  /** What stands in it, where it is a change that goes on inside. */
  inside: Piece[]
  /** The other end of a move: removed here, added there, or the other way round. */
  twin: Piece | null
}
