import { Problem } from '../../problem.ts'

/** One at a time: the other thread of documents stays for those who write. */
const WAITING_MAX = 8
const RETRY_S = 15

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * Does heavy work when all that was asked for before is done.
 * @param isGone whether nobody waits for it any more
 * @throws Problem unavailable when too many wait already
 */
export async function inTurn<T>(isGone: () => boolean, work: () => Promise<T>): Promise<T | undefined> {
  if (waiting >= WAITING_MAX)
    throw new Problem('unavailable', {
      retryAfter: RETRY_S,
      detail: 'D’autres exports sont en cours. Réessayez dans un instant.',
    })
  waiting += 1
  const mine = last.then(() => (isGone() ? undefined : work()))
  last = mine.catch(() => undefined).finally(() => (waiting -= 1))
  return mine
}
