import type * as Y from 'yjs'

/**
 * Applies an update for somebody who may not do everything.
 * @returns whether it has added something that mends the update, which its sender must hear of too
 * @throws NotAllowed when the update does more than its sender may
 */
export type Guard = (doc: Y.Doc, apply: () => void) => boolean

/** An update that its sender may not make. */
export class NotAllowed extends Error {
  override name = 'NotAllowed'
  /** It refers to what is not here yet: the sender may come again. */
  readonly isEarly: boolean

  constructor(message: string, isEarly: boolean) {
    super(message)
    this.isEarly = isEarly
  }
}
