import { canonical, type Json, type Sha256 } from './canonical.ts'
import { merkleRoot } from './merkle.ts'
import { ballotsOfLines, countedLine, type Line, type SecretBallot, type SecretVote } from './secret.ts'

/** One line of a secret vote as it is stored, or as it is published; `content` is empty where contents are withheld. */
export type ReceiptLine = { readonly receipt: string; readonly content: Line }

/**
 * How much of a secret vote is published (voting.md section 3): of fewer than five ballots nothing but the outcome; of rankings
 * the receipts alone while there are fewer than twenty, since a whole ranking is often the only one of its kind; else all.
 */
export type Disclosure = 'nothing' | 'receipts' | 'contents'

export const FEWEST_BALLOTS = 5
export const FEWEST_RANKINGS = 20

/** What of a vote may be shown. @param ballots how many were cast, blank ones and abstentions included */
export function disclosureOf(method: SecretVote['method'], ballots: number): Disclosure {
  if (ballots < FEWEST_BALLOTS) return 'nothing'
  const isRanked = method === 'schulze' || method === 'irv'
  return isRanked && ballots < FEWEST_RANKINGS ? 'receipts' : 'contents'
}

/** Ascending receipts: the order of publication, which tells of nothing else. */
export const byReceipt = (a: ReceiptLine, b: ReceiptLine): number => (a.receipt < b.receipt ? -1 : 1)

/** Merkle root of a published list, whatever order it comes in. */
export const rootOf = (sha256: Sha256, lines: readonly ReceiptLine[]): string =>
  merkleRoot(
    sha256,
    lines.toSorted(byReceipt).map(({ receipt, content }) => canonical({ content, receipt })),
  )

/** The list that a secret vote publishes at its close, and its root, which the log keeps. */
export function publish(
  sha256: Sha256,
  vote: SecretVote,
  stored: readonly ReceiptLine[],
): { readonly root: string; readonly lines: readonly ReceiptLine[]; readonly disclosure: Disclosure } {
  const ballots = ballotsOfLines(vote, contentsOf(stored))
  const disclosure = disclosureOf(vote.method, ballots.length)
  const shown = disclosure === 'nothing' ? [] : stored.toSorted(byReceipt)
  const tell = (content: Line): Line => (disclosure === 'contents' && countedLine(vote, content)) || {}
  const lines = shown.map(({ receipt, content }) => ({ receipt, content: tell(content) }))
  return { root: rootOf(sha256, lines), lines, disclosure }
}

/** What a check of a published list found. `recounted` is false where the contents are not published. */
export type PublishedVerdict =
  | { readonly ok: true; readonly lines: number; readonly recounted: boolean }
  | { readonly ok: false; readonly problem: 'duplicate' | 'root' | 'line' | 'voters' | 'result' }

/** What a published list is checked against. */
export type Claim = {
  /** Merkle root, from `ballot.closed` in the log. */
  readonly root: string
  /** How many voted, from the same event. */
  readonly voters: number
  /** The published result, and what counts ballots into the same JSON. */
  readonly result: Json
  readonly recount: (ballots: readonly SecretBallot[]) => Json
}

/**
 * Checks a published list: no receipt twice, the root is that of the log, as much is shown as the rules say, each line is one of
 * this vote, the lines are those of as many ballots as were cast, and they count to the published result. One line added,
 * dropped or altered fails.
 */
export function verifyPublished(
  sha256: Sha256,
  vote: SecretVote,
  lines: readonly ReceiptLine[],
  { root, voters, result, recount }: Claim,
): PublishedVerdict {
  const no = (problem: (PublishedVerdict & { ok: false })['problem']): PublishedVerdict => ({ ok: false, problem })
  if (new Set(lines.map(({ receipt }) => receipt)).size !== lines.length) return no('duplicate')
  if (rootOf(sha256, lines) !== root) return no('root')
  const disclosure = disclosureOf(vote.method, voters)
  if (disclosure !== 'contents') {
    // Rankings alone are withheld with receipts shown, and each is one line.
    if (lines.length !== (disclosure === 'nothing' ? 0 : voters)) return no('voters')
    const isBare = lines.every(({ content }) => Object.keys(content).length === 0)
    return isBare ? { ok: true, lines: lines.length, recounted: false } : no('line')
  }
  // Of a withdrawn option a line is there by its receipt alone: one of each voter at most.
  const told = lines.filter(({ content }) => Object.keys(content).length > 0)
  if (lines.length - told.length > voters * (vote.withdrawn?.length ?? 0)) return no('line')
  const ballots = attempt(() => ballotsOfLines(vote, contentsOf(told)))
  if (ballots === null) return no('line')
  if (ballots.length !== voters) return no('voters')
  const counted = attempt(() => canonical(recount(ballots)))
  return counted === canonical(result) ? { ok: true, lines: lines.length, recounted: true } : no('result')
}

const contentsOf = (lines: readonly ReceiptLine[]): Line[] => lines.map(({ content }) => content)

/** The answer of `act`, or null where what others wrote is none of what it takes. */
function attempt<T>(act: () => T): T | null {
  try {
    return act()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
