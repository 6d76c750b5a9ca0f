/** As `limits.reasonMin` of the contract, whose schemas would weigh on the first load. */
const SHORTEST_REASON = 30
/** A veto this near to the close moves it, once (reference/voting.md 2.4). */
const LATE_MS = 48 * 3_600_000

/** How many characters a reason still lacks; 0 when it is long enough. */
export const charactersMissing = (reason: string): number => Math.max(0, SHORTEST_REASON - [...reason.trim()].length)

/** True when a veto filed now would move the close. @param closesAt ISO */
export const isCloseNear = (closesAt: string, now: Date): boolean =>
  new Date(closesAt).getTime() - now.getTime() < LATE_MS
