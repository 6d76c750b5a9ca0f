import { canonical, type Json } from '@cenacle/tally/canonical'
import { type Verdict, verify } from '@cenacle/tally/chain'
import { countVote } from '@cenacle/tally/count'
import { receiptOf } from '@cenacle/tally/draw'
import { type PublishedVerdict, verifyPublished } from '@cenacle/tally/published'
import { countedLine, type Line, type SecretBallot, type SecretVote } from '@cenacle/tally/secret'
import type { PublishedAnswer } from '@cenacle/contract/vote-result'
import type { KeptLine } from '../../../lib/receipts.ts'
import type { Result, Vote, VoteLog } from '../api.ts'
import { secretVoteOf } from './attempt.ts'
import { sha256 } from '../../../lib/sha256.ts'

/** One of one's lines, and whether the list holds it as it was cast. */
export interface OwnLine {
  content: Line
  /**
   * `withdrawn`: about an option that was withdrawn, of which the receipt alone is published; `altered`: the receipt is there, with
   * another content; `forged`: the receipt does not follow from what was kept.
   */
  state: 'found' | 'sealed' | 'withdrawn' | 'missing' | 'altered' | 'forged'
}

/** What a check in this browser found. */
export interface Checked {
  own: OwnLine[]
  list: PublishedVerdict
  log: Verdict
  /** In the list: its lines, and how many people they are of. */
  lines: number
  voters: number
}

interface Papers {
  vote: Vote
  result: Result
  published: PublishedAnswer
  log: VoteLog
}

/** Looks one's lines up in a published list, and checks list, result and log against each other. */
export function checkAll({ vote, result, published, log }: Papers, kept: readonly KeptLine[]): Checked {
  const closed = log.events.find(({ type }) => type === 'ballot.closed')?.body ?? {}
  const [root, nonce] = [textOf(closed['root']), textOf(closed['nonce'])]
  const voters = Number(closed['voters'])
  // As the log says it, whatever the vote does.
  const gone = log.events.flatMap(({ type, body }) => (type === 'option.withdrawn' ? [textOf(body?.['option'])] : []))
  const of = { ...secretVoteOf(vote), withdrawn: gone }
  const recount = (ballots: readonly SecretBallot[]): Json => {
    const draw = { nonce, head: root }
    return said(countVote(sha256, { ...vote, options: of.options, withdrawn: gone, ballots, draw }))
  }
  return {
    own: kept.map((line) => lookUp(of, line, published)),
    list: verifyPublished(sha256, of, published.lines, { root, voters, result: said(result), recount }),
    log: verify(sha256, log.events, log.head),
    lines: published.lines.length,
    voters,
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a result says came out: an answer of the server and a count of our own say it alike. */
const said = ({
  outcome,
  winner,
  tally,
  ...rest
}: Pick<Result, 'outcome' | 'winner' | 'numerator' | 'denominator'> & { tally: unknown }): Json =>
  JSON.parse(JSON.stringify({ outcome, winner, tally, of: [rest.numerator, rest.denominator] })) as Json

/** A ranking is published without what was withdrawn from it, and is looked up so. */
function lookUp(of: SecretVote, { content, r, receipt }: KeptLine, { lines }: PublishedAnswer): OwnLine {
  const line = content as Line
  if (receiptOf(sha256, line, r) !== receipt) return { content: line, state: 'forged' }
  const found = lines.find((one) => one.receipt === receipt)
  if (!found) return { content: line, state: 'missing' }
  const counted = countedLine(of, line)
  if (Object.keys(found.content).length === 0) return { content: line, state: counted ? 'sealed' : 'withdrawn' }
  const isSame = counted !== null && canonical(found.content) === canonical(counted)
  return { content: line, state: isSame ? 'found' : 'altered' }
}
