/** As `limits.reasonMin` of the contract, whose schemas would weigh on the first load. */
const SHORTEST_REASON = 30

/** How many characters a reason still lacks; 0 when it is long enough. */
export const charactersMissing = (reason: string): number => Math.max(0, SHORTEST_REASON - [...reason.trim()].length)

const HOUR_MS = 3_600_000

/** True when a veto filed now would move the close (reference/voting.md 2.4). @param closesAt ISO @param windowHours by the vote's rules */
export const isCloseNear = (closesAt: string, now: Date, windowHours: number): boolean =>
  new Date(closesAt).getTime() - now.getTime() < windowHours * HOUR_MS
