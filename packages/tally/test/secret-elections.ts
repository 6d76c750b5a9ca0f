import * as fc from 'fast-check'
import type { Json } from '../src/canonical.ts'
import { countVote } from '../src/count.ts'
import type { SecretBallot, SecretVote } from '../src/secret.ts'
import type { BallotValue } from '../src/vote.ts'
import { aVote, rules, sha256 } from './ballots.ts'

const options = ['a', 'b', 'c', 'd']
const limits = {
  grades: ['0', '1', '2', '3', '4', '5', '6'],
  approvals: { min: 2, max: 3 },
  points: { max: 20 },
  number: { min: -50, max: 50, unit: 'sièges' },
}

const ranking = fc
  .array(fc.constantFrom(...options), { minLength: 1, maxLength: 6 })
  .map((ids) => [...new Set(ids)])
  .chain((ids) =>
    fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length }).map((cuts) => grouped(ids, cuts)),
  )

function grouped(ids: string[], cuts: boolean[]): string[][] {
  const groups: string[][] = []
  for (const [at, id] of ids.entries()) {
    const last = groups.at(-1)
    if (last && cuts[at]) last.push(id)
    else groups.push([id])
  }
  return groups
}

/** A grid is a jury's, whose ballots are never secret. */
export type SecretMethod = Exclude<SecretVote['method'], 'grid'>
const values: Record<Exclude<SecretMethod, 'threshold'>, fc.Arbitrary<BallotValue>> = {
  'majority-judgment': fc.tuple(...options.map(() => fc.nat(6))).map((grades) => ({ grades: named(grades) })),
  score: fc.tuple(...options.map(() => fc.nat(20))).map((grades) => ({ grades: named(grades) })),
  schulze: ranking.map((groups) => ({ ranking: groups })),
  irv: ranking.map((groups) => ({ ranking: groups.flat().map((id) => [id]) })),
  approval: fc.subarray(options, { minLength: 2, maxLength: 3 }).map((approved) => ({ approved })),
  median: fc.integer({ min: -50, max: 50 }).map((number) => ({ number })),
}

const named = (grades: number[]): Record<string, number> =>
  Object.fromEntries(options.map((option, at) => [option, grades[at] ?? 0]))

/** Ballots of a vote by some method: choices, blanks and abstentions, at least `least`. */
export function anElection(
  method: SecretMethod,
  least = 0,
): fc.Arbitrary<{ vote: SecretVote; ballots: SecretBallot[] }> {
  const hasOptions = method !== 'threshold' && method !== 'median'
  const plain = method === 'threshold' ? (['yes', 'no', 'abstain', 'blank'] as const) : (['blank', 'abstain'] as const)
  const choice = fc.constantFrom(...plain).map((one): SecretBallot => ({ choice: one }))
  const cast =
    method === 'threshold' ? choice : values[method].map((value): SecretBallot => ({ choice: 'cast', value }))
  return fc
    .array(fc.oneof({ weight: 4, arbitrary: cast }, choice), { minLength: least, maxLength: least + 20 })
    .map((ballots) => ({ vote: { poll: 'p-7', method, options: hasOptions ? options : [] }, ballots }))
}

/** Counts ballots as a published result is counted. */
export const recount = ({ method, options: ids, withdrawn }: SecretVote, ballots: readonly SecretBallot[]): Json => {
  const vote = aVote({ method, options: ids, ballots, rules: rules(limits) })
  return JSON.parse(JSON.stringify(countVote(sha256, { ...vote, withdrawn }))) as Json
}
